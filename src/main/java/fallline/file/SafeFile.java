package fallline.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/// Writes whole files: first to a temporary file beside the target, then over it in one move. Whatever fails, the old
/// file is as it was.
public final class SafeFile {
    /// What a file holds.
    @FunctionalInterface
    public interface Content {
        /// Writes it; the stream is buffered, and closed by the caller.
        void writeTo(OutputStream out) throws IOException;
    }

    private SafeFile() {}

    /// Writes `target` anew, or for the first time.
    ///
    /// @throws FileException with a sentence for the user, if that cannot be done
    public static void write(Path target, Content content) {
        try {
            replace(target, content);
        } catch (IOException | ReadOnlyFileSystemException e) {
            throw FileException.unwritten(sentence(target, e), e);
        }
    }

    private static void replace(Path target, Content content) throws IOException {
        if (Files.isDirectory(target)) {
            throw new FileException(target + " is a folder: choose a file name in it.");
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new AccessDeniedException(target.toString());
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
                content.writeTo(out); // a pipe or a device cannot be moved over
            }
            return;
        }
        Path real = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
        Path temporary = real.resolveSibling(
                "." + real.getFileName() + "." + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ".tmp");
        try {
            fill(temporary, content);
            keepPermissions(real, temporary);
            move(temporary, real);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void fill(Path file, Content content) throws IOException {
        try (FileChannel channel =
                        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view != null && Files.exists(from)) {
            view.setPermissions(Files.getPosixFilePermissions(from));
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// What the user is told when `target` could not be written.
    static String sentence(Path target, Exception e) {
        Path folder = target.toAbsolutePath().getParent();
        String cause = e instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : String.valueOf(e.getMessage());
        String words = cause.toLowerCase(Locale.ROOT);
        if (e instanceof AccessDeniedException
                || e instanceof ReadOnlyFileSystemException
                || words.contains("read-only")) {
            return target + " cannot be written, because the file or its folder is read-only: choose another folder.";
        }
        if (words.contains("no space left") || words.contains("not enough space") || words.contains("quota")) {
            return target + " cannot be written, because the disk is full: make room, or choose another disk.";
        }
        if (e instanceof NoSuchFileException || e instanceof NotDirectoryException || words.contains("not a directory")) {
            return "There is no folder " + folder + ": create it, or choose another one.";
        }
        return target + " cannot be written (" + cause + "): choose another name or folder.";
    }
}
