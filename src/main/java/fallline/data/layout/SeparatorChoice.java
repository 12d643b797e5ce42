package fallline.data.layout;

import fallline.data.layout.Decision.About;
import fallline.data.number.Numeral;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds out what parts the columns of a text.
///
/// Each candidate cuts the first lines. What counts is how many lines it cuts alike, and how many of their cells
/// are then numbers; at equal merit a tab goes before a semicolon, a comma, a pipe, and these before runs of
/// blanks.
///
/// @param separator the candidate, or the character 0 for one column
/// @param decision why
record SeparatorChoice(char separator, Decision decision) {
    private static final char[] CANDIDATES = {'\t', ';', ',', '|'};
    private static final int QUOTES_LOOKED_FOR = 300;
    private static final double ENOUGH = 0.8;
    private static final double BY_FAR = 0.15;
    private static final double LEAST_NUMBERS = 0.3;

    /// How well a candidate cuts.
    private record Cut(char separator, int columns, double alike, double numbers, int titles, List<SampleRow> rows) {
        static final Cut NONE = new Cut((char) 0, 1, 0, 0, 0, List.of());

        /// How many cells of a line are numbers.
        double ofLine() {
            return numbers * columns;
        }

        double merit() {
            return columns < 2 ? 0 : alike * (1 + 0.5 * numbers) - 0.02 * Math.min(titles, 10);
        }
    }

    /// @param plain how lines are cut apart from the separator
    /// @param end where the sample ends
    static SeparatorChoice of(TableText text, int from, int end, int line, Format plain) {
        Cut best = Cut.NONE;
        List<Cut> cuts = new ArrayList<>();
        for (char candidate : CANDIDATES) {
            Cut cut = cut(text, from, end, line, plain, candidate);
            cuts.add(cut);
            best = cut.merit() > best.merit() + 1e-9 ? cut : best;
        }
        Cut blanks = cut(text, from, end, line, plain, ' ');
        boolean weak = best.alike < ENOUGH || best.columns < 2;
        if (blanks.columns >= 2
                && blanks.alike >= ENOUGH
                && blanks.numbers >= LEAST_NUMBERS
                && (blanks.titles == 0 || best.titles > 0 || best.columns < 2)
                && (weak
                        || (blanks.numbers >= 0.5
                                && (blanks.merit() > best.merit() + BY_FAR
                                        || blanks.ofLine() > best.ofLine() + 0.5)))) {
            best = blanks;
        }
        List<SampleRow> whole = SampleRow.first(text, from, end, line, format(plain, (char) 0));
        boolean single = best.columns >= 2 && isOneColumn(whole, best);
        if (best.columns < 2 || single) {
            String evidence = single
                    ? "every line below the first is one number with a " + Reading.separatorName(best.separator)
                            + " in it, and the first has none"
                    : "no separator cuts the lines alike";
            return new SeparatorChoice(
                    (char) 0, new Decision(About.SEPARATOR, single, "There is one column, because " + evidence + "."));
        }
        String others = others(cuts, best);
        String sentence = "Columns are parted by " + plural(best.separator) + ", because they cut "
                + Math.round(100 * best.alike) + " % of the first lines into " + best.columns + " cells" + others + ".";
        return new SeparatorChoice(best.separator, new Decision(About.SEPARATOR, false, sentence));
    }

    private static String others(List<Cut> cuts, Cut best) {
        return cuts.stream()
                .filter(cut -> cut.separator != best.separator && cut.columns >= 2 && cut.alike >= ENOUGH)
                .findFirst()
                .map(cut -> best.numbers > cut.numbers
                        ? " of which more are numbers than with " + plural(cut.separator)
                        : "")
                .orElse("");
    }

    static String plural(char separator) {
        return switch (separator) {
            case ',' -> "commas";
            case ';' -> "semicolons";
            case '\t' -> "tabs";
            case '|' -> "pipes";
            case ' ' -> "runs of blanks";
            default -> "nothing";
        };
    }

    private static Format format(Format plain, char separator) {
        return new Format(separator, plain.comments(), plain.apostrophes(), plain.skip());
    }

    private static Cut cut(TableText text, int from, int end, int line, Format plain, char separator) {
        List<SampleRow> rows = SampleRow.first(text, from, end, line, format(plain, separator));
        Map<Integer, Integer> counts = new HashMap<>();
        for (SampleRow row : rows) {
            counts.merge(row.cells().size(), 1, Integer::sum);
        }
        int columns = 1;
        int most = 0;
        for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
            boolean more = entry.getValue() > most || (entry.getValue() == most && entry.getKey() > columns);
            if (entry.getKey() >= 2 && more) {
                columns = entry.getKey();
                most = entry.getValue();
            }
        }
        int titles = 0;
        // in aligned text a name may hold blanks, so that the line of names has more cells
        boolean blanks = separator == ' ';
        while (titles < rows.size()
                && (rows.get(titles).cells().size() < columns
                        || (blanks && rows.get(titles).cells().size() != columns))) {
            titles++;
        }
        boolean broken = isBroken(text, from, end, line, format(plain, separator));
        if (most == 0 || 2 * titles > rows.size() || (broken && blanks)) {
            return new Cut(separator, 1, 0, 0, 0, rows);
        }
        int alike = 0;
        int cells = 0;
        int numbers = 0;
        for (SampleRow row : rows.subList(titles, rows.size())) {
            if (row.cells().size() != columns && row.trimmed() != columns) {
                continue;
            }
            alike++;
            for (int i = 0; i < row.cells().size(); i++) {
                cells++;
                numbers += row.isWord(i) ? 0 : 1;
            }
        }
        if (titles > 0 && alike < ENOUGH * (rows.size() - titles)) {
            return new Cut(separator, 1, 0, 0, 0, rows); // commas of prose
        }
        return new Cut(
                separator,
                columns,
                (double) alike / (rows.size() - titles),
                cells == 0 ? 0 : (double) numbers / cells,
                titles,
                rows);
    }

    /// Whether a quote within the sample does not go with the separator.
    private static boolean isBroken(TableText text, int from, int end, int line, Format format) {
        Rows rows = new Rows(text.utf8(), from, end, line, format);
        try {
            for (int i = 0; i < QUOTES_LOOKED_FOR && rows.next(); i++) {
                // only whether it goes through
            }
            return false;
        } catch (QuoteException e) {
            return true;
        }
    }

    /// Whether the mark is within numbers rather than between them: the first line, a word, has none.
    private static boolean isOneColumn(List<SampleRow> whole, Cut best) {
        if ((best.separator != ',' && best.separator != ' ') || whole.size() < 2) {
            return false;
        }
        SampleRow first = whole.getFirst();
        String name = first.cells().getFirst();
        if (first.isNumber(0) || name.indexOf(best.separator) >= 0) {
            return false;
        }
        return whole.subList(1, whole.size()).stream()
                .allMatch(row -> row.isMissing(0) || Numeral.is(row.cells().getFirst()));
    }
}
