package fallline.io;

import fallline.text.Printable;

/// A file that cannot be read or written. The message is one sentence for the user: it names the place and the remedy.
public final class FileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean input;

    /// A file that cannot be read, or is not what it should be.
    public FileException(String sentence) {
        super(Printable.of(sentence));
        input = true;
    }

    /// The same with what lies behind it.
    public FileException(String sentence, Throwable cause) {
        this(sentence, cause, true);
    }

    private FileException(String sentence, Throwable cause, boolean input) {
        super(Printable.of(sentence), cause);
        this.input = input;
    }

    /// A file that cannot be written.
    public static FileException unwritten(String sentence, Throwable cause) {
        return new FileException(sentence, cause, false);
    }

    /// Whether what was read is at fault, and not the writing.
    public boolean isInput() {
        return input;
    }

    /// What a lower floor said, at a place of the file.
    public static FileException at(String place, Exception cause) {
        String message = String.valueOf(cause.getMessage());
        return new FileException(place + ": " + message + (message.endsWith(".") ? "" : "."), cause);
    }
}
