package fallline.app.data;

import fallline.data.CsvTable;
import fallline.data.read.Finding;
import java.util.List;

/// What the column dialog opens with.
///
/// @param plan a first guess at what is to be learnt from the table
/// @param problems what reading it found, with places
/// @param problemCount how many there were in all
record ReadTable(ColumnPlan plan, List<Finding> problems, long problemCount) {
    ReadTable {
        problems = List.copyOf(problems);
    }

    /// A table that was just read.
    static ReadTable of(CsvTable table) {
        return new ReadTable(ColumnPlan.guess(table.dataset()), table.problems(), table.problemCount());
    }

    /// Data that are in use already.
    static ReadTable known(ColumnPlan plan) {
        return new ReadTable(plan, List.of(), 0);
    }
}
