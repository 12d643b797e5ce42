package fallline.app.data;

import fallline.data.CsvTable;
import fallline.data.layout.Directions;
import fallline.data.layout.Reading;
import fallline.data.read.Finding;
import fallline.problem.ColumnPlan;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/// What the column dialog opens with.
///
/// @param plan a first guess at what is to be learnt from the table
/// @param problems what reading it found, with places
/// @param problemCount how many there were in all
/// @param read how it was read; empty for data that are in use already
record ReadTable(ColumnPlan plan, List<Finding> problems, long problemCount, Optional<Read> read) {
    ReadTable {
        problems = List.copyOf(problems);
    }

    /// Reads the same table again, otherwise; on any thread.
    @FunctionalInterface
    interface Source {
        CsvTable read(Directions directions, DoubleConsumer progress, BooleanSupplier cancelled);
    }

    /// How a table was read.
    ///
    /// @param directions what was said about it
    /// @param reading what came of that, and why
    record Read(Source source, Directions directions, Reading reading) {}

    /// A table that is read as `directions` say.
    static ReadTable of(Source source, Directions directions, DoubleConsumer progress, BooleanSupplier cancelled) {
        CsvTable table = source.read(directions, progress, cancelled);
        return new ReadTable(
                ColumnPlan.guess(table.dataset()),
                table.problems(),
                table.problemCount(),
                Optional.of(new Read(source, directions, table.reading())));
    }

    /// Data that are in use already.
    static ReadTable known(ColumnPlan plan) {
        return new ReadTable(plan, List.of(), 0, Optional.empty());
    }
}
