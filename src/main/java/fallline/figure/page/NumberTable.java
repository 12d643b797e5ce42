package fallline.figure.page;

import fallline.figure.paint.Fonts;
import fallline.figure.paint.Painter;
import fallline.figure.paint.RunStyle;
import fallline.figure.paint.Type;
import java.awt.Font;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A small table of numbers under a heading: lines, of which as many are shown as there is room for, one line that
/// sums up the rest, and lines that conclude.
///
/// @param title in a few words
/// @param note a sentence under it; may be empty
/// @param columns the last one always stays
/// @param lines one cell a column
/// @param rests for every number of lines that may be shown, from 0 to all, the line that stands for those after them;
///     without words where there are none
/// @param feet what comes out
public record NumberTable(
        String title, String note, List<Column> columns, List<Line> lines, List<Foot> rests, List<Foot> feet) {
    private static final Font HEAD = Type.NOTE;
    private static final Font CELL = Type.BODY;
    private static final double LINE = 17;
    private static final double HEADING = 22;
    private static final double GAP = 14;
    private static final double WIDEST_GAP = 34;
    private static final double WIDEST_HEAD = 130;
    private static final double SMALLEST = 0.6;

    /// A column of numbers, which stand at its right.
    ///
    /// @param head in a word or two
    /// @param weight where there is too little room the column with the smallest weight goes first
    public record Column(String head, int weight) {}

    /// One line of numbers.
    ///
    /// @param cells one a column
    public record Line(List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /// A line that says what its number is.
    ///
    /// @param result whether it is what all the others lead to
    public record Foot(String words, String number, boolean result) {
        /// No line at all.
        public static final Foot NONE = new Foot("", "", false);

        boolean isNone() {
            return words.isEmpty();
        }
    }

    public NumberTable {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
        rests = List.copyOf(rests);
        feet = List.copyOf(feet);
    }

    /// The height with so many lines.
    double height(int shown, double width) {
        int count = 1 + shown + (rests.get(shown).isNone() ? 0 : 1) + feet.size();
        return heading(width) + count * LINE + 8;
    }

    private double heading(double width) {
        return HEADING + StepFigure.wrapped(note, width).size() * LINE;
    }

    /// The columns that fit, with their right edges, and by how much all is set smaller.
    private record Placed(List<Integer> kept, double[] right, double scale) {}

    private Placed place(double width) {
        List<Integer> kept = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            kept.add(c);
        }
        double[] wide = new double[columns.size()];
        for (int c = 0; c < wide.length; c++) {
            wide[c] = columnWidth(c);
        }
        while (kept.size() > 1 && total(kept, wide) > width) {
            int least = kept.stream()
                    .limit(kept.size() - 1L)
                    .min(Comparator.comparingInt(c -> columns.get(c).weight()))
                    .orElseThrow();
            kept.removeIf(c -> c == least);
        }
        double scale = Math.clamp(width / Math.max(total(kept, wide), feetWidth()), SMALLEST, 1);
        double spare = Math.max(0, width / scale - total(kept, wide));
        double gap = kept.size() < 2 ? GAP : Math.min(WIDEST_GAP, GAP + spare / (kept.size() - 1));
        double[] right = new double[kept.size()];
        double x = 0;
        for (int k = 0; k < right.length; k++) {
            x += wide[kept.get(k)] + (k == 0 ? 0 : gap);
            right[k] = x;
        }
        double missing = feetWidth() - x;
        for (int k = 0; k < right.length && missing > 0; k++) {
            right[k] += missing;
        }
        return new Placed(kept, right, scale);
    }

    private static double total(List<Integer> kept, double[] wide) {
        double sum = GAP * (kept.size() - 1);
        for (int c : kept) {
            sum += wide[c];
        }
        return sum;
    }

    private double columnWidth(int column) {
        double width = Math.min(WIDEST_HEAD, Fonts.width(columns.get(column).head(), HEAD));
        for (Line line : lines) {
            width = Math.max(width, Fonts.width(line.cells().get(column), CELL));
        }
        if (column == columns.size() - 1) {
            for (Foot foot : all()) {
                width = Math.max(width, Fonts.width(foot.number(), CELL));
            }
        }
        return width;
    }

    private double feetWidth() {
        return all().stream()
                .mapToDouble(foot -> Fonts.width(foot.words(), CELL) + GAP + Fonts.width(foot.number(), CELL))
                .max()
                .orElse(0);
    }

    private List<Foot> all() {
        List<Foot> all = new ArrayList<>(rests);
        all.addAll(feet);
        return all;
    }

    /// Paints the table with its upper left corner at (x, y).
    void paint(Painter p, double x, double y, double width, int shown, RunStyle style) {
        p.text(Fonts.fitted(title, Type.LABEL, width), x, y + HEADING - 7, Type.LABEL, p.theme.text());
        double words = y + HEADING - 7;
        for (String line : StepFigure.wrapped(note, width)) {
            words += LINE;
            p.text(line, x, words, Type.BODY, p.theme.muted());
        }
        Placed placed = place(width);
        AffineTransform before = p.g.getTransform();
        p.g.translate(x, y + heading(width));
        p.g.scale(placed.scale, placed.scale);
        double line = LINE / placed.scale;
        double baseline = line - 5;
        for (int k = 0; k < placed.kept.size(); k++) {
            String head = Fonts.fitted(columns.get(placed.kept.get(k)).head(), HEAD, WIDEST_HEAD);
            p.text(head, placed.right[k], 1, baseline, HEAD, p.theme.muted());
        }
        double end = placed.right[placed.right.length - 1];
        p.rule(0, line + 0.5, end, line + 0.5, p.theme.grid(), 1);
        for (Line one : lines.subList(0, shown)) {
            baseline += line;
            for (int k = 0; k < placed.kept.size(); k++) {
                String cell = one.cells().get(placed.kept.get(k));
                p.text(cell, placed.right[k], 1, baseline, CELL, p.theme.text());
            }
        }
        if (!rests.get(shown).isNone()) {
            baseline += line;
            foot(p, rests.get(shown), end, baseline, style);
        }
        if (!feet.isEmpty()) {
            p.rule(0, baseline + 5.5, end, baseline + 5.5, p.theme.grid(), 1);
        }
        for (Foot foot : feet) {
            baseline += line;
            foot(p, foot, end, baseline, style);
        }
        p.g.setTransform(before);
    }

    private static void foot(Painter p, Foot foot, double end, double baseline, RunStyle style) {
        p.text(foot.words(), 0, baseline, CELL, p.theme.muted());
        p.text(foot.number(), end, 1, baseline, CELL, foot.result() ? style.words(p.theme) : p.theme.text());
    }
}
