package fallline.card;

import fallline.number.Numbers;
import java.util.ArrayList;
import java.util.List;

/// Cuts the text of a card into lines. Empty lines and comments (`# …`) are left out.
public final class CardText {
    private CardText() {}

    /// What a line means that begins with a blank.
    public enum Indent {
        /// It continues the line above.
        CONTINUES,
        /// Nothing.
        MEANS_NOTHING
    }

    /// How large a text may be.
    ///
    /// @param what it is called in the message: `a rule`
    /// @param characters the most characters
    /// @param lines the most lines, empty ones and comments among them
    public record Limits(String what, int characters, int lines) {}

    /// The lines of a text.
    ///
    /// @throws CardException if the text is too large, or begins with a line that continues another
    public static List<CardLine> lines(String text, Indent indent, Limits limits) throws CardException {
        if (text.length() > limits.characters) {
            throw tooLarge(limits.what, limits.characters, "characters");
        }
        List<List<CardLine>> groups = new ArrayList<>();
        int number = 0;
        for (String whole : text.lines().toList()) {
            number++;
            if (number > limits.lines) {
                throw tooLarge(limits.what, limits.lines, "lines");
            }
            String line = whole.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            CardLine read = CardLine.of(line, number, whole.indexOf(line) + 1);
            boolean continues = indent == Indent.CONTINUES && Character.isWhitespace(whole.charAt(0));
            if (continues && groups.isEmpty()) {
                throw read.mistake("the card begins with a space, which continues the line above", "remove it");
            }
            if (!continues) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(read);
        }
        return groups.stream().map(CardLine::joined).toList();
    }

    private static CardException tooLarge(String what, int most, String units) {
        String problem = what + " has at most " + Numbers.whole(most) + " " + units;
        return new CardException(problem, "take some out", 1, 1, 2);
    }
}
