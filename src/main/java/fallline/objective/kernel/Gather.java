package fallline.objective.kernel;

/// A place where scattered rows lie one after the other, so that kernels read them as a block.
final class Gather {
    private final double[][] x;
    private final double[] y;

    /// @param features k
    /// @param rows the most rows that lie here
    Gather(int features, int rows) {
        x = new double[features][rows];
        y = new double[rows];
    }

    /// Copies the rows `batch[from] … batch[from + rows − 1]`.
    void take(double[][] columns, double[] target, int[] batch, int from, int rows) {
        for (int j = 0; j < x.length; j++) {
            double[] column = columns[j];
            double[] into = x[j];
            for (int i = 0; i < rows; i++) {
                into[i] = column[batch[from + i]];
            }
        }
        for (int i = 0; i < rows; i++) {
            y[i] = target[batch[from + i]];
        }
    }

    double[][] x() {
        return x;
    }

    double[] y() {
        return y;
    }
}
