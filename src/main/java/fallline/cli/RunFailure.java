package fallline.cli;

/// A run that could not be computed; the message is one sentence for the user.
final class RunFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RunFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
