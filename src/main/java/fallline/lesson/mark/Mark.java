package fallline.lesson.mark;

/// What the engine says of an answer.
///
/// @param sentence for the student; it does not give the right answer away
public record Mark(boolean solved, String sentence) {
    /// What was to be done is not done.
    public static final Mark NOT_YET = new Mark(false, "Not yet.");

    static Mark right() {
        return new Mark(true, "That is right.");
    }

    static Mark wrong(String sentence) {
        return new Mark(false, sentence);
    }
}
