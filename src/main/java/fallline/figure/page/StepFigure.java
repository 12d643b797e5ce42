package fallline.figure.page;

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
import java.util.List;

/// One step of a run as formulas: every stage in symbols and below it in numbers, and a sentence that says what
/// happens.
///
/// @param rows in the order of the stages
/// @param sentence may be empty
/// @param style the run's, for the results
/// @param typesetter shared by all figures of a window
public record StepFigure(List<Row> rows, String sentence, RunStyle style, Typesetter typesetter) implements Figure {
    private static final double MARGIN = 14;
    private static final double PAD = 8;
    private static final double SYMBOLS = 15.5;
    private static final double NUMBERS = 15;
    private static final double GAP = 4;
    private static final double BETWEEN = 3;
    private static final double LINE = 17;
    private static final double STACKED_BELOW = 380;
    private static final double LEAST_SHRINK = 0.62;

    /// One stage.
    ///
    /// @param caption in words: `running mean of the gradient`
    /// @param symbols in LaTeX
    /// @param numbers the same with this step's numbers, in LaTeX; may be empty
    /// @param result what comes out, in LaTeX, set in the run's colour after the numbers; may be empty
    public record Row(String caption, String symbols, String numbers, String result) {}

    public StepFigure {
        rows = List.copyOf(rows);
    }

    /// The height that everything takes in a panel of this width.
    public double height(double width) {
        double total = PAD;
        for (Row row : rows) {
            total += layout(row, width).height;
        }
        return total + sentenceLines(width).size() * LINE + (sentence.isEmpty() ? 0 : 2 * PAD) + PAD;
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

    private Placed layout(Row row, double width) {
        boolean stacked = width < STACKED_BELOW;
        double captionWidth = stacked ? width - 2 * MARGIN : Math.clamp(width * 0.26, 96, 170);
        List<String> caption = wrapped(row.caption, captionWidth);
        double left = stacked ? MARGIN : MARGIN + captionWidth + 16;
        double room = width - left - MARGIN;
        double symbolsTop = PAD + (stacked ? caption.size() * LINE : 0);
        FormulaLines symbols = FormulaLines.of(typesetter, row.symbols, SYMBOLS, room);
        double numbersTop = symbolsTop + symbols.height() + BETWEEN;
        FormulaLines numbers = FormulaLines.of(typesetter, row.numbers, NUMBERS, room);
        double y = symbolsTop + symbols.height() + (row.numbers.isEmpty() ? 0 : BETWEEN + numbers.height());
        FormulaLines.Piece result = new FormulaLines.Piece("", NUMBERS, 0, 0);
        if (!row.result.isEmpty()) {
            double size = numbers.pieces().isEmpty()
                    ? NUMBERS
                    : numbers.pieces().getLast().size();
            Typesetter.Extent extent = typesetter.extent(row.result, size);
            double x = numbers.lastRight() + (numbers.lastRight() > 0 ? GAP : 0);
            boolean beside = x + extent.width() <= room && !row.numbers.isEmpty();
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

    /// In less than the wanted height everything is set smaller, and at last rows are left out.
    @Override
    public void paint(Graphics2D g, Size size, Theme theme) {
        Painter.paint(g, size, theme, p -> {
            double shrink = 1;
            while (shrink > LEAST_SHRINK && height(size.width() / shrink) * shrink > size.height()) {
                shrink -= 0.05;
            }
            p.g.scale(shrink, shrink);
            paintAll(p, size.width() / shrink, size.height() / shrink);
        });
    }

    private void paintAll(Painter p, double width, double bottom) {
        double y = 0;
        for (Row row : rows) {
            Placed placed = layout(row, width);
            if (y + placed.height > bottom) {
                return;
            }
            p.rule(MARGIN, y + 0.5, width - MARGIN, y + 0.5, p.theme.grid(), 1);
            paintRow(p, placed, y);
            y += placed.height;
        }
        if (!rows.isEmpty()) {
            p.rule(MARGIN, y + 0.5, width - MARGIN, y + 0.5, p.theme.grid(), 1);
        }
        List<String> lines = sentenceLines(width);
        y += PAD + 4;
        if (y + lines.size() * LINE <= bottom) {
            for (String line : lines) {
                p.text(line, MARGIN, y + 12, Type.BODY, p.theme.muted());
                y += LINE;
            }
        }
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
