package fallline.data;

import fallline.data.layout.Directions;
import java.nio.file.Path;
import java.util.Optional;

/// Where a data set came from.
public sealed interface DataSource {
    /// A table in a file, as the user named it.
    ///
    /// @param directions how it was to be read, where that was said
    /// @param doubts one line on what could be read otherwise; empty if nothing
    record CsvFile(Path path, Directions directions, Optional<String> doubts) implements DataSource {}

    /// A data set of the catalogue.
    record BuiltIn(String id) implements DataSource {}

    /// Columns that were given as numbers or words in an experiment file, or pasted.
    record Columns() implements DataSource {}
}
