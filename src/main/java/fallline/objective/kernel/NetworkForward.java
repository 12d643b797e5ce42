package fallline.objective.kernel;

/// A network's way forward for any number of rows.
public final class NetworkForward {
    private NetworkForward() {}

    /// The predictions, one array an output.
    public static double[][] predict(NetworkShape shape, double[] theta, double[][] columns) {
        int rows = columns[0].length;
        double[][] into = new double[shape.outputs(shape.layers() - 1)][rows];
        NetworkKernel kernel = new NetworkKernel(new ScalarLanes(), shape);
        for (int at = 0; at < rows; at += kernel.blockRows()) {
            kernel.predict(columns, at, Math.min(kernel.blockRows(), rows - at), theta, into);
        }
        return into;
    }

    /// What the hidden units make of the rows, one array a unit, layer by layer.
    public static double[][] hidden(NetworkShape shape, double[] theta, double[][] columns) {
        int rows = columns[0].length;
        int units = shape.sizes().subList(1, shape.layers()).stream()
                .mapToInt(Integer::intValue)
                .sum();
        double[][] into = new double[units][rows];
        NetworkKernel kernel = new NetworkKernel(new ScalarLanes(), shape);
        for (int at = 0; at < rows; at += kernel.blockRows()) {
            kernel.hidden(columns, at, Math.min(kernel.blockRows(), rows - at), theta, into);
        }
        return into;
    }
}
