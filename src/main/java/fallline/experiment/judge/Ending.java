package fallline.experiment.judge;

import fallline.experiment.run.RunTask;
import fallline.objective.Objective;
import fallline.objective.model.DataModel;
import fallline.objective.model.NeuralNetwork;
import fallline.objective.model.SoftmaxRegression;
import java.util.function.BooleanSupplier;

/// The end of a finite run, with all that its tests need: what it gained, what is left, what rounding hides.
///
/// One thread uses it at a time: it evaluates the objective.
final class Ending {
    /// Curvature of networks and softmax regressions is taken from at most so many rows.
    static final int SAMPLE = 20_000;

    /// At most a millionth of what was gained is left.
    static final double TAU = 1e-6;

    private static final double EPSILON = 0x1p-52;

    private final Facts facts;
    private final Course course;
    private final Objective objective;
    private final int sample;
    private final double[] theta;
    private final double[] gradient;
    private final double gradientNorm;
    private final LocalModel model;
    private final double[] reach;
    private final LocalModel.Left left;
    private final double rounding;
    private final double bottom;

    Ending(RunTask task, Facts facts, Course course, double gradientNorm, BooleanSupplier cancelled) {
        this.facts = facts;
        this.course = course;
        this.gradientNorm = gradientNorm;
        Objective whole = task.objective().twin();
        boolean large = whole instanceof NeuralNetwork || whole instanceof SoftmaxRegression;
        DataModel part = large ? ((DataModel) whole).sampled(SAMPLE) : null;
        objective = part == null ? whole : part;
        sample = part == null || part == whole ? 0 : SAMPLE;
        theta = course.theta(course.last());
        gradient = new double[theta.length];
        whole.shortestGradient(theta, gradient);
        turn(gradient);
        model = LocalModel.at(objective, theta, gradient, facts.sign(), cancelled);
        reach = reach();
        left = model.left(gradient, reach);
        rounding = Math.max(8 * EPSILON * Math.abs(course.end()), model.rounding(theta));
        bottom = facts.knowsConvexBest()
                ? facts.best()
                : model.finite() && left.doubtful() <= left.total() / 2 ? course.end() - left.total() : facts.best();
    }

    /// How far each parameter went; the box, or its own size, where it did not move.
    private double[] reach() {
        double[] lengths = course.reach().clone();
        for (int i = 0; i < lengths.length; i++) {
            if (!(lengths[i] > 0)) {
                lengths[i] = side(i);
            }
        }
        return lengths;
    }

    /// How far each parameter went, but no less than the box or its own size.
    double[] widest() {
        double[] lengths = reach.clone();
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = Math.max(lengths[i], side(i));
        }
        return lengths;
    }

    private double side(int i) {
        return facts.box().isPresent()
                ? facts.box().get().high()[i] - facts.box().get().low()[i]
                : Math.max(Math.abs(theta[i]), 1);
    }

    private void turn(double[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] *= facts.sign();
        }
    }

    Facts facts() {
        return facts;
    }

    Course course() {
        return course;
    }

    /// The rows from which the curvature was taken; 0 for all.
    int sample() {
        return sample;
    }

    double[] theta() {
        return theta;
    }

    double[] gradient() {
        return gradient;
    }

    double gradientNorm() {
        return gradientNorm;
    }

    LocalModel model() {
        return model;
    }

    /// L.
    double[] reached() {
        return reach;
    }

    /// m.
    double left() {
        return left.total();
    }

    /// Δ.
    double gained() {
        return Math.abs(course.start() - course.end());
    }

    /// r.
    double rounding() {
        return rounding;
    }

    /// T.
    double tolerance() {
        return Math.max(TAU * gained(), rounding);
    }

    /// b, NaN where there is none.
    double bottom() {
        return bottom;
    }

    boolean knowsBottom() {
        return !Double.isNaN(bottom);
    }

    /// f at a point, over the rows that curvature is taken from.
    double value(double[] at) {
        return facts.sign() * objective.value(at);
    }

    /// ∇f at a point, over the rows that curvature is taken from.
    double[] gradientAt(double[] at) {
        double[] result = new double[at.length];
        objective.shortestGradient(at, result);
        turn(result);
        return result;
    }

    LocalModel modelAt(double[] at, double[] slope, BooleanSupplier cancelled) {
        return LocalModel.at(objective, at, slope, facts.sign(), cancelled);
    }

    /// R.
    double range() {
        return facts.range(objective);
    }
}
