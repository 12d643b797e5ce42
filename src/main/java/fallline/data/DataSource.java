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
    /// @param pin which table it was; empty for what came from no file on a disk
    /// @param carried whether an experiment file that is saved takes the rows along
    /// @param rows where the rows are from
    record CsvFile(
            Path path,
            Directions directions,
            Optional<String> doubts,
            Optional<TablePin> pin,
            boolean carried,
            Rows rows)
            implements DataSource {
        /// Tables of files up to so many bytes are taken along unless told otherwise: 1 MB.
        public static final long USUALLY_CARRIED = 1 << 20;

        /// Where the rows are from.
        public enum Rows {
            /// The file itself.
            FILE,
            /// The file itself, which has changed since the experiment was saved.
            OF_CHANGED,
            /// The copy that was saved in the experiment, since the file has changed.
            COPY_OF_CHANGED,
            /// The copy that was saved in the experiment, since the file is not there.
            COPY_OF_GONE
        }

        /// The same table, taken along or not.
        public CsvFile withCarried(boolean other) {
            return new CsvFile(path, directions, doubts, pin, other, rows);
        }
    }

    /// A data set of the catalogue.
    record BuiltIn(String id) implements DataSource {}

    /// Columns that were given as numbers or words in an experiment file, or pasted.
    record Columns() implements DataSource {}
}
