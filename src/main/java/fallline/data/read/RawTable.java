package fallline.data.read;

import fallline.data.layout.Reading;
import java.util.List;

/// What reading gave.
///
/// @param columns at least one, of equal length
/// @param rows how many rows there are, at least one
/// @param reading how it was read
/// @param findings the first [#MOST_FINDINGS], by row
/// @param findingCount how many there were in all
public record RawTable(List<RawColumn> columns, int rows, Reading reading, List<Finding> findings, long findingCount) {
    /// How many findings are kept with their sentences.
    public static final int MOST_FINDINGS = 1_000;
}
