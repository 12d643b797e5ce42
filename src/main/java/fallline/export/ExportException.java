package fallline.export;

/// A picture that could not be made or written. The message is one sentence for the user.
public final class ExportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ExportException(String sentence) {
        super(sentence);
    }

    public ExportException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
