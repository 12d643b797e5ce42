package fallline.data.read;

/// Something in a table that was read and is worth a word, with its place.
///
/// @param kind what is wrong
/// @param row the row of data, from 1 (the header is not counted); 0 for the header itself and for whole columns
/// @param column the column's name
/// @param text the cell as it stands in the file
/// @param sentence the whole as one sentence for the user
public record Finding(Kind kind, int row, String column, String text, String sentence) {
    /// What can be wrong with a cell.
    public enum Kind {
        /// Empty, `NA`, `?` or another mark for a missing value.
        MISSING,
        /// A column without any value; its cells are not named one by one.
        EMPTY_COLUMN,
        /// A row with more or fewer cells than the first: which cell belongs where is not known, so that all are
        /// gaps.
        RAGGED,
        /// An infinity, or a number too large for a double.
        INFINITE,
        /// Larger in size than 1e150: its square, summed over rows, may leave the range of doubles.
        HUGE,
        /// Words that keep a column of numbers from being one, or that count as gaps in it.
        NOT_A_NUMBER,
        /// A heading that was changed because it was empty or stood there twice.
        RENAMED
    }
}
