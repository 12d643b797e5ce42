package fallline.file.user;

import fallline.optimizer.rule.RuleOptimizer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The user's own catalogue of update rules: a file `<id>.rule` each in the configuration folder.
///
/// A file that cannot be read or understood is passed over with a sentence; it never keeps the others from being used.
public final class RuleFolder {
    private final OwnFolder files;

    public RuleFolder(Path folder) {
        files = new OwnFolder(folder, ".rule", "optimizer");
    }

    /// The folder of the user who runs this program.
    public static RuleFolder ofUser() {
        return new RuleFolder(ConfigFolder.ofUser().resolve("optimizers"));
    }

    /// What was found.
    ///
    /// @param texts the rules by id, in order
    /// @param complaints one sentence a file that cannot be used
    public record Content(Map<String, String> texts, List<String> complaints) {
        public Content {
            texts = new TreeMap<>(texts);
            complaints = List.copyOf(complaints);
        }
    }

    /// All rules of the folder; none if there is no folder.
    public Content read() {
        OwnFolder.Content<String> found = files.read((id, text) -> {
            RuleOptimizer.parse(id, text);
            return text;
        });
        return new Content(found.items(), found.complaints());
    }

    /// Where the rule `id` is kept, or would be.
    public Path file(String id) {
        return files.file(id);
    }

    /// Keeps a rule; one of the same id is replaced.
    ///
    /// @throws FileException with a sentence for the user, if that cannot be done
    public void save(String id, String text) {
        files.save(id, text);
    }

    /// Forgets a rule; one that is not there is forgotten already.
    ///
    /// @throws FileException with a sentence for the user, if that cannot be done
    public void delete(String id) {
        files.delete(id);
    }
}
