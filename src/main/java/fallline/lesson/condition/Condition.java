package fallline.lesson.condition;

import fallline.card.CardException;
import fallline.card.CardLine;
import fallline.lesson.state.Known;
import java.util.ArrayList;
import java.util.List;

/// What must hold: comparisons, joined by `&` (and) and `|` (or), `&` first, with round brackets.
///
/// Numbers are compared by the formula language, `abs(w - 3) < 0.01`; words by `==` and `!=`, `verdict == not there
/// yet`. A comparison with something that is not known (yet) does not hold, whichever it is. Immutable, usable on any
/// thread.
public final class Condition {
    private sealed interface Part {
        boolean holds(Known known);
    }

    private record Atom(Quantity quantity) implements Part {
        @Override
        public boolean holds(Known known) {
            return quantity.holds(known);
        }
    }

    private record All(List<Part> parts) implements Part {
        @Override
        public boolean holds(Known known) {
            return parts.stream().allMatch(part -> part.holds(known));
        }
    }

    private record Any(List<Part> parts) implements Part {
        @Override
        public boolean holds(Known known) {
            return parts.stream().anyMatch(part -> part.holds(known));
        }
    }

    private static final int DEEPEST = 50;

    private final String text;
    private final Part part;

    private Condition(String text, Part part) {
        this.text = text;
        this.part = part;
    }

    /// Reads the condition that stands in a line.
    ///
    /// @param begin the offset of its first character
    /// @throws CardException with the place, where it cannot be read
    public static Condition parse(CardLine line, int begin, Vocabulary vocabulary) throws CardException {
        int end = line.text().length();
        Part part = any(line, begin, end, vocabulary, 0);
        return new Condition(line.text().substring(begin, end).strip(), part);
    }

    /// The condition that a text is.
    ///
    /// @throws CardException with the column, where it cannot be read
    public static Condition parse(String text, Vocabulary vocabulary) throws CardException {
        return parse(CardLine.of(text), 0, vocabulary);
    }

    private static Part any(CardLine line, int begin, int end, Vocabulary vocabulary, int depth) throws CardException {
        if (depth > DEEPEST) {
            throw line.mistake("the brackets are nested too deeply", "take some away", begin, end);
        }
        List<Part> parts = new ArrayList<>();
        for (int[] range : split(line, begin, end, '|')) {
            List<Part> all = new ArrayList<>();
            for (int[] inner : split(line, range[0], range[1], '&')) {
                all.add(one(line, inner[0], inner[1], vocabulary, depth));
            }
            parts.add(all.size() == 1 ? all.getFirst() : new All(all));
        }
        return parts.size() == 1 ? parts.getFirst() : new Any(parts);
    }

    private static Part one(CardLine line, int from, int to, Vocabulary vocabulary, int depth) throws CardException {
        String text = line.text();
        int begin = from;
        int end = to;
        while (begin < end && Character.isWhitespace(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (begin == end) {
            throw line.mistake(
                    "a condition is missing here",
                    "write one such as verdict == converged",
                    from,
                    Math.max(to, from + 1));
        }
        if (text.charAt(begin) == '(' && closing(text, begin, end) == end - 1) {
            return any(line, begin + 1, end - 1, vocabulary, depth + 1);
        }
        Quantity quantity = Quantity.parse(line, begin, end, vocabulary);
        if (!quantity.isComparison()) {
            throw line.mistake(
                    "this is a number and no condition", "compare it, as in J < 0.01 or step == 3", begin, end);
        }
        return new Atom(quantity);
    }

    /// The parts between the signs that stand in no bracket and no quotes.
    private static List<int[]> split(CardLine line, int begin, int end, char sign) {
        List<int[]> parts = new ArrayList<>();
        String text = line.text();
        int depth = 0;
        boolean quoted = false;
        int from = begin;
        for (int i = begin; i < end; i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == sign && depth <= 0 && !quoted) {
                parts.add(new int[] {from, i});
                boolean twice = i + 1 < end && text.charAt(i + 1) == sign; // as programmers write it
                i += twice ? 1 : 0;
                from = i + 1;
            }
        }
        parts.add(new int[] {from, end});
        return parts;
    }

    private static int closing(String text, int open, int end) {
        int depth = 0;
        boolean quoted = false;
        for (int i = open; i < end; i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /// Whether it holds.
    ///
    /// @throws IllegalArgumentException with a sentence, if a script in it cannot be done
    public boolean holds(Known known) {
        return part.holds(known);
    }

    /// As written.
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}
