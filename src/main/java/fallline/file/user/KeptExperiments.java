package fallline.file.user;

import fallline.io.FileException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// The folder of experiments that never had a file and were there when a window closed, a file `<time>.fallline` each.
public final class KeptExperiments {
    /// As many are kept.
    public static final int MOST = 10;

    private static final String ENDING = ".fallline";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss.SSS'Z'", Locale.ROOT);

    private final Path folder;

    /// @param folder it need not exist
    public KeptExperiments(Path folder) {
        this.folder = folder;
    }

    /// An experiment that was kept.
    ///
    /// @param when its window closed
    public record Kept(Path file, Instant when) {}

    /// Where they are.
    public Path folder() {
        return folder;
    }

    /// All that are kept, the newest first; files with other names are not ours.
    public List<Kept> list() {
        List<Kept> kept = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
                files.forEach(file -> add(file, kept));
            } catch (IOException _) {
                // what cannot be listed is not offered
            }
        }
        kept.sort(Comparator.comparing(Kept::when).reversed());
        return kept;
    }

    private static void add(Path file, List<Kept> kept) {
        String name = String.valueOf(file.getFileName());
        try {
            LocalDateTime when = LocalDateTime.parse(name.substring(0, name.length() - ENDING.length()), NAME);
            kept.add(new Kept(file, when.toInstant(ZoneOffset.UTC)));
        } catch (DateTimeException _) {
            // not ours
        }
    }

    /// Keeps one more, and lets go of the oldest beyond [#MOST].
    ///
    /// @param when not the time of another one
    /// @param write writes the experiment into the given file
    /// @throws FileException with a sentence for the user, if it cannot be kept
    public void keep(Instant when, Consumer<Path> write) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw FileException.unwritten("The folder " + folder + " cannot be made.", e);
        }
        write.accept(folder.resolve(NAME.format(when.atOffset(ZoneOffset.UTC)) + ENDING));
        list().stream().skip(MOST).forEach(old -> delete(old.file()));
    }

    /// Lets go of all.
    public void clear() {
        list().forEach(old -> delete(old.file()));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // then there is one more than wanted
        }
    }
}
