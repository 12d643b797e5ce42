package fallline.data;

import java.util.List;

/// One named column of a data set.
public sealed interface Column {
    /// The heading, unique in its data set.
    String name();

    /// The number of rows.
    int rows();

    /// A column of numbers; a missing one is NaN.
    ///
    /// @param values one number a row. The array is not copied (it may be large) and must not be changed
    record NumberColumn(String name, double[] values) implements Column {
        @Override
        public int rows() {
            return values.length;
        }
    }

    /// A column of words; a missing one is empty.
    ///
    /// @param values one word a row
    record TextColumn(String name, List<String> values) implements Column {
        public TextColumn {
            values = List.copyOf(values);
        }

        @Override
        public int rows() {
            return values.size();
        }
    }
}
