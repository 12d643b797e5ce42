package fallline.io;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file that is gone when it is closed, and also when the process is asked to end before (Ctrl-C, SIGTERM): only a
/// process that is killed outright leaves it.
final class Temporary implements AutoCloseable {
    private final Path path;
    private final Thread hook = new Thread(this::end, "temporary file");
    private boolean ended;

    private Temporary(Path path) {
        this.path = path;
    }

    /// Takes a place where no file is yet; [#open] makes it.
    static Temporary at(Path path) {
        Temporary temporary = new Temporary(path);
        try {
            Runtime.getRuntime().addShutdownHook(temporary.hook);
        } catch (IllegalStateException _) {
            // the process ends already: what is open is still closed in order
        }
        return temporary;
    }

    Path path() {
        return path;
    }

    /// Makes the file.
    ///
    /// @throws InterruptedIOException if the process ends, and would leave it
    synchronized FileChannel open() throws IOException {
        if (ended) {
            throw new InterruptedIOException("the program ends");
        }
        return FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    }

    private synchronized void end() {
        ended = true;
        try {
            Files.deleteIfExists(path);
        } catch (IOException | RuntimeException _) {
            // nobody is left to be told
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // it runs, or has run
        }
        try {
            Files.deleteIfExists(path);
        } catch (IOException | RuntimeException _) {
            // a drive that is gone: what went wrong before is what has to be said
        }
    }
}
