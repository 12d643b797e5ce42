package fallline.curvature;

import fallline.objective.Goal;
import fallline.objective.Objective;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Products of a symmetric matrix with vectors: the Hessian in the sense of descent, as it is or as a rule sees it.
///
/// A rule that adds `decay` to the gradient's slope and divides the gradient by P goes down P^−½ (H + decay·I) P^−½.
/// One thread uses it at a time.
final class CurvatureProduct {
    private final Objective objective;
    private final double[] theta;
    private final double sign;
    private final double decay;
    private final double[] root;
    private final double[] scaled;

    private CurvatureProduct(Objective objective, double[] theta, double decay, double[] root) {
        this.objective = objective;
        this.theta = theta;
        this.decay = decay;
        this.root = root;
        sign = objective.goal() == Goal.MAXIMISE ? -1 : 1;
        scaled = new double[objective.dimension()];
    }

    /// @param preconditioner P, n positive numbers
    static CurvatureProduct of(Objective objective, double[] theta, double decay, Optional<double[]> preconditioner) {
        double[] root = new double[objective.dimension()];
        for (int i = 0; i < root.length; i++) {
            int place = i;
            root[i] = preconditioner.map(p -> 1 / Math.sqrt(p[place])).orElse(1.0);
        }
        return new CurvatureProduct(objective, theta, decay, root);
    }

    /// n.
    int size() {
        return root.length;
    }

    /// Writes the product with `direction` into `product`, n numbers each.
    void times(double[] direction, double[] product) {
        for (int i = 0; i < root.length; i++) {
            scaled[i] = root[i] * direction[i];
        }
        objective.surveyTimes(theta, scaled, product);
        for (int i = 0; i < root.length; i++) {
            product[i] = root[i] * (sign * product[i] + decay * scaled[i]);
        }
    }

    /// The whole matrix, from n products.
    ///
    /// @param cancelled asked before each; when it says so, the matrix is of no use
    Hessian whole(BooleanSupplier cancelled) {
        int n = root.length;
        double[] entries = new double[n * n];
        double[] direction = new double[n];
        double[] product = new double[n];
        for (int i = 0; i < n && !cancelled.getAsBoolean(); i++) {
            direction[i] = 1;
            times(direction, product);
            direction[i] = 0;
            System.arraycopy(product, 0, entries, i * n, n);
        }
        return new Hessian(n, entries).symmetric();
    }
}
