package fallline.file.user;

import fallline.io.AtomicFile;
import fallline.io.FileException;
import fallline.io.SafeFile;
import fallline.text.Quote;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/// A folder in which the user keeps texts of one kind, a file `<id><ending>` each.
///
/// A file that cannot be read or understood is passed over with a sentence; it never keeps the others from being used.
final class OwnFolder {
    /// No text of the user is that long; a file that is was not meant.
    private static final long MOST_BYTES = 100_000;

    private final Path folder;
    private final String ending;
    private final String kind;

    /// @param ending of the files' names, with its dot
    /// @param kind what one of them is, for sentences: `optimizer`
    OwnFolder(Path folder, String ending, String kind) {
        this.folder = folder;
        this.ending = ending;
        this.kind = kind;
    }

    /// What was found.
    ///
    /// @param items what the texts say, by id, in order
    /// @param complaints one sentence a file that cannot be used
    record Content<T>(Map<String, T> items, List<String> complaints) {}

    /// Reads all files; none if there is no folder.
    ///
    /// @param parse makes something of an id and a text, or throws an [IllegalArgumentException] with a sentence
    <T> Content<T> read(BiFunction<String, String, T> parse) {
        Map<String, T> items = new TreeMap<>();
        List<String> complaints = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ending)) {
                files.forEach(file -> read(file, parse, items, complaints));
            } catch (IOException | DirectoryIteratorException e) {
                complaints.add("The folder of your " + kind + "s, " + Quote.path(folder) + ", cannot be listed.");
            }
        }
        complaints.sort(null);
        return new Content<>(items, complaints);
    }

    private <T> void read(
            Path file, BiFunction<String, String, T> parse, Map<String, T> items, List<String> complaints) {
        String name = file.getFileName().toString();
        String id = name.substring(0, name.length() - ending.length());
        String head = "Your " + kind + " " + Quote.shortened(name) + " is passed over: ";
        try {
            if (!Files.isRegularFile(file)) {
                complaints.add(head + "it is no file.");
                return;
            }
            if (Files.size(file) > MOST_BYTES) {
                complaints.add(head + "such a file has at most 100\u202f000 bytes.");
                return;
            }
            items.put(id, parse.apply(id, new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            complaints.add(head + "the file cannot be read.");
        } catch (IllegalArgumentException e) {
            complaints.add(head + e.getMessage() + ".");
        }
    }

    /// Where `id` is kept, or would be.
    Path file(String id) {
        return folder.resolve(id + ending);
    }

    /// Keeps a text; one of the same id is replaced.
    ///
    /// @throws FileException with a sentence for the user, if that cannot be done
    void save(String id, String text) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw FileException.unwritten(
                    "The folder " + Quote.path(folder) + " cannot be made (" + AtomicFile.reason(e)
                            + "): make it yourself, or see who" + " may write into the folder above.",
                    e);
        }
        SafeFile.write(file(id), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// Forgets a text; one that is not there is forgotten already.
    ///
    /// @throws FileException with a sentence for the user, if that cannot be done
    void delete(String id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            throw FileException.unwritten(
                    Quote.path(file(id)) + " cannot be deleted (" + AtomicFile.reason(e) + "): delete it yourself.", e);
        }
    }
}
