package fallline.data;

import fallline.number.Numbers;

/// Which rows of a data set a model does not learn from, so that it can be tested on them.
///
/// @param share the part of the rows that is held out, above 0 and below 1
/// @param seed draws them; neither batches nor starts depend on it
public record HoldOut(double share, long seed) {
    /// @throws DataException with a sentence, if the share is out of range
    public HoldOut {
        if (!(share > 0 && share < 1)) {
            throw new DataException(
                    "The share of test rows must be between 0 and 1, got " + Numbers.exact(share) + ".");
        }
    }
}
