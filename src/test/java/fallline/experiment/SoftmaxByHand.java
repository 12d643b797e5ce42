package fallline.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import fallline.objective.Goal;
import fallline.objective.Golden;
import fallline.objective.Objective;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Softmax regression written as its formula says, row by row: mean of logsumexp(z) − z of the row's class, z = W·x +
/// b.
final class SoftmaxByHand implements Objective {
    private final double[][] x;
    private final int[] y;
    private final int features;
    private final int classes;

    private SoftmaxByHand(double[][] x, int[] y, int classes) {
        this.x = x;
        this.y = y;
        this.features = x[0].length;
        this.classes = classes;
    }

    /// On the data of traj_softmax_iris.json.
    static SoftmaxByHand iris() {
        JsonNode data = Golden.read("traj_softmax_iris.json").get("data");
        double[][] x = new double[data.get("X").size()][];
        int[] y = new int[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = Golden.numbers(data.get("X").get(i));
            y[i] = data.get("y").get(i).asInt();
        }
        return new SoftmaxByHand(x, y, data.get("classes").size());
    }

    @Override
    public int dimension() {
        return classes * features + classes;
    }

    @Override
    public List<String> parameterNames() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < dimension(); i++) {
            names.add("w" + i);
        }
        return names;
    }

    @Override
    public Goal goal() {
        return Goal.MINIMISE;
    }

    @Override
    public double value(double[] theta) {
        return gradient(theta, new double[dimension()]);
    }

    @Override
    public double gradient(double[] theta, double[] gradient) {
        double loss = 0;
        double[] z = new double[classes];
        Arrays.fill(gradient, 0);
        for (int i = 0; i < x.length; i++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < classes; c++) {
                z[c] = theta[classes * features + c];
                for (int j = 0; j < features; j++) {
                    z[c] += theta[c * features + j] * x[i][j];
                }
                largest = Math.max(largest, z[c]);
            }
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                sum += Math.exp(z[c] - largest);
            }
            loss += (largest + Math.log(sum) - z[y[i]]) / x.length;
            for (int c = 0; c < classes; c++) {
                double error = (Math.exp(z[c] - largest) / sum - (c == y[i] ? 1 : 0)) / x.length;
                gradient[classes * features + c] += error;
                for (int j = 0; j < features; j++) {
                    gradient[c * features + j] += error * x[i][j];
                }
            }
        }
        return loss;
    }

    @Override
    public void hessianTimes(double[] theta, double[] direction, double[] product) {
        throw new UnsupportedOperationException("no reference run of Newton's method is on this model");
    }

    @Override
    public Objective twin() {
        return this;
    }
}
