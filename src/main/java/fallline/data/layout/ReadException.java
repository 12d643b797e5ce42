package fallline.data.layout;

/// A table that cannot be read. The message is one sentence for the user: it names the place and the remedy.
public final class ReadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ReadException(String sentence) {
        super(sentence);
    }

    public ReadException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
