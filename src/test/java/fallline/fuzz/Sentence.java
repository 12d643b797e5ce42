package fallline.fuzz;

import fallline.text.Printable;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What is said when something is refused: one sentence of ours, of a length that can be read, at a place that there
/// is.
public final class Sentence {
    private static final int LONGEST = 700;

    /// What Java says to programmers.
    private static final List<String> NOT_OURS =
            List.of("For input string", "Exception", "java.", "fallline.", "out of bounds", "Cannot invoke");

    private static final Pattern RUN = Pattern.compile("(\\S)\\1{60,}");

    private Sentence() {}

    /// A sentence that repeats nothing.
    public static void check(@Nullable String message) {
        check(message, "");
    }

    /// @param input what was read: a sentence may repeat it
    static void check(@Nullable String message, String input) {
        if (message == null || message.isBlank()) {
            throw new AssertionError("a refusal without a sentence");
        }
        if (message.length() > LONGEST || RUN.matcher(message).find()) {
            throw new AssertionError("too long a refusal: " + message);
        }
        if (NOT_OURS.stream().anyMatch(words -> message.contains(words) && !input.contains(words))) {
            throw new AssertionError("no sentence of ours: " + message);
        }
        if (!Printable.is(message)) {
            throw new AssertionError("a sentence with control characters");
        }
    }

    /// A column from 1 to the one behind the text.
    static void within(String text, int column) {
        if (column < 1 || column > text.length() + 1) {
            throw new AssertionError("column " + column + " of a text of " + text.length());
        }
    }

    /// A line from 1 to the one behind the text.
    static void at(int line, String text) {
        if (line < 1 || line > text.lines().count() + 1) {
            throw new AssertionError(
                    "line " + line + " of a text of " + text.lines().count());
        }
    }
}
