package fallline.data.read;

import fallline.data.layout.Sentences;
import fallline.text.Quote;
import java.util.List;

/// Says why a column is no column of numbers.
final class Offenders {
    private static final int NAMED = 3;

    private Offenders() {}

    /// One sentence that names the first three cells that are no numbers, by row.
    ///
    /// @param rows the rows, from 0, that offend
    static String sentence(String name, List<String> text, int[] rows) {
        int named = Math.min(NAMED, rows.length);
        StringBuilder sentence = new StringBuilder("Column " + Quote.of(name) + " is read as words, because ");
        for (int i = 0; i < named; i++) {
            sentence.append(i == 0 ? "" : i == named - 1 && rows.length == named ? " and " : ", ");
            sentence.append(Sentences.quote(text.get(rows[i])))
                    .append(" in row ")
                    .append(rows[i] + 1);
        }
        int more = rows.length - named;
        if (more > 0) {
            sentence.append(" and ").append(Sentences.count(more, "other cell"));
        }
        return sentence.append(rows.length == 1 ? " is no number like the others." : " are no numbers like the others.")
                .toString();
    }

    /// A number in the fewest digits, whole ones without a point.
    static String number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
