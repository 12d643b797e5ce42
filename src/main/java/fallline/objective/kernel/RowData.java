package fallline.objective.kernel;

/// The rows that a model is fitted to, by column; nothing is copied or changed.
///
/// @param x k columns of m numbers
/// @param y the target, m numbers: values, or the numbers of classes
public record RowData(double[][] x, double[] y) {
    public RowData {
        for (double[] column : x) {
            if (column.length != y.length) {
                throw new IllegalArgumentException(column.length + " rows of features, " + y.length + " of target");
            }
        }
    }

    public int rows() {
        return y.length;
    }
}
