package fallline.file;

import fallline.optimizer.RuleOptimizer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The user's own catalogue of update rules: a file `<id>.rule` each in the configuration folder.
///
/// A file that cannot be read or understood is passed over with a sentence; it never keeps the others from being used.
public final class RuleFolder {
    private static final String ENDING = ".rule";

    /// No rule is that long; a file that is was not meant.
    private static final long MOST_BYTES = 100_000;

    private final Path folder;

    public RuleFolder(Path folder) {
        this.folder = folder;
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
        Map<String, String> texts = new TreeMap<>();
        List<String> complaints = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
                files.forEach(file -> read(file, texts, complaints));
            } catch (IOException e) {
                complaints.add("The folder of your optimizers, " + folder + ", cannot be listed.");
            }
        }
        complaints.sort(null);
        return new Content(texts, complaints);
    }

    private static void read(Path file, Map<String, String> texts, List<String> complaints) {
        String name = file.getFileName().toString();
        String id = name.substring(0, name.length() - ENDING.length());
        String head = "Your optimizer " + name + " is passed over: ";
        try {
            if (Files.size(file) > MOST_BYTES) {
                complaints.add(head + "a rule has at most 100,000 bytes.");
                return;
            }
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            RuleOptimizer.parse(id, text);
            texts.put(id, text);
        } catch (IOException e) {
            complaints.add(head + "the file cannot be read.");
        } catch (IllegalArgumentException e) {
            complaints.add(head + e.getMessage() + ".");
        }
    }

    /// Where the rule `id` is kept, or would be.
    public Path file(String id) {
        return folder.resolve(id + ENDING);
    }

    /// Keeps a rule; one of the same id is replaced.
    ///
    /// @throws FileException with a sentence for the user, if that cannot be done
    public void save(String id, String text) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw FileException.unwritten("The folder " + folder + " cannot be made.", e);
        }
        SafeFile.write(file(id), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// Forgets a rule; one that is not there is forgotten already.
    ///
    /// @throws FileException with a sentence for the user, if that cannot be done
    public void delete(String id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            throw FileException.unwritten(file(id) + " cannot be deleted.", e);
        }
    }
}
