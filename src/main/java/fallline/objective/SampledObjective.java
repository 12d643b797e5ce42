package fallline.objective;

/// An objective that is a mean over rows of data, and can be taken over some of the rows.
public interface SampledObjective extends Objective {
    /// The number of rows, m ≥ 1.
    int rows();

    /// The mean over the rows `batch[from] … batch[to − 1]` (0-based row numbers, at least one), with its gradient
    /// written into `gradient`. Penalties count in full.
    double gradient(double[] theta, int[] batch, int from, int to, double[] gradient);

    /// As [Objective#gradient(double\[\], double\[\])], but possibly with other last digits where that is much
    /// cheaper: for runs whose steps do not use it.
    default double measure(double[] theta, double[] gradient) {
        return gradient(theta, gradient);
    }

    @Override
    default int surveyedRows() {
        return rows();
    }

    @Override
    default SampledObjective smooth() {
        return this;
    }

    @Override
    SampledObjective twin();
}
