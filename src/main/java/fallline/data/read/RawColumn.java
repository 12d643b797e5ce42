package fallline.data.read;

import java.util.List;

/// A column as it was read.
public sealed interface RawColumn {
    /// The heading, unique in its table.
    String name();

    /// @param values one number a row, NaN where one is missing; not a copy
    record Numbers(String name, double[] values) implements RawColumn {}

    /// @param values one word a row, empty where one is missing
    record Words(String name, List<String> values) implements RawColumn {}
}
