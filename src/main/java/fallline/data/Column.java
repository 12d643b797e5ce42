package fallline.data;

import java.util.Arrays;
import java.util.List;

/// One named column of a data set.
public sealed interface Column {
    /// The heading, unique in its data set.
    String name();

    /// The number of rows.
    int rows();

    /// Whether the other one has the same name and the same values.
    boolean isSameAs(Column other);

    /// A column of numbers; a missing one is NaN.
    ///
    /// @param values one number a row. The array is not copied (it may be large) and must not be changed
    record NumberColumn(String name, double[] values) implements Column {
        @Override
        public int rows() {
            return values.length;
        }

        @Override
        public boolean isSameAs(Column other) {
            return other instanceof NumberColumn(String called, double[] numbers)
                    && called.equals(name)
                    && Arrays.equals(numbers, values);
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

        @Override
        public boolean isSameAs(Column other) {
            return equals(other);
        }
    }
}
