package fallline.app.work;

/// Hears the answers to questions, on the thread that asked.
@FunctionalInterface
public interface Answered<Q, A> {
    /// `question` is answered.
    void answered(Q question, A answer);

    /// `question` will have no answer: the user did not want to wait, or answering it went wrong, which the user has
    /// been told.
    default void unanswered(Q question) {}
}
