package fallline.data;

/// What a single cell of a CSV says.
final class Cells {
    private Cells() {}

    /// Whether the cell stands for no value: empty, `NA`, `NaN` (in any case) or `?`.
    static boolean isMissing(String cell) {
        String text = cell.strip();
        return text.isEmpty() || text.equals("?") || text.equalsIgnoreCase("NA") || text.equalsIgnoreCase("NaN");
    }
}
