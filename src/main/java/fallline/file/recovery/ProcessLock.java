package fallline.file.recovery;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// A lock that lasts as long as the process, however it ends: the operating system holds it, on a file.
///
/// Locks of one process are one on POSIX: closing the file a second time would give them up. So a process never tries
/// files of its own, which it knows by their names ([ProcessName]).
final class ProcessLock implements AutoCloseable {
    private final Path file;
    private final FileLock lock;

    private ProcessLock(Path file, FileLock lock) {
        this.file = file;
        this.lock = lock;
    }

    /// The lock, unless a living process holds it. The file is made if it is not there.
    ///
    /// @throws IOException if the file system knows no locks, or the file cannot be made
    static Optional<ProcessLock> on(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new ProcessLock(file, lock));
            }
        } catch (OverlappingFileLockException _) {
            // this very process holds it
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    /// Gives the lock up; its file stays.
    @Override
    public void close() throws IOException {
        try {
            lock.release();
        } finally {
            lock.acquiredBy().close();
        }
    }

    /// Gives the lock up and removes its file.
    void remove() throws IOException {
        close(); // before: Windows removes no file that is open
        Files.deleteIfExists(file);
    }
}
