package fallline.data.number;

import java.util.Set;

/// What people write where a value is missing.
public final class MissingMarks {
    private static final Set<String> ANYWHERE = Set.of("", "?", "na", "nan");

    private static final Set<String> AMONG_NUMBERS = Set.of(
            "", "?", "na", "nan", "n/a", "#n/a", "n.a.", "<na>", "null", "none", "nil", "-", "--", "–", "—", ".", "..",
            "...", "…", "#div/0!", "#value!", "#ref!", "#name?", "#num!", "#null!");

    private static final int LONGEST = 7;

    private MissingMarks() {}

    /// Whether a cell of words stands for no value: empty, `NA`, `NaN` (in any case) or `?`.
    public static boolean isMissing(String cell) {
        return isIn(ANYWHERE, cell);
    }

    /// Whether a cell stands for no value in a column that otherwise holds numbers: as above, and `N/A`, `null`,
    /// `None`, `-`, `.`, a spreadsheet's `#DIV/0!` and their like.
    public static boolean isMissingNumber(String cell) {
        return isIn(AMONG_NUMBERS, cell);
    }

    private static boolean isIn(Set<String> marks, String cell) {
        String text = cell.strip();
        return text.length() <= LONGEST && marks.contains(small(text));
    }

    /// ASCII letters made small, whatever the locale.
    private static String small(String text) {
        char[] small = text.toCharArray();
        for (int i = 0; i < small.length; i++) {
            small[i] = (char) (small[i] >= 'A' && small[i] <= 'Z' ? small[i] + 32 : small[i]);
        }
        return new String(small);
    }
}
