package fallline.file.recovery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which file a window has open, for other windows to see: an empty file `open-HASH.WINDOW.mark`, locked while the
/// window lives. Callable from any thread.
public final class OpenMarks {
    private final Path folder;
    private final ProcessName own;
    private final String window;
    private Optional<String> hash = Optional.empty();
    private @Nullable ProcessLock mark;

    OpenMarks(Path folder, ProcessName own) {
        this.folder = folder;
        this.own = own;
        window = own.window();
    }

    /// This window has `file` open from now on, and none that it had before.
    ///
    /// @return whether another living window has it too; where that cannot be known, no
    public synchronized boolean open(Path file) {
        String next = hash(file);
        if (hash.filter(next::equals).isPresent()) {
            return false;
        }
        close();
        boolean other = false;
        try {
            Files.createDirectories(folder);
            other = isOpenElsewhere(next);
            mark = ProcessLock.on(mark(next)).orElse(null);
            hash = Optional.of(next);
        } catch (IOException | DirectoryIteratorException _) {
            // without a mark nobody is warned; files are checked for changes before they are replaced
        }
        return other;
    }

    private boolean isOpenElsewhere(String next) throws IOException {
        boolean open = false;
        try (DirectoryStream<Path> marks = Files.newDirectoryStream(folder, "open-" + next + ".*.mark")) {
            for (Path other : marks) {
                String owner = other.getFileName().toString().substring(("open-" + next + ".").length());
                if (own.owns(owner)) {
                    open = true; // another window of this process
                    continue;
                }
                Optional<ProcessLock> left = ProcessLock.on(other);
                open |= left.isEmpty();
                if (left.isPresent()) {
                    left.get().remove();
                }
            }
        }
        return open;
    }

    private Path mark(String of) {
        return folder.resolve("open-" + of + "." + window + ".mark");
    }

    private static String hash(Path file) {
        Path real;
        try {
            real = file.toRealPath();
        } catch (IOException _) {
            real = file.toAbsolutePath().normalize();
        }
        return RecoveryText.hash(real.toString().getBytes(StandardCharsets.UTF_8))
                .substring(0, 24);
    }

    /// This window has no file open.
    public synchronized void close() {
        hash = Optional.empty();
        if (mark != null) {
            try {
                mark.remove();
            } catch (IOException _) {
                // it is swept away when somebody opens that file
            }
            mark = null;
        }
    }
}
