package fallline.objective;

import fallline.objective.kernel.FastLanes;
import fallline.objective.kernel.KernelSource;
import fallline.objective.kernel.Lanes;
import fallline.objective.kernel.Ridge;
import fallline.objective.kernel.RowData;
import fallline.objective.kernel.RowLoss;
import fallline.objective.kernel.RowMean;
import fallline.objective.kernel.ScalarLanes;
import fallline.objective.kernel.SquaresKernel;
import java.util.List;
import java.util.function.Supplier;

/// The gradient of least squares of a line on a given number of threads, as fast as this machine can: for benchmarks.
public final class LineGradient {
    private LineGradient() {}

    /// A piece of work that makes one gradient and a tiny step.
    public static Runnable of(double[] x, double[] y, int threads) {
        Supplier<Lanes> lanes = FastLanes.find().orElse(ScalarLanes::new);
        RowLoss loss = new RowLoss(2, 1, 2, new Ridge(0, List.of()));
        RowMean mean = new RowMean(
                new RowData(new double[][] {x}, y),
                loss,
                KernelSource.of(kernel -> new SquaresKernel(kernel, 1), lanes, threads));
        double[] theta = new double[2];
        double[] gradient = new double[2];
        return () -> {
            mean.gradient(theta, gradient);
            theta[0] -= 1e-9 * gradient[0];
        };
    }
}
