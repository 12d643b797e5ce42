package fallline.figure.page;

import fallline.figure.paint.Box;
import fallline.figure.paint.Figure;
import fallline.figure.paint.Fonts;
import fallline.figure.paint.FormulaLines;
import fallline.figure.paint.Painter;
import fallline.figure.paint.RunStyle;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.paint.Type;
import fallline.figure.paint.Typesetter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// One step of a run as formulas: every stage in symbols and below it in numbers, a sentence that says what happens,
/// tables that say how the gradient came about, and what else is known. Where there is little room, the last of it is
/// left out first.
///
/// @param rows in the order of the stages
/// @param sentence may be empty
/// @param tables most important first
/// @param more rows at the end
/// @param lit the place of the row that is spoken of, if one is
/// @param style the run's, for the results
/// @param typesetter shared by all figures of a window
public record StepFigure(
        List<Row> rows,
        String sentence,
        List<NumberTable> tables,
        List<Row> more,
        OptionalInt lit,
        RunStyle style,
        Typesetter typesetter)
        implements Figure {
    private static final double MARGIN = 14;
    private static final double PAD = 8;
    private static final double SYMBOLS = 15.5;
    private static final double NUMBERS = 15;
    /// Numbers that are smaller than this say nothing: what they come to stands there alone.
    private static final double READABLE = 6;

    private static final double GAP = 4;
    private static final double BETWEEN = 3;
    private static final double LINE = 17;
    private static final double STACKED_BELOW = 380;
    private static final double LEAST_SHRINK = 0.62;

    /// Where all is to be shown it is not set smaller than this; a little smaller, to show some of a table.
    private static final double SMALL = 0.85;

    private static final double SMALLER = 0.7;

    /// From this width on tables stand beside the stages.
    private static final double TWO_COLUMNS = 900;

    private static final double STAGES = 0.5;

    private static final int USUAL_LINES = 5;
    private static final int FEWEST_LINES = 1;

    /// One stage.
    ///
    /// @param caption in words: `running mean of the gradient`
    /// @param symbols in LaTeX
    /// @param numbers the same with this step's numbers, in LaTeX; may be empty
    /// @param result what comes out, in LaTeX, set in the run's colour after the numbers; may be empty
    public record Row(String caption, String symbols, String numbers, String result) {}

    public StepFigure {
        rows = List.copyOf(rows);
        tables = List.copyOf(tables);
        more = List.copyOf(more);
    }

    /// Stages and a sentence alone.
    public StepFigure(List<Row> rows, String sentence, RunStyle style, Typesetter typesetter) {
        this(rows, sentence, List.of(), List.of(), style, typesetter);
    }

    /// One of which no row is spoken of.
    public StepFigure(
            List<Row> rows,
            String sentence,
            List<NumberTable> tables,
            List<Row> more,
            RunStyle style,
            Typesetter typesetter) {
        this(rows, sentence, tables, more, OptionalInt.empty(), style, typesetter);
    }

    /// Where the row that is spoken of stands in a panel of this width: its upper and lower edge.
    public Optional<double[]> litPlace(double width) {
        if (lit.isEmpty() || lit.getAsInt() >= rows.size()) {
            return Optional.empty();
        }
        double column = isWide(width) ? width * STAGES : width;
        Layouts layouts = new Layouts();
        double y = 0;
        for (int i = 0; i < lit.getAsInt(); i++) {
            y += layouts.of(rows.get(i), column).height;
        }
        return Optional.of(new double[] {y, y + layouts.of(rows.get(lit.getAsInt()), column).height});
    }

    /// What is shown of it: so many tables with so many lines each at most, and so many rows at the end.
    private record Cut(int tables, int lines, int more) {}

    /// The height that everything takes in a panel of this width; of long tables the first lines.
    public double height(double width) {
        return height(width, new Cut(tables.size(), USUAL_LINES, more.size()), new Layouts());
    }

    private double height(double width, Cut cut, Layouts layouts) {
        if (isWide(width)) {
            return Math.max(
                    stagesHeight(width * STAGES, cut, layouts),
                    PAD + tablesHeight(width * (1 - STAGES) - MARGIN, cut) + PAD);
        }
        return stagesHeight(width, cut, layouts) + tablesHeight(width - 2 * MARGIN, cut);
    }

    private boolean isWide(double width) {
        return width >= TWO_COLUMNS && !tables.isEmpty();
    }

    private double stagesHeight(double width, Cut cut, Layouts layouts) {
        double total = PAD;
        for (Row row : rows) {
            total += layouts.of(row, width).height;
        }
        total += sentence.isEmpty() ? 0 : sentenceLines(width).size() * LINE + 2 * PAD;
        for (Row row : more.subList(0, cut.more)) {
            total += layouts.of(row, width).height;
        }
        return total + PAD;
    }

    private double tablesHeight(double width, Cut cut) {
        double total = 0;
        for (NumberTable table : tables.subList(0, cut.tables)) {
            total += PAD + table.height(lines(table, cut), width);
        }
        return total;
    }

    private static int lines(NumberTable table, Cut cut) {
        return Math.min(table.lines().size(), cut.lines);
    }

    /// Where the parts of a row stand, from the row's upper edge.
    private record Placed(
            List<String> caption,
            double left,
            FormulaLines symbols,
            double symbolsTop,
            FormulaLines numbers,
            double numbersTop,
            FormulaLines.Piece result,
            double height) {}

    private record Room(Row row, double width) {}

    /// Rows that were laid out while one height is sought or one picture painted, each once a width.
    private final class Layouts {
        private final Map<Room, Placed> known = new HashMap<>();

        Placed of(Row row, double width) {
            return known.computeIfAbsent(new Room(row, width), room -> layout(room.row, room.width));
        }
    }

    private Placed layout(Row row, double width) {
        boolean stacked = width < STACKED_BELOW;
        double captionWidth = stacked ? width - 2 * MARGIN : Math.clamp(width * 0.26, 96, 170);
        List<String> caption = wrapped(row.caption, captionWidth);
        double left = stacked ? MARGIN : MARGIN + captionWidth + 16;
        double room = width - left - MARGIN;
        double symbolsTop = PAD + (stacked ? caption.size() * LINE : 0);
        FormulaLines symbols = FormulaLines.of(typesetter, row.symbols, SYMBOLS, room);
        double numbersTop = symbolsTop + symbols.height() + BETWEEN;
        FormulaLines whole = FormulaLines.of(typesetter, row.numbers, NUMBERS, room);
        FormulaLines numbers = whole.smallest() < READABLE ? FormulaLines.of(typesetter, "", NUMBERS, room) : whole;
        double y = symbolsTop + symbols.height() + (numbers.pieces().isEmpty() ? 0 : BETWEEN + numbers.height());
        FormulaLines.Piece result = new FormulaLines.Piece("", NUMBERS, 0, 0);
        if (!row.result.isEmpty()) {
            double size = numbers.pieces().isEmpty()
                    ? NUMBERS
                    : numbers.pieces().getLast().size();
            Typesetter.Extent extent = typesetter.extent(row.result, size);
            double x = numbers.lastRight() + (numbers.lastRight() > 0 ? GAP : 0);
            boolean beside = x + extent.width() <= room && !numbers.pieces().isEmpty();
            double base = beside ? numbersTop + numbers.lastBaseline() : y + BETWEEN + Math.max(11, extent.ascent());
            result = new FormulaLines.Piece(row.result, size, beside ? x : 0, base);
            y = Math.max(y, base + Math.max(3, extent.descent()));
        }
        double least = stacked ? y : Math.max(y, PAD + caption.size() * LINE);
        return new Placed(caption, left, symbols, symbolsTop, numbers, numbersTop, result, Math.ceil(least + PAD));
    }

    private List<String> sentenceLines(double width) {
        return wrapped(sentence, width - 2 * MARGIN);
    }

    static List<String> wrapped(String words, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.isBlank() ? new String[0] : words.strip().split("\\s+", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && Fonts.width(longer, Type.BODY) > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /// In less than the wanted height everything is set a little smaller, and what is last is left out; if that is not
    /// enough, the stages are set smaller still, and at last left out too.
    @Override
    public void paint(Graphics2D g, Size size, Theme theme) {
        Layouts layouts = new Layouts();
        Painter.paint(g, size, theme, p -> {
            for (double least : new double[] {SMALL, SMALLER}) {
                for (Cut cut : cuts()) {
                    for (double shrink = 1; shrink > least - 0.01; shrink -= 0.05) {
                        if (fits(size, cut, shrink, layouts)) {
                            paintAll(p, size, longer(size, cut, shrink, layouts), shrink, layouts);
                            return;
                        }
                    }
                }
            }
            Cut bare = new Cut(0, 0, 0);
            double shrink = 1;
            while (shrink > LEAST_SHRINK && !fits(size, bare, shrink, layouts)) {
                shrink -= 0.05;
            }
            paintAll(p, size, bare, shrink, layouts);
        });
    }

    /// The same with as many lines of the tables as fit.
    private Cut longer(Size size, Cut cut, double shrink, Layouts layouts) {
        Cut best = cut;
        for (int lines = cut.lines + 1; lines <= mostLines(); lines++) {
            Cut next = new Cut(cut.tables, lines, cut.more);
            best = fits(size, next, shrink, layouts) ? next : best;
        }
        return best;
    }

    private int mostLines() {
        return tables.stream().mapToInt(table -> table.lines().size()).max().orElse(0);
    }

    /// From all that can be shown to the least.
    private List<Cut> cuts() {
        List<Cut> cuts = new ArrayList<>();
        for (int rest = more.size(); rest >= 0; rest--) {
            cuts.add(new Cut(tables.size(), USUAL_LINES, rest));
        }
        for (int count = tables.size(); count > 0; count--) {
            for (int lines = USUAL_LINES; lines >= FEWEST_LINES; lines--) {
                cuts.add(new Cut(count, lines, 0));
            }
        }
        if (tables.isEmpty()) {
            cuts.add(new Cut(0, 0, 0));
        }
        return cuts;
    }

    private boolean fits(Size size, Cut cut, double shrink, Layouts layouts) {
        return height(size.width() / shrink, cut, layouts) * shrink <= size.height() + 0.5;
    }

    private void paintAll(Painter p, Size size, Cut cut, double shrink, Layouts layouts) {
        p.g.scale(shrink, shrink);
        double width = size.width() / shrink;
        double bottom = size.height() / shrink;
        boolean wide = isWide(width);
        double stages = wide ? width * STAGES : width;
        double y = paintRows(p, rows, 0, stages, bottom, layouts);
        List<String> lines = sentenceLines(stages);
        if (!lines.isEmpty() && y + 2 * PAD + lines.size() * LINE <= bottom + 1) {
            y += PAD + 4;
            for (String line : lines) {
                p.text(line, MARGIN, y + 12, Type.BODY, p.theme.muted());
                y += LINE;
            }
            y += PAD - 4;
        }
        if (wide) {
            paintTables(p, cut, stages, 0, width - stages - MARGIN);
        } else {
            y = paintTables(p, cut, MARGIN, y, width - 2 * MARGIN);
        }
        paintRows(p, more.subList(0, cut.more), y, stages, bottom, layouts);
    }

    /// @return where the tables end
    private double paintTables(Painter p, Cut cut, double x, double from, double width) {
        double y = from;
        for (NumberTable table : tables.subList(0, cut.tables)) {
            int shown = lines(table, cut);
            table.paint(p, x, y + PAD, width, shown, style);
            y += PAD + table.height(shown, width);
        }
        return y;
    }

    /// @return where the rows end
    private double paintRows(Painter p, List<Row> some, double from, double width, double bottom, Layouts layouts) {
        double y = from;
        for (int i = 0; i < some.size(); i++) {
            Placed placed = layouts.of(some.get(i), width);
            if (y + placed.height > bottom + 1) {
                return y;
            }
            p.rule(MARGIN, y + 0.5, width - MARGIN, y + 0.5, p.theme.grid(), 1);
            if (some == rows && lit.orElse(-1) == i) {
                p.ground(new Box(MARGIN / 2, y + 1, width - MARGIN, placed.height - 1), p.theme.accentSoft());
                p.ground(new Box(MARGIN / 2, y + 1, 4, placed.height - 1), p.theme.accent());
            }
            paintRow(p, placed, y);
            y += placed.height;
        }
        if (!some.isEmpty()) {
            p.rule(MARGIN, y + 0.5, width - MARGIN, y + 0.5, p.theme.grid(), 1);
        }
        return y;
    }

    private void paintRow(Painter p, Placed row, double y) {
        double baseline = y + PAD + 12;
        for (String line : row.caption) {
            p.text(line, MARGIN, baseline, Type.BODY, p.theme.muted());
            baseline += LINE;
        }
        row.symbols.pieces().forEach(piece -> piece(p, piece, row.left, y + row.symbolsTop, p.theme.text()));
        row.numbers.pieces().forEach(piece -> piece(p, piece, row.left, y + row.numbersTop, p.theme.muted()));
        piece(p, row.result, row.left, y, style.words(p.theme));
    }

    private void piece(Painter p, FormulaLines.Piece piece, double left, double top, Color colour) {
        if (!piece.latex().isEmpty()) {
            typesetter.paint(p.g, piece.latex(), left + piece.x(), top + piece.baseline(), piece.size(), colour);
        }
    }
}
