package fallline.experiment;

import fallline.data.RandomStream;
import fallline.objective.Goal;
import fallline.objective.SampledObjective;
import java.util.List;

/// The mean over rows of (x − aᵢ)² + 3(y − bᵢ)², to test batching without data.
public final class NoisyBowl implements SampledObjective {
    private final double[] a;
    private final double[] b;

    public NoisyBowl(int rows) {
        RandomStream random = RandomStream.of(7);
        a = new double[rows];
        b = new double[rows];
        for (int i = 0; i < rows; i++) {
            a[i] = random.normal();
            b[i] = random.normal();
        }
    }

    @Override
    public int rows() {
        return a.length;
    }

    @Override
    public int dimension() {
        return 2;
    }

    @Override
    public List<String> parameterNames() {
        return List.of("x", "y");
    }

    @Override
    public Goal goal() {
        return Goal.MINIMISE;
    }

    @Override
    public double value(double[] theta) {
        return gradient(theta, new double[2]);
    }

    @Override
    public double gradient(double[] theta, double[] gradient) {
        int[] all = new int[a.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        return gradient(theta, all, 0, all.length, gradient);
    }

    @Override
    public double gradient(double[] theta, int[] batch, int from, int to, double[] gradient) {
        double sum = 0;
        gradient[0] = 0;
        gradient[1] = 0;
        for (int k = from; k < to; k++) {
            double dx = theta[0] - a[batch[k]];
            double dy = theta[1] - b[batch[k]];
            sum += dx * dx + 3 * dy * dy;
            gradient[0] += 2 * dx;
            gradient[1] += 6 * dy;
        }
        gradient[0] /= to - from;
        gradient[1] /= to - from;
        return sum / (to - from);
    }

    @Override
    public void hessianTimes(double[] theta, double[] direction, double[] product) {
        product[0] = 2 * direction[0];
        product[1] = 6 * direction[1];
    }

    @Override
    public SampledObjective twin() {
        return this;
    }
}
