package fallline.data.read;

import fallline.data.layout.ReadException;
import fallline.io.AtomicFile;
import fallline.text.Quote;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/// The bytes of a table, never more than fit: a file, a pipe, and what gzip packed.
public final class TableBytes {
    /// The largest file, in bytes.
    public static final long MOST = Integer.MAX_VALUE - 64;

    /// The most that is taken from a pipe or a device, which may never end: 256 MB.
    public static final int MOST_OF_PIPE = 1 << 28;

    /// The most that a packed file may unpack to: 1 GB.
    public static final int MOST_UNPACKED = 1 << 30;

    private static final int BLOCK = 1 << 20;

    private TableBytes() {}

    /// Reads a file.
    ///
    /// @param pipes whether what is no file on a disk (a pipe, standard input) may be read, up to a bound
    /// @throws ReadException if it cannot be read, or is too large
    public static byte[] of(Path file, boolean pipes, Watch watch) {
        Path last = file.getFileName();
        String name = Quote.shortened(last == null ? file.toString() : last.toString());
        if (Files.isDirectory(file)) {
            throw new ReadException(name + " is a folder: choose a CSV file in it.");
        }
        try {
            if (!Files.exists(file)) {
                throw new NoSuchFileException(file.toString());
            }
            boolean disk = Files.isRegularFile(file);
            if (!disk && !pipes) {
                throw new ReadException(name
                        + " is no file but a pipe or a device, which may never end: save what it gives in a file.");
            }
            long size = disk ? Files.size(file) : 0;
            if (size > MOST) {
                throw new ReadException(name + " is larger than 2 GB: open a part of it.");
            }
            try (InputStream stream = Files.newInputStream(file)) {
                // a file of /proc says that it has 0 bytes, and may go on for ever
                long most = disk && size > 0 ? MOST : MOST_OF_PIPE;
                return bounded(stream, (int) Math.max(size, BLOCK), most, watch, name, "save a part of it in a file");
            }
        } catch (NoSuchFileException e) {
            throw new ReadException("There is no file " + Quote.path(file) + ": check its name and folder.", e);
        } catch (AccessDeniedException e) {
            throw new ReadException(name + " may not be read: change its permissions, or copy it elsewhere.", e);
        } catch (IOException e) {
            throw new ReadException(
                    name + " cannot be read (" + AtomicFile.reason(e) + "): try again, or copy it first.", e);
        }
    }

    /// Unpacks what gzip packed; other bytes come back as they are.
    ///
    /// @throws ReadException if they unpack to too much, or are damaged
    static byte[] unpacked(String name, byte[] bytes, Watch watch) {
        return unpacked(name, bytes, MOST_UNPACKED, watch);
    }

    /// The same with another bound.
    static byte[] unpacked(String name, byte[] bytes, int most, Watch watch) {
        if (bytes.length < 3 || bytes[0] != 0x1F || bytes[1] != (byte) 0x8B) {
            return bytes;
        }
        int guess = (int) Math.min(most, Math.max(BLOCK, 4L * bytes.length));
        try (InputStream stream = new GZIPInputStream(new ByteArrayInputStream(bytes), 1 << 16)) {
            return bounded(stream, guess, most, watch, name, "unpack it and open a part of it");
        } catch (IOException e) {
            throw new ReadException(
                    name + " begins like a gzip file but cannot be unpacked ("
                            + Quote.shortened(String.valueOf(e.getMessage())) + "): get it again.",
                    e);
        }
    }

    private static byte[] bounded(InputStream stream, int guess, long most, Watch watch, String name, String remedy)
            throws IOException {
        byte[] bytes = new byte[guess];
        int filled = 0;
        while (true) {
            if (filled == bytes.length) {
                int next = stream.read();
                if (next < 0) {
                    break;
                }
                bytes = Arrays.copyOf(bytes, (int) Math.min(most + 1, Math.max(2L * filled, BLOCK)));
                bytes[filled++] = (byte) next;
            }
            int got = stream.read(bytes, filled, Math.min(BLOCK, bytes.length - filled));
            if (got < 0) {
                break;
            }
            filled += got;
            if (filled > most) {
                throw new ReadException(name + " gives more than " + (most >> 20) + " MB: " + remedy + ".");
            }
            watch.check();
        }
        return filled == bytes.length ? bytes : Arrays.copyOf(bytes, filled);
    }
}
