package fallline.data.read;

/// Keeps spreadsheets from taking a name in a CSV for a formula.
///
/// An apostrophe goes before `=`, `+`, `-`, `−`, `@` and a tab at the beginning, and before an apostrophe, so that
/// it can be taken off again without doubt. Numbers are never touched.
public final class FormulaGuard {
    private FormulaGuard() {}

    /// The name as it is written into a CSV.
    public static String on(String name) {
        return !name.isEmpty() && isTaken(name.charAt(0)) ? "'" + name : name;
    }

    /// The name that [#on] wrote.
    public static String off(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && isTaken(text.charAt(1)) ? text.substring(1) : text;
    }

    private static boolean isTaken(char c) {
        return c == '=' || c == '+' || c == '-' || c == '\u2212' || c == '@' || c == '\t' || c == '\'';
    }
}
