package fallline.data.read;

import java.util.List;
import java.util.Optional;

/// The cells of a table, column by column, before it is decided what they are.
interface CellSource {
    /// How much is known of a column by its cells alone.
    enum State {
        /// Not one cell has anything in it.
        EMPTY,
        /// Plain numbers and gaps, to be read in one way only.
        PLAIN,
        /// Plain numbers of which every point could part thousands as well: `1.250`.
        UNSURE,
        /// Something else is among the cells.
        OTHER
    }

    int rows();

    State state(int column);

    /// The plain numbers of a column that is [State#PLAIN] or [State#UNSURE] or empty; NaN for a gap.
    double[] numbers(int column);

    /// A number of a plain column with a point that can only be a decimal one.
    Optional<String> pointed(int column);

    /// The gaps of a plain column, the first thousand of them; [Gap#text] says what stands there.
    List<Gap> gaps(int column);

    /// How many gaps a plain column has.
    long gapCount(int column);

    /// The cells of some columns as text; gaps of rows that are not whole are empty.
    List<List<String>> texts(int[] columns);

    /// The cells of a column that are numbers already, NaN elsewhere; no cells at all where there are none.
    double[] exact(int column);

    /// The line of a row (from 0), once [#texts] was called.
    int line(int row);

    /// The rows that do not have as many cells as there are columns, the first thousand.
    List<Gap> ragged();

    long raggedCount();

    /// A cell, or a row, without what it should have.
    ///
    /// @param row from 1
    /// @param line in the file
    /// @param text what stands there; for a row, how many cells it has
    record Gap(int row, int line, String text) {}
}
