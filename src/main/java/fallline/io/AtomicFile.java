package fallline.io;

import fallline.text.Quote;
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
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Locale;
import java.util.UUID;

/// A file that is written whole or not at all: first to a temporary file beside it, then over it in one move.
public final class AtomicFile {
    private static final int LONGEST_BEGINNING = 40;

    private AtomicFile() {}

    /// What a file is to hold.
    @FunctionalInterface
    public interface Content {
        /// Writes everything to `out`, which is buffered and closed by the caller.
        void writeTo(OutputStream out) throws IOException;
    }

    /// Writes `target` anew or for the first time.
    ///
    /// @throws IOException if that cannot be done; the old file is then as it was. [#sentence] says it to the user
    public static void write(Path target, Content content) throws IOException {
        if (Files.isDirectory(target)) {
            throw new FileSystemException(target.toString(), null, "is a directory");
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new AccessDeniedException(target.toString());
        }
        try {
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                writeThrough(target, content);
            } else {
                replace(Files.exists(target) ? target.toRealPath() : target.toAbsolutePath(), content);
            }
        } catch (ReadOnlyFileSystemException e) {
            throw new AccessDeniedException(target.toString(), null, String.valueOf(e.getMessage()));
        }
    }

    /// A pipe or a device cannot be moved over.
    private static void writeThrough(Path device, Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(device))) {
            content.writeTo(out);
        }
    }

    private static void replace(Path file, Content content) throws IOException {
        Path place = file.resolveSibling("." + beginning(file) + "." + UUID.randomUUID() + ".tmp");
        try (Temporary temporary = Temporary.at(place)) {
            try (FileChannel channel = temporary.open();
                    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            keepPermissions(file, temporary.path());
            move(temporary.path(), file);
        }
    }

    /// So much of the name that a temporary file may have a longer one wherever the file may have its own.
    private static String beginning(Path file) {
        String name = String.valueOf(file.getFileName());
        int end = Math.min(LONGEST_BEGINNING, name.length());
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end);
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

    /// What the system says of a failure, without the path that Java puts before it.
    public static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "the system finds no such place";
        }
        boolean told = failure instanceof FileSystemException system && system.getReason() != null;
        return Quote.shortened(
                told ? ((FileSystemException) failure).getReason() : String.valueOf(failure.getMessage()));
    }

    private static boolean isFolder(Path target) {
        Path parent = target.toAbsolutePath().getParent();
        return parent != null && Files.isDirectory(parent);
    }

    private static String folder(Path target) {
        Path parent = target.toAbsolutePath().getParent();
        return parent == null ? Quote.path(target) : Quote.path(parent);
    }

    /// What a user is told when `target` could not be written: the cause and the remedy in one sentence.
    public static String sentence(Path target, IOException failure) {
        String reason = reason(failure);
        String words = reason.toLowerCase(Locale.ROOT);
        if (words.contains("is a directory")) {
            return Quote.path(target) + " is a folder: choose a file name in it.";
        }
        if (failure instanceof AccessDeniedException || words.contains("read-only")) {
            return Quote.path(target)
                    + " cannot be written, because the file or its folder is read-only: choose another folder.";
        }
        if (words.contains("no space left") || words.contains("not enough space") || words.contains("quota")) {
            return Quote.path(target)
                    + " cannot be written, because the disk is full: make room, or choose another disk.";
        }
        if (words.contains("name too long")) {
            return Quote.path(target) + " cannot be written, because its name is too long: choose a shorter one.";
        }
        boolean noFolder = failure instanceof NoSuchFileException || failure instanceof NotDirectoryException;
        if ((noFolder || words.contains("not a directory")) && !isFolder(target)) {
            return "There is no folder " + folder(target) + ": create it, or choose another one.";
        }
        return Quote.path(target) + " cannot be written (" + reason + "): choose another name or folder.";
    }
}
