package fallline.data;

import java.util.Locale;

/// What becomes of rows in which a column that a model reads has a gap: a missing or infinite number, or a word in a
/// column that is otherwise of numbers.
///
/// Only the columns that the model reads count. A row without a target teaches nothing and is never filled.
public enum Gaps {
    /// Such a column is refused in a sentence that names the row.
    STOP,
    /// Such rows are left out.
    SKIP,
    /// A feature's gap gets the mean of the feature's numbers over the rows that have a target; rows without a target
    /// are left out.
    FILL;

    /// As an experiment file says it: `stop`, `skip`, `fill`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
