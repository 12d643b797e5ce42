package fallline.figure.paint;

import java.util.ArrayList;
import java.util.List;

/// Takes a long formula apart where a line may end: before a sum's or an equation's signs that stand in no bracket, no
/// group and no fraction. Set one after the other, the parts are the formula.
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
