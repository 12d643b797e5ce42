package fallline.optimizer.rule;

/// Finds the sums in the text of a rule: `n = sum(g^2)`.
final class SumText {
    /// What a sum over all parameters is called.
    static final String NAME = "sum";

    private SumText() {}

    /// Where the summand begins if a right-hand side, which begins at `begin`, is one sum; else -1. The summand ends
    /// before the text's last bracket.
    static int summand(String text, int begin) {
        int at = pastBlanks(text, begin);
        if (!text.startsWith(NAME, at)) {
            return -1;
        }
        int open = pastBlanks(text, at + NAME.length());
        boolean bracket = open < text.length() && text.charAt(open) == '(';
        // a second factor behind the bracket is no part of the sum
        return bracket && closing(text, open) == text.stripTrailing().length() - 1 ? open + 1 : -1;
    }

    /// Whether a sum stands somewhere in the text.
    static boolean isWithin(String text) {
        for (int at = text.indexOf(NAME); at >= 0; at = text.indexOf(NAME, at + 1)) {
            int open = pastBlanks(text, at + NAME.length());
            boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            if (begins && open < text.length() && text.charAt(open) == '(') {
                return true;
            }
        }
        return false;
    }

    private static int pastBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// The bracket that closes the one at `open`; -1 if none does.
    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
