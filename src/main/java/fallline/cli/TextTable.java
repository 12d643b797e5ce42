package fallline.cli;

import fallline.text.Quote;
import java.util.ArrayList;
import java.util.List;

/// Lines of cells, aligned: words to the left, numbers to the right.
final class TextTable {
    private static final String GAP = "  ";

    /// Verdicts are the longest cells that are no input.
    private static final int LONGEST = 400;

    private final List<String> headings;
    private final List<Boolean> numeric;
    private final List<List<String>> rows = new ArrayList<>();

    /// @param numeric for each column, whether it holds numbers
    TextTable(List<String> headings, List<Boolean> numeric) {
        this.headings = List.copyOf(headings);
        this.numeric = List.copyOf(numeric);
    }

    void add(List<String> row) {
        rows.add(row.stream().map(TextTable::shown).toList());
    }

    /// A cell on one line; a name of any length leaves room for the rest.
    private static String shown(String cell) {
        return Quote.shortened(cell, LONGEST);
    }

    /// The heading and the rows, without trailing spaces.
    List<String> lines() {
        int[] widths = new int[headings.size()];
        widen(widths, headings);
        rows.forEach(row -> widen(widths, row));
        List<String> lines = new ArrayList<>();
        lines.add(line(headings, widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private static void widen(int[] widths, List<String> row) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], length(row.get(i)));
        }
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - length(row.get(i)));
            line.append(i == 0 ? "" : GAP);
            line.append(numeric.get(i) ? padding + row.get(i) : row.get(i) + padding);
        }
        return line.toString().stripTrailing();
    }
}
