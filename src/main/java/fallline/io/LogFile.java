package fallline.io;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// A file of what went wrong, with traces, for whoever mends it. One that is full becomes `NAME.1`, in the place of the
/// one that was full before. It is never worth an error itself: what cannot be written is forgotten.
public final class LogFile {
    /// A file with as many bytes is full.
    static final long FULL = 512 * 1024;

    private static final int LONGEST = 32 * 1024;

    private final Path file;

    public LogFile(Path file) {
        this.file = file;
    }

    /// Where it is, whether something is in it or not.
    public Path file() {
        return file;
    }

    /// Adds an entry: when, on which thread, what was being done, and the trace.
    public synchronized void write(String doing, Throwable fault) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (Files.exists(file) && Files.size(file) >= FULL) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(
                    file,
                    entry(doing, fault),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException | RuntimeException _) {
            // whoever reads the log does not read this
        }
    }

    private static String entry(String doing, Throwable fault) {
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace));
        String text = trace.toString();
        return OffsetDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MILLIS) + "  " + doing + "  ["
                + Thread.currentThread().getName() + ", Java " + Runtime.version() + ", "
                + System.getProperty("os.name") + "]\n"
                + text.substring(0, Math.min(LONGEST, text.length())).stripTrailing() + "\n\n";
    }

    /// What a fault is in a few words, for a sentence: its kind, and what it says.
    public static String brief(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String kind = root.getClass().getSimpleName();
        return root.getMessage() == null || root.getMessage().isBlank()
                ? kind
                : kind + ": " + root.getMessage().strip();
    }
}
