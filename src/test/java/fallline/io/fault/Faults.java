package fallline.io.fault;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/// What goes wrong, and when.
final class Faults {
    private static final String FULL = "No space left on device";
    private static final String GONE = "Input/output error";

    private long room = Long.MAX_VALUE;
    private int operations = Integer.MAX_VALUE;
    private boolean denied;
    private long written;

    /// Nothing goes wrong.
    Faults() {}

    /// The disk takes so many bytes more.
    static Faults full(long room) {
        Faults faults = new Faults();
        faults.room = room;
        return faults;
    }

    /// After so many operations the drive is gone.
    static Faults gone(int operations) {
        Faults faults = new Faults();
        faults.operations = operations;
        return faults;
    }

    /// No file can be made.
    static Faults denied() {
        Faults faults = new Faults();
        faults.denied = true;
        return faults;
    }

    /// How many bytes were written.
    long written() {
        return written;
    }

    /// Whether the drive went.
    boolean isGone() {
        return operations < 0;
    }

    /// An operation on `path`.
    void operation(String path) throws IOException {
        if (operations != Integer.MAX_VALUE && --operations < 0) {
            throw new FileSystemException(path, null, GONE);
        }
    }

    /// A file is made.
    void creation(String path) throws IOException {
        operation(path);
        if (denied) {
            throw new AccessDeniedException(path);
        }
    }

    /// How many of `wanted` bytes can be written.
    int writing(int wanted) throws IOException {
        operation("");
        if (room == 0) {
            throw new IOException(FULL);
        }
        int taken = (int) Math.min(room, wanted);
        room -= taken;
        written += taken;
        return taken;
    }
}
