package fallline.figure.map;

import fallline.figure.plot.Axis;
import fallline.figure.plot.Scale;
import fallline.figure.plot.Span;
import fallline.figure.plot.Window;
import java.util.List;

/// What the cells of a map say, before they have colours. Cells are numbered row by row from the lowest row.
///
/// @param x the axis that the columns divide evenly, as it is scaled
/// @param y the same of the rows
/// @param kinds by cell
/// @param tones by cell, 0 (dark) … 1 (light); for those that have a tone
/// @param hues by cell; for those that have a hue, or a word's place
public record CellField(int columns, int rows, Axis x, Axis y, Kind[] kinds, float[] tones, int[] hues) {
    /// What a cell says.
    public enum Kind {
        /// Nothing yet.
        UNKNOWN,
        /// Nothing is painted.
        CLEAR,
        /// How much, by lightness.
        TONE,
        /// Which, by hue, and how much, by lightness.
        HUED,
        /// One of some words.
        WORD,
        /// Diverged: never a colour.
        HATCHED,
        /// Ended higher than it began.
        RISING,
        /// Came to nothing that was looked for.
        UNREACHED
    }

    public CellField {
        int cells = columns * rows;
        if (kinds.length != cells || tones.length != cells || hues.length != cells) {
            throw new IllegalArgumentException("a field of " + columns + " × " + rows + " cells needs " + cells);
        }
    }

    /// Whether every place of a window has a cell that is painted.
    public boolean covers(Window window) {
        return covers(x.span(), window.x())
                && covers(y.span(), window.y())
                && !List.of(kinds).contains(Kind.CLEAR);
    }

    private static boolean covers(Span own, Span shown) {
        return own.lo() <= shown.lo() && own.hi() >= shown.hi();
    }

    /// The column (or, not `across`, the row) under the middle of each of `count` pixels of an axis; −1 beyond the
    /// field.
    ///
    /// @param shown how the plot scales its axis, from pixel 0 to `count`, or from `count` to 0 where it points up
    int[] places(Scale shown, int count, boolean across) {
        Axis axis = across ? x : y;
        int cells = across ? columns : rows;
        Scale own = axis.scale(0, cells);
        int[] places = new int[count];
        for (int i = 0; i < count; i++) {
            double at = Math.floor(own.pixel(shown.value(i + 0.5)) + 1e-9);
            places[i] = at >= 0 && at < cells ? (int) at : -1;
        }
        return places;
    }
}
