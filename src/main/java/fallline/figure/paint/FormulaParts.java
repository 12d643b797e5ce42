package fallline.figure.paint;

import java.util.ArrayList;
import java.util.List;

/// Takes a long formula apart where a line may end: before a sum's or an equation's signs that stand in no bracket, no
/// group and no fraction, and between brackets that are multiplied. Set one after the other, the parts are the formula.
public final class FormulaParts {
    private static final List<String> SIGNS = List.of("+", "-", "=", "\\approx", "\\le", "\\ge");

    /// Stands before a sign, so that it keeps the room of one between two things; empty braces would do in TeX, but the
    /// typesetter leaves them out.
    private static final String NOTHING = "\\mathord{}";

    private FormulaParts() {}

    /// The parts of `latex`; each but the first begins with the sign that it follows on.
    public static List<String> of(String latex) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        boolean operand = false; // whether something stands before the place, so that a sign there joins two things
        for (int i = 0; i < latex.length(); ) {
            char c = latex.charAt(i);
            String sign = sign(latex, i);
            if (depth == 0 && !sign.isEmpty()) {
                if (operand && hasContent(latex, from, i)) {
                    parts.add(part(latex.substring(from, i), parts.isEmpty()));
                    from = i;
                }
                operand = false;
                i += sign.length();
                continue;
            }
            int length = c == '\\' ? command(latex, i) : 1;
            String word = latex.substring(i, i + length);
            if (c == '{' || c == '(' || c == '[' || word.equals("\\{")) {
                depth++;
            } else if (c == '}' || c == ')' || c == ']' || word.equals("\\}")) {
                depth--;
            } else if (word.equals("\\left") || word.equals("\\begin")) {
                depth++;
                length += word.equals("\\left") ? delimiter(latex, i + length) : 0;
            } else if (word.equals("\\right") || word.equals("\\end")) {
                depth--;
                length += word.equals("\\right") ? delimiter(latex, i + length) : 0;
            }
            boolean script = c == '_' || c == '^';
            operand = script ? false : operand || !Character.isWhitespace(c);
            i += length;
        }
        parts.add(part(latex.substring(from), parts.isEmpty()));
        return depth == 0 ? List.copyOf(parts) : List.of(latex);
    }

    /// The factors of a product of brackets: a line may end before a bracket that follows on another.
    public static List<String> factors(String latex) {
        List<String> factors = new ArrayList<>();
        int depth = 0;
        int from = 0;
        boolean closed = false; // whether a bracket, or its power, stands before the place
        for (int i = 0; i < latex.length(); ) {
            int length = latex.charAt(i) == '\\' ? command(latex, i) : 1;
            String word = latex.substring(i, i + length);
            if (word.equals("\\left")) {
                if (depth == 0 && closed) {
                    factors.add(latex.substring(from, i));
                    from = i;
                }
                closed = false;
                depth++;
                length += delimiter(latex, i + length);
            } else if (word.equals("\\right")) {
                depth--;
                closed = depth == 0;
                length += delimiter(latex, i + length);
            } else if (word.equals("{")) {
                depth++;
            } else if (word.equals("}")) {
                depth--;
            } else if (word.equals("^") && closed) {
                length += script(latex, i + 1);
            } else if (depth == 0 && !word.isBlank()) {
                closed = false;
            }
            i += length;
        }
        factors.add(latex.substring(from));
        return depth == 0 ? List.copyOf(factors) : List.of(latex);
    }

    /// How long the exponent is that begins here.
    private static int script(String latex, int at) {
        if (at >= latex.length() || latex.charAt(at) != '{') {
            return at >= latex.length() ? 0 : command(latex, at);
        }
        int depth = 0;
        for (int i = at; i < latex.length(); i++) {
            depth += latex.charAt(i) == '{' ? 1 : latex.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i + 1 - at;
            }
        }
        return latex.length() - at;
    }

    private static String part(String text, boolean first) {
        return first ? text : NOTHING + text;
    }

    private static boolean hasContent(String latex, int from, int to) {
        return !latex.substring(from, to).isBlank();
    }

    private static String sign(String latex, int at) {
        for (String sign : SIGNS) {
            boolean whole = !sign.startsWith("\\") || command(latex, at) == sign.length();
            if (latex.startsWith(sign, at) && whole) {
                return sign;
            }
        }
        return "";
    }

    /// How long the command is that begins here.
    private static int command(String latex, int at) {
        if (latex.charAt(at) != '\\') {
            return 1;
        }
        int end = at + 1;
        while (end < latex.length() && Character.isLetter(latex.charAt(end))) {
            end++;
        }
        return Math.min(latex.length(), Math.max(end, at + 2)) - at;
    }

    /// How long the bracket behind `\left` is.
    private static int delimiter(String latex, int at) {
        return at >= latex.length() ? 0 : command(latex, at);
    }
}
