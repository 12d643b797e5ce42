package fallline.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A line of a card, together with those that continue it, joined by blanks; it knows where each character stood.
public final class CardLine {
    /// A part that stood in one line of the text.
    ///
    /// @param offset where it begins in the joined text
    /// @param line from 1
    /// @param column of its first character, from 1
    private record Part(int offset, int line, int column) {}

    private final String text;
    private final List<Part> parts;

    private CardLine(String text, List<Part> parts) {
        this.text = text;
        this.parts = parts;
    }

    /// A line without what continues it.
    ///
    /// @param line its number, from 1
    /// @param column of its first character, from 1
    static CardLine of(String text, int line, int column) {
        return new CardLine(text, List.of(new Part(0, line, column)));
    }

    /// A text that is no card, but is written like a part of one.
    public static CardLine of(String text) {
        return of(text, 1, 1);
    }

    /// Joins a line with those that continue it.
    static CardLine joined(List<CardLine> lines) {
        StringBuilder text = new StringBuilder();
        List<Part> parts = new ArrayList<>();
        for (CardLine line : lines) {
            text.append(text.isEmpty() ? "" : " ");
            Part first = line.parts.getFirst();
            parts.add(new Part(text.length(), first.line, first.column));
            text.append(line.text);
        }
        return new CardLine(text.toString(), List.copyOf(parts));
    }

    /// The text without blanks around it.
    public String text() {
        return text;
    }

    /// The number of the line, from 1; of the first if others continue it.
    public int number() {
        return parts.getFirst().line;
    }

    /// The line of the text in which the character at `offset` stood, from 1.
    public int line(int offset) {
        return part(offset).line;
    }

    /// The column at which the character at `offset` stood, from 1.
    public int column(int offset) {
        Part part = part(offset);
        return part.column + offset - part.offset;
    }

    private Part part(int offset) {
        Part found = parts.getFirst();
        for (Part part : parts) {
            if (part.offset <= offset) {
                found = part;
            }
        }
        return found;
    }

    /// The line as a fact: a key of letters, digits, blanks, hyphens and `_` that begins with a letter, a colon, and
    /// what is said.
    public Optional<Fact> fact() {
        int colon = text.indexOf(':');
        String key = colon < 0 ? "" : text.substring(0, colon).strip();
        if (key.isEmpty() || !isLetter(key.charAt(0)) || !key.chars().allMatch(CardLine::isInKey)) {
            return Optional.empty();
        }
        int begin = colon + 1;
        while (begin < text.length() && Character.isWhitespace(text.charAt(begin))) {
            begin++;
        }
        return Optional.of(new Fact(key, text.substring(begin), this, begin));
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isInKey(int c) {
        return isLetter((char) c) || (c >= '0' && c <= '9') || c == ' ' || c == '-' || c == '_';
    }

    /// A mistake in this line.
    ///
    /// @param remedy may be empty
    /// @param begin the offset of the place; at the end of the line the last character is the place
    /// @param end the offset behind the place
    public CardException mistake(String problem, String remedy, int begin, int end) {
        int first = Math.max(0, Math.min(begin, text.length() - 1));
        int behind = Math.max(first, Math.min(end, text.length()));
        Part part = part(first);
        int column = part.column + first - part.offset;
        return new CardException(problem, remedy, part.line, column, column + behind - first);
    }

    /// A mistake that is the whole line.
    public CardException mistake(String problem, String remedy) {
        return mistake(problem, remedy, 0, text.length());
    }
}
