package fallline.lesson.prose;

import fallline.card.CardException;
import fallline.card.CardLine;
import fallline.card.Fact;
import fallline.lesson.condition.Quantity;
import fallline.lesson.condition.Vocabulary;
import fallline.lesson.condition.WordQuantity;
import fallline.lesson.state.Known;
import fallline.number.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Markdown with formulas (`$w^2$` in LaTeX) and with numbers that the engine fills in: `{J at 3}`, `{verdict}`,
/// `{w at 0 .. 30}` for all of them with commas between, and inside of a formula `\num{J at 3}`. `\{` is a bracket;
/// between backticks nothing is filled in.
///
/// @param pieces in order
public record Prose(List<Piece> pieces) {
    /// No text.
    public static final Prose EMPTY = new Prose(List.of());

    private static final int DIGITS = 6;
    private static final int MOST_OF_RANGE = 100;
    private static final String NUM = "\\num{";
    private static final Pattern RANGE = Pattern.compile("(.*\\bat\\s+)(\\d{1,6})\\s*\\.\\.\\s*(\\d{1,6})\\s*(.*)");
    private static final Pattern ITEM = Pattern.compile("([-*]|\\d+\\.) .*", Pattern.DOTALL);

    public Prose {
        pieces = List.copyOf(pieces);
    }

    /// A part of the text.
    public sealed interface Piece {}

    /// Markdown as it stands.
    public record Words(String text) implements Piece {}

    /// A number, or several with commas between.
    ///
    /// @param latex whether it stands in a formula
    public record Filled(List<Quantity> numbers, boolean latex) implements Piece {}

    /// A word of the engine.
    public record FilledWord(WordQuantity word) implements Piece {}

    /// The text of some facts, each a paragraph or an item of a list.
    ///
    /// @throws CardException with the place of a mistake
    public static Prose parse(List<Fact> facts, Vocabulary vocabulary) throws CardException {
        List<Piece> pieces = new ArrayList<>();
        String before = "";
        for (Fact fact : facts) {
            boolean list =
                    ITEM.matcher(fact.value()).matches() && ITEM.matcher(before).matches();
            if (!before.isEmpty()) {
                pieces.add(new Words(list ? "\n" : "\n\n"));
            }
            parse(fact.line(), fact.begin(), vocabulary, pieces);
            before = fact.value();
        }
        return new Prose(pieces);
    }

    /// The text of one fact.
    ///
    /// @throws CardException with the place of a mistake
    public static Prose parse(Fact fact, Vocabulary vocabulary) throws CardException {
        return parse(List.of(fact), vocabulary);
    }

    private static void parse(CardLine line, int from, Vocabulary vocabulary, List<Piece> pieces) throws CardException {
        String text = line.text();
        StringBuilder words = new StringBuilder();
        boolean math = false;
        boolean code = false;
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean escaped = c == '\\' && at + 1 < text.length() && "{}$`".indexOf(text.charAt(at + 1)) >= 0;
            if (escaped && !code) {
                boolean plainBrace = !math && "{}".indexOf(text.charAt(at + 1)) >= 0;
                words.append(plainBrace ? "" : "\\").append(text.charAt(at + 1));
                at += 2;
                continue;
            }
            code ^= c == '`' && !math;
            math ^= c == '$' && !code;
            boolean num = math && text.startsWith(NUM, at);
            if (!code && (num || (!math && c == '{'))) {
                int begin = at + (num ? NUM.length() : 1);
                int end = text.indexOf('}', begin);
                if (end < 0) {
                    throw line.mistake(
                            "the number that the engine fills in is not closed",
                            "add a }, or write \\{ for a bracket",
                            at,
                            text.length());
                }
                pieces.add(new Words(words.toString()));
                words.setLength(0);
                pieces.add(filled(line, begin, end, num, vocabulary));
                at = end + 1;
            } else {
                words.append(c);
                at++;
            }
        }
        if (math) {
            throw line.mistake("a formula is not closed", "add a $, or write \\$ for the sign", from, text.length());
        }
        pieces.add(new Words(words.toString()));
    }

    private static Piece filled(CardLine line, int begin, int end, boolean latex, Vocabulary vocabulary)
            throws CardException {
        String text = line.text().substring(begin, end);
        if (text.isBlank()) {
            throw line.mistake(
                    "nothing stands between the brackets", "write what the engine is to fill in", begin - 1, end + 1);
        }
        var word = WordQuantity.parse(line, begin, end);
        if (word.isPresent()) {
            return new FilledWord(word.get());
        }
        Matcher range = RANGE.matcher(text);
        if (!range.matches()) {
            return new Filled(List.of(Quantity.parse(line, begin, end, vocabulary)), latex);
        }
        int first = Integer.parseInt(range.group(2));
        int last = Integer.parseInt(range.group(3));
        if (last < first || last - first >= MOST_OF_RANGE) {
            throw line.mistake(
                    "a range rises, over at most " + MOST_OF_RANGE + " steps", "write w at 0 .. 30", begin, end);
        }
        List<Quantity> numbers = new ArrayList<>();
        for (int step = first; step <= last; step++) {
            String single = range.group(1) + step + " " + range.group(4);
            try {
                numbers.add(Quantity.parse(single.strip(), vocabulary));
            } catch (CardException e) {
                throw line.mistake(e.problem(), e.remedy(), begin, end);
            }
        }
        return new Filled(numbers, latex);
    }

    /// Whether there is nothing to read.
    public boolean isEmpty() {
        return pieces.stream()
                .allMatch(piece -> piece instanceof Words words && words.text().isBlank());
    }

    /// Whether the engine has nothing to fill in, so that [#text] needs no time.
    public boolean isPlain() {
        return pieces.stream().allMatch(Words.class::isInstance);
    }

    /// The Markdown with the numbers filled in. Not for the FX thread, unless it is plain.
    ///
    /// @throws IllegalArgumentException with a sentence, if a script in it cannot be done
    public String text(Known known) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            switch (piece) {
                case Words words -> text.append(words.text());
                case FilledWord word -> text.append(word.word().word(known));
                case Filled filled -> {
                    List<String> numbers = filled.numbers().stream()
                            .map(number -> number.value(known))
                            .map(value -> filled.latex() ? Numbers.latex(value, DIGITS) : Numbers.brief(value, DIGITS))
                            .toList();
                    text.append(String.join(", ", numbers));
                }
            }
        }
        return text.toString();
    }

    /// The text if it is plain; with a mark for each number otherwise, for lists and messages.
    public String plain() {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            text.append(piece instanceof Words words ? words.text() : "…");
        }
        return text.toString();
    }
}
