package fallline.export;

import fallline.figure.curve.CurveTable;
import java.util.List;

/// Writes the table of a curve as CSV: numbers in the fewest digits that give the same double back, nothing where there
/// is no number, lines ended by a line feed.
public final class CurveCsv {
    private static final char COMMA = ',';

    private CurveCsv() {}

    /// The whole text, with the names of the columns in the first line.
    public static String text(CurveTable table) {
        StringBuilder text = new StringBuilder();
        List<CurveTable.Column> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            text.append(i == 0 ? "" : COMMA)
                    .append(TraceCsv.quoted(columns.get(i).name(), COMMA));
        }
        text.append('\n');
        for (int row = 0; row < table.rows(); row++) {
            for (int i = 0; i < columns.size(); i++) {
                if (i > 0) {
                    text.append(COMMA);
                }
                double value = table.cell(row, i);
                if (columns.get(i).whole() && !Double.isNaN(value)) {
                    text.append((long) value);
                } else if (!Double.isNaN(value)) {
                    text.append(value);
                }
            }
            text.append('\n');
        }
        return text.toString();
    }
}
