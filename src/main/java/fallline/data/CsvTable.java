package fallline.data;

import fallline.data.layout.Reading;
import fallline.data.read.Finding;
import fallline.data.read.RawTable;
import java.util.List;

/// A table that was read.
///
/// @param dataset the table
/// @param reading how it was read, and why so
/// @param problems the first [#MOST_PROBLEMS] problems, by row
/// @param problemCount how many there were in all
public record CsvTable(Dataset dataset, Reading reading, List<Finding> problems, long problemCount) {
    /// How many problems are kept with their sentences.
    public static final int MOST_PROBLEMS = RawTable.MOST_FINDINGS;

    public CsvTable {
        problems = List.copyOf(problems);
    }

    /// Whether a line held names.
    public boolean header() {
        return reading.header();
    }
}
