package fallline.expr.print;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Python identifiers for the names of formulas and rules: the names themselves where that is possible. Two names never
/// get the same identifier, and none gets that of a keyword or of something else that the printed code uses.
public final class PythonNames {
    private static final Set<String> KEYWORDS = Set.of(
            "False",
            "None",
            "True",
            "and",
            "as",
            "assert",
            "async",
            "await",
            "break",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "else",
            "except",
            "finally",
            "for",
            "from",
            "global",
            "if",
            "import",
            "in",
            "is",
            "lambda",
            "nonlocal",
            "not",
            "or",
            "pass",
            "raise",
            "return",
            "try",
            "while",
            "with",
            "yield");
    private static final Set<String> OURS = Set.of(
            "np",
            "torch",
            "math",
            "power",
            "sigmoid",
            "softplus",
            "relu",
            "cbrt",
            "atan2",
            "where",
            "minimum",
            "maximum",
            "self",
            "ask",
            "sum",
            "total",
            "abs",
            "float",
            "scalar",
            "vector",
            "rows",
            "J",
            "X",
            "main");

    private final Map<String, String> identifiers = new HashMap<>();
    private final Set<String> taken = new HashSet<>(KEYWORDS);

    public PythonNames() {
        taken.addAll(OURS);
    }

    /// The identifier of `name`, the same one every time.
    public String of(String name) {
        return identifiers.computeIfAbsent(name, this::fresh);
    }

    /// Calls `name` by an identifier like `wanted` from here on.
    public void call(String name, String wanted) {
        identifiers.put(name, fresh(wanted));
    }

    /// An identifier like `wanted` that nothing else has.
    public String fresh(String wanted) {
        String plain = ascii(wanted);
        String identifier = plain;
        for (int i = 2; !taken.add(identifier); i++) {
            identifier = plain + "_" + i;
        }
        return identifier;
    }

    /// Letters, digits and `_` as they are, Greek letters by name, others by number.
    private static String ascii(String name) {
        StringBuilder text = new StringBuilder();
        name.codePoints().forEach(c -> {
            if (c == '_' || (c < 128 && Character.isLetterOrDigit(c))) {
                text.appendCodePoint(c);
            } else if (Character.isLetterOrDigit(c)) {
                text.append(spelled(c));
            } else {
                text.append('_');
            }
        });
        boolean begins = !text.isEmpty() && !Character.isDigit(text.charAt(0));
        return begins ? text.toString() : "n" + text;
    }

    private static String spelled(int c) {
        String name = String.valueOf(Character.getName(c));
        boolean greek = name.startsWith("GREEK ") && name.contains(" LETTER ") && !name.contains(" WITH ");
        return greek
                ? name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT)
                : "u" + Integer.toHexString(c);
    }
}
