package fallline.expr.parse;

import fallline.expr.FormulaException;
import fallline.expr.Scope;
import fallline.text.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Cuts a formula into tokens. Accepts the signs that people paste: − · × ÷ ² ₁ ½ √ |x| ≤ ≥ ≠ and `**`.
final class Lexer {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private static final Map<Character, Double> FRACTIONS = Map.ofEntries(
            Map.entry('½', 1 / 2.0),
            Map.entry('⅓', 1 / 3.0),
            Map.entry('⅔', 2 / 3.0),
            Map.entry('¼', 1 / 4.0),
            Map.entry('¾', 3 / 4.0),
            Map.entry('⅕', 1 / 5.0),
            Map.entry('⅖', 2 / 5.0),
            Map.entry('⅗', 3 / 5.0),
            Map.entry('⅘', 4 / 5.0),
            Map.entry('⅙', 1 / 6.0),
            Map.entry('⅚', 5 / 6.0),
            Map.entry('⅛', 1 / 8.0),
            Map.entry('⅜', 3 / 8.0),
            Map.entry('⅝', 5 / 8.0),
            Map.entry('⅞', 7 / 8.0));

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    Lexer(String text) {
        this.text = text;
    }

    List<Token> tokens() throws FormulaException {
        while (true) {
            while (at < text.length() && isSpace(text.charAt(at))) {
                at++;
            }
            if (at == text.length()) {
                tokens.add(new Token(Token.Kind.END, "", 0, at, at + 1));
                return tokens;
            }
            next();
        }
    }

    private void next() throws FormulaException {
        char c = text.charAt(at);
        if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
            number();
        } else if (Character.isLetter(c)) {
            int start = at;
            while (at < text.length() && (Scope.isNamePart(text.charAt(at)) || Scope.isSubscript(text.charAt(at)))) {
                at++;
            }
            tokens.add(new Token(Token.Kind.NAME, Scope.plain(text.substring(start, at)), 0, start, at));
        } else if (FRACTIONS.containsKey(c)) {
            double value = FRACTIONS.getOrDefault(c, Double.NaN);
            tokens.add(new Token(Token.Kind.NUMBER, String.valueOf(c), value, at, at + 1));
            at++;
        } else if (SUPERSCRIPTS.indexOf(c) >= 0) {
            superscript();
        } else {
            sign(c);
        }
    }

    private void number() throws FormulaException {
        int start = at;
        digits();
        if (peek(0) == '.') {
            at++;
            digits();
        }
        int sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
        if ((peek(0) == 'e' || peek(0) == 'E') && isDigit(peek(1 + sign))) {
            at += 1 + sign;
            digits();
        }
        double value = Double.parseDouble(text.substring(start, at));
        Token token = new Token(Token.Kind.NUMBER, text.substring(start, at), value, start, at);
        if (Double.isInfinite(value)) {
            throw token.error(
                    "the number " + Quote.shortened(token.text()) + " is too large", "the largest is 1.7e308");
        }
        if (peek(0) == '.') {
            throw token.error("a second decimal point in the number", "write one, as in 1.5");
        }
        tokens.add(token);
    }

    private void digits() {
        while (isDigit(peek(0))) {
            at++;
        }
    }

    private void superscript() {
        int start = at;
        StringBuilder digits = new StringBuilder();
        while (at < text.length() && SUPERSCRIPTS.indexOf(text.charAt(at)) >= 0) {
            digits.append(SUPERSCRIPTS.indexOf(text.charAt(at)));
            at++;
        }
        tokens.add(new Token(Token.Kind.SIGN, "^", 0, start, at));
        String number = digits.toString();
        tokens.add(new Token(Token.Kind.NUMBER, number, Double.parseDouble(number), start, at));
    }

    private void sign(char c) throws FormulaException {
        String sign =
                switch (c) {
                    case '+', '/', '^', '(', ')', '[', ']', '{', '}', ',', '|', '√' -> String.valueOf(c);
                    case '-', '−', '–' -> "-";
                    case '*' -> peek(1) == '*' ? "^" : "*";
                    case '·', '×', '⋅', '∙' -> "*";
                    case '÷', '∕' -> "/";
                    case '<', '>' -> peek(1) == '=' ? c + "=" : String.valueOf(c);
                    case '=' -> peek(1) == '=' ? "==" : "=";
                    case '!' -> peek(1) == '=' ? "!=" : "";
                    case '≤' -> "<=";
                    case '≥' -> ">=";
                    case '≠' -> "!=";
                    default -> "";
                };
        boolean two = (sign.length() == 2 && "<>=!".indexOf(c) >= 0) || (c == '*' && sign.equals("^"));
        Token token = new Token(Token.Kind.SIGN, sign, 0, at, at + (two ? 2 : 1));
        if (sign.isEmpty()) {
            throw unexpected(token, c);
        }
        tokens.add(token);
        at = token.end();
    }

    private FormulaException unexpected(Token token, char c) {
        return switch (c) {
            case '!' -> token.error("a '!' without '='", "write != for not equal");
            case ';' -> token.error("';'", "separate arguments by commas");
            default -> {
                int end = token.start() + Character.charCount(text.codePointAt(token.start()));
                String shown = text.substring(token.start(), end);
                yield new FormulaException(
                        "the character " + Quote.of(shown) + " has no meaning in a formula",
                        token.start() + 1,
                        end + 1,
                        "use names, numbers, + - * / ^ and brackets");
            }
        };
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
