package fallline.data;

import java.nio.file.Path;

/// Where a data set came from.
public sealed interface DataSource {
    /// A CSV file, as the user named it.
    record CsvFile(Path path) implements DataSource {}

    /// A data set of the catalogue.
    record BuiltIn(String id) implements DataSource {}

    /// Columns that were given as numbers or words in an experiment file, or pasted.
    record Columns() implements DataSource {}
}
