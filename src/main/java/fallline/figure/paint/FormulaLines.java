package fallline.figure.paint;

import java.util.ArrayList;
import java.util.List;

/// A formula in as many lines as it needs in some room: first it becomes a little smaller, then it goes on in further
/// lines, term by term and, where a term is too long, factor by factor; what is wider still is set smaller alone.
///
/// @param pieces from left to right, line by line; places are those of the left end of the baseline, from the upper
///     left corner
/// @param lastRight the right end of the last line
/// @param lastBaseline the baseline of the last line
public record FormulaLines(List<Piece> pieces, double lastRight, double lastBaseline, double height) {
    private static final double SMALL = 0.8;
    /// The smallest that is read with ease, and the smallest of all: a larger pane has room for more.
    private static final double LEAST = 8;

    private static final double TINIEST = 3;
    private static final double INDENT = 14;
    private static final double BETWEEN = 4;
    private static final double ASCENT = 11;
    private static final double DESCENT = 3;

    /// A part of a formula on its baseline.
    public record Piece(String latex, double size, double x, double baseline) {}

    public FormulaLines {
        pieces = List.copyOf(pieces);
    }

    /// Sets `latex` in so much room; an empty text takes none.
    ///
    /// @param size of the type where there is room enough
    public static FormulaLines of(Typesetter typesetter, String latex, double size, double room) {
        if (latex.isEmpty()) {
            return new FormulaLines(List.of(), 0, 0, 0);
        }
        double wide = typesetter.extent(latex, size).width();
        boolean small = wide * SMALL <= room;
        List<String> terms = small ? List.of(latex) : FormulaParts.of(latex);
        double type = terms.size() > 1 ? size * SMALL : size;
        List<String> parts = small ? terms : narrowed(typesetter, terms, type, room);
        List<Piece> pieces = new ArrayList<>();
        List<Piece> line = new ArrayList<>();
        double x = 0;
        double top = 0;
        double ascent = ASCENT;
        double descent = DESCENT;
        for (String part : parts) {
            Typesetter.Extent extent = typesetter.extent(part, type);
            if (!line.isEmpty() && x + extent.width() > room) {
                end(line, top + ascent, pieces);
                top += ascent + descent + BETWEEN;
                x = INDENT;
                ascent = ASCENT;
                descent = DESCENT;
            }
            double fits = fitting(type, extent.width(), room - x);
            Typesetter.Extent set = fits == type ? extent : typesetter.extent(part, fits);
            line.add(new Piece(part, fits, x, 0));
            x += set.width();
            ascent = Math.max(ascent, set.ascent());
            descent = Math.max(descent, set.descent());
        }
        end(line, top + ascent, pieces);
        return new FormulaLines(pieces, x, top + ascent, top + ascent + descent);
    }

    /// The size of what had to be set smallest; infinite where there is nothing.
    public double smallest() {
        return pieces.stream().mapToDouble(Piece::size).min().orElse(Double.POSITIVE_INFINITY);
    }

    /// Products that could not be read in one line are taken apart, too.
    private static List<String> narrowed(Typesetter typesetter, List<String> terms, double type, double room) {
        List<String> parts = new ArrayList<>();
        for (String term : terms) {
            boolean readable = typesetter.extent(term, type).width() * LEAST / type <= room;
            parts.addAll(readable ? List.of(term) : FormulaParts.factors(term));
        }
        return parts;
    }

    private static void end(List<Piece> line, double baseline, List<Piece> pieces) {
        line.forEach(piece -> pieces.add(new Piece(piece.latex, piece.size, piece.x, baseline)));
        line.clear();
    }

    private static double fitting(double type, double width, double room) {
        return width <= room ? type : Math.max(TINIEST, Math.floor(2 * type * room / width) / 2);
    }
}
