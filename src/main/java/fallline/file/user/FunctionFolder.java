package fallline.file.user;

import fallline.objective.formula.CatalogueFunction;
import fallline.objective.formula.FunctionCatalogue;
import java.nio.file.Path;
import java.util.List;

/// The user's own test functions: a card `<id>.function` each in the configuration folder, written as those of the
/// catalogue.
///
/// A card that cannot be read or understood, or has the id of one of the catalogue, is passed over with a sentence.
public final class FunctionFolder {
    private final OwnFolder files;

    public FunctionFolder(Path folder) {
        files = new OwnFolder(folder, ".function", "function");
    }

    /// The folder of the user who runs this program.
    public static FunctionFolder ofUser() {
        return new FunctionFolder(ConfigFolder.ofUser().resolve("functions"));
    }

    /// What was found.
    ///
    /// @param functions the cards in the order of their ids
    /// @param complaints one sentence a file that cannot be used
    public record Content(List<CatalogueFunction> functions, List<String> complaints) {
        public Content {
            functions = List.copyOf(functions);
            complaints = List.copyOf(complaints);
        }
    }

    /// All functions of the folder; none if there is no folder.
    public Content read() {
        List<String> taken = FunctionCatalogue.ids();
        OwnFolder.Content<CatalogueFunction> found = files.read((id, text) -> {
            if (taken.contains(id)) {
                throw new IllegalArgumentException("the catalogue has a function of that name, give it another one");
            }
            return FunctionCatalogue.parse(id, text);
        });
        return new Content(List.copyOf(found.items().values()), found.complaints());
    }

    /// Where the function `id` is kept, or would be.
    public Path file(String id) {
        return files.file(id);
    }

    /// Keeps a card; one of the same id is replaced.
    ///
    /// @throws FileException with a sentence for the user, if that cannot be done
    public void save(String id, String card) {
        files.save(id, card);
    }
}
