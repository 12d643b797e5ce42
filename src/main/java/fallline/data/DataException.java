package fallline.data;

/// Data that cannot be used. The message is one sentence for the user: it names the place and the remedy.
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DataException(String sentence) {
        super(sentence);
    }

    public DataException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
