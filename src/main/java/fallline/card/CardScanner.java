package fallline.card;

import fallline.card.Declaration.Limits;
import fallline.card.Declaration.Range;
import fallline.text.Quote;
import java.util.Optional;

/// Reads a line from left to right, without ever going back: names, numbers, signs, declarations. Blanks between them
/// mean nothing; a new line, which only texts that are no cards hold, is no blank.
public final class CardScanner {
    private static final String EXAMPLE = " = 1 (0 .. 3)";

    private final CardLine line;
    private final String text;
    private int at;

    /// @param begin the offset to begin at
    public CardScanner(CardLine line, int begin) {
        this.line = line;
        this.text = line.text();
        this.at = begin;
    }

    /// Where the scanner stands.
    public int at() {
        return at;
    }

    /// Passes over blanks; whether the line ends there.
    public boolean atEnd() {
        skipBlanks();
        return at == text.length();
    }

    private void skipBlanks() {
        while (at < text.length() && text.charAt(at) != '\n' && isBlank(text.charAt(at))) {
            at++;
        }
    }

    /// Passes over blanks and new lines.
    public void skipLines() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /// What has not been read, without blanks around it.
    public String rest() {
        return text.substring(at).strip();
    }

    /// Reads a sign if it stands here.
    public boolean skip(String sign) {
        skipBlanks();
        if (!text.startsWith(sign, at)) {
            return false;
        }
        at += sign.length();
        return true;
    }

    /// Whether a single `=` stands here.
    public boolean isAtEquals() {
        skipBlanks();
        return text.startsWith("=", at) && !text.startsWith("==", at);
    }

    /// Reads a name: a letter, then letters, digits (subscript ones too) and `_`; empty if none stands here.
    public String name() {
        skipBlanks();
        int begin = at;
        if (at < text.length() && Character.isLetter(text.charAt(at))) {
            while (at < text.length() && isNamePart(text.charAt(at))) {
                at++;
            }
        }
        return text.substring(begin, at);
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || (c >= '₀' && c <= '₉') || c == '_';
    }

    /// Whether a declaration with a range stands here: `name = number ( … ..`. The scanner does not move.
    public boolean isAtRange() {
        CardScanner ahead = new CardScanner(line, at);
        if (ahead.name().isEmpty() || !ahead.isAtEquals()) {
            return false;
        }
        ahead.at++;
        if (!ahead.takeNumber() || !ahead.skip("(")) {
            return false;
        }
        ahead.takeNumber();
        ahead.skipBlanks();
        return text.startsWith("..", ahead.at) || text.startsWith("…", ahead.at);
    }

    /// Reads a number.
    ///
    /// @param what it is, for the message: `the value of a`
    /// @throws CardException if none stands here, or it is too large
    public double number(String what) throws CardException {
        skipBlanks();
        int begin = at;
        if (!takeNumber()) {
            throw mistake(what + " is not a number", "write one such as 1, 0.5 or 1e-3", at + 1);
        }
        double value = Double.parseDouble(plain(text.substring(begin, at)));
        if (Double.isInfinite(value)) {
            int end = at;
            at = begin;
            throw mistake(what + " is too large", "the largest number is 1.7e308", end);
        }
        return value;
    }

    /// A number as Java reads it: with a hyphen for its minus, and no blanks behind that.
    private static String plain(String number) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (!isBlank(c)) {
                plain.append(c == '−' ? '-' : c);
            }
        }
        return plain.toString();
    }

    /// Moves behind a number: `-1`, `.5`, `2.`, `1e-3`, `−2`.
    private boolean takeNumber() {
        skipBlanks();
        int begin = at;
        if (isOneOf("-+−")) {
            at++;
            skipBlanks();
        }
        int digits = digits();
        if (isOneOf(".") && !text.startsWith("..", at)) {
            at++;
            digits += digits();
        }
        if (digits == 0) {
            at = begin;
            return false;
        }
        int end = at;
        if (isOneOf("eE")) {
            at++;
            at += isOneOf("-+−") ? 1 : 0;
            at = digits() == 0 ? end : at;
        }
        return true;
    }

    private int digits() {
        int begin = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - begin;
    }

    private boolean isOneOf(String signs) {
        return at < text.length() && signs.indexOf(text.charAt(at)) >= 0;
    }

    /// Reads `low .. high`.
    ///
    /// @param noun what it is, for the message: `range`
    /// @param owner whose it is
    /// @throws CardException with the place
    public Range interval(String noun, String owner) throws CardException {
        double low = number("the left end of " + owner + "'s " + noun);
        if (!skip("…")) {
            need("..", "the " + noun + " of " + owner + " is not complete", "write it as (0 .. 3)");
            at += text.startsWith(".", at) ? 1 : 0;
        }
        return new Range(low, number("the right end of " + owner + "'s " + noun), false);
    }

    /// Reads a declaration whose name is read: the number behind the `=`, then the range and the limits if they are
    /// there.
    ///
    /// @param begin the offset of the name
    /// @throws CardException with the place
    public Declaration declaration(String name, int begin) throws CardException {
        String shown = Quote.shortened(name);
        need("=", "the parameter " + shown + " has no value", "write " + shown + EXAMPLE);
        skipBlanks();
        int valueBegin = at;
        double value = number("the value of " + shown);
        String written = text.substring(valueBegin, at);
        int valueEnd = at;
        if (!skip("(")) {
            return new Declaration(name, value, written, Optional.empty(), Optional.empty(), begin, valueEnd, valueEnd);
        }
        skipBlanks();
        int rangeBegin = at;
        Range range = range(shown);
        return new Declaration(name, value, written, Optional.of(range), limits(shown), begin, rangeBegin, at);
    }

    private Range range(String name) throws CardException {
        Range ends = interval("range", name);
        boolean logarithmic = false;
        if (skip(",")) {
            logarithmic = name().equals("log");
            if (!logarithmic) {
                throw mistake("'log' is expected", "write (1 .. 200, log) or leave the comma out", at + 1);
            }
        }
        need(")", "the range of " + name + " is not closed", "add a ')'");
        return new Range(ends.low(), ends.high(), logarithmic);
    }

    private Optional<Limits> limits(String name) throws CardException {
        int behind = at;
        if (!name().equals("in")) {
            at = behind;
            return Optional.empty();
        }
        String remedy = "write them as in [0, inf) or in (0, 1]";
        String what = "the limits of " + name;
        boolean lowIncluded = skip("[");
        if (!lowIncluded) {
            need("(", what + " do not begin", remedy);
        }
        double low = bound(what);
        need(",", what + " have one end", remedy);
        double high = bound(what);
        boolean highIncluded = skip("]");
        if (!highIncluded) {
            need(")", what + " are not closed", remedy);
        }
        return Optional.of(new Limits(low, lowIncluded, high, highIncluded));
    }

    private double bound(String what) throws CardException {
        if (skip("-inf")) {
            return Double.NEGATIVE_INFINITY;
        }
        return skip("inf") ? Double.POSITIVE_INFINITY : number("an end of " + what);
    }

    private void need(String sign, String problem, String remedy) throws CardException {
        if (!skip(sign)) {
            throw mistake(problem, remedy, at + 1);
        }
    }

    /// A mistake at the place where the scanner stands.
    ///
    /// @param end the offset behind it
    public CardException mistake(String problem, String remedy, int end) {
        return line.mistake(problem, remedy, at, end);
    }
}
