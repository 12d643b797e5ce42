package fallline.data;

/// Something in a table that was read and is worth a word, with its place.
///
/// @param kind what is wrong
/// @param row the row of data, from 1 (the header is not counted); 0 for the header itself
/// @param column the column's name
/// @param text the cell as it stands in the file
/// @param sentence the whole as one sentence for the user
public record Problem(Kind kind, int row, String column, String text, String sentence) {
    /// What can be wrong with a cell.
    public enum Kind {
        /// Empty, `NA`, `NaN` or `?`.
        MISSING,
        /// An infinity, or a number too large for a double.
        INFINITE,
        /// Larger in size than 1e150: its square, summed over rows, may leave the range of doubles.
        HUGE,
        /// The first cell that made a column of numbers a column of text.
        NOT_A_NUMBER,
        /// A heading that was changed because it was empty or stood there twice.
        RENAMED
    }
}
