package fallline.optimizer.method;

import static fallline.optimizer.rule.StageList.number;

import fallline.optimizer.Evaluation;
import fallline.optimizer.Stage;
import fallline.optimizer.Update;
import fallline.optimizer.Vectors;
import fallline.optimizer.rule.Rule;
import fallline.optimizer.rule.StageList;
import java.util.Arrays;
import java.util.List;

/// Makes the steps of L-BFGS, exactly in the order of PyTorch's loop (torch/optim/lbfgs.py).
///
/// A step evaluates once at its start and rests if max|g| ≤ 1e-7. Inner iterations break before they move if
/// gᵀd > −1e-9; they stop after one if there were `max_iterations` of them or ⌊5·max_iterations/4⌋ evaluations, if
/// max|g| ≤ 1e-7, max|t·d| ≤ 1e-9 or |ΔJ| < 1e-9. Without a line search nothing is evaluated after the last one.
final class LbfgsUpdate implements Update {
    private static final double SMALL_CHANGE = 1e-9;
    private static final double ARMIJO = 1e-4;
    private static final double CURVATURE = 0.9;

    private final int n;
    private final LbfgsMemory memory;
    private final StrongWolfe search;
    private final double[] gradient;
    private final double[] direction;
    private double value;
    private double slope;
    private double curvature;
    private double moved;
    private int evaluations;
    private int inner;
    private boolean first;
    private boolean over;

    LbfgsUpdate(int dimension) {
        n = dimension;
        memory = new LbfgsMemory(dimension);
        search = new StrongWolfe(dimension);
        gradient = new double[dimension];
        direction = new double[dimension];
    }

    @Override
    public void start(double[] theta, double[] hyper, double[] state) {
        Arrays.fill(state, 0);
    }

    @Override
    public double step(double[] theta, double[] hyper, double[] state, int t, Evaluation evaluation) {
        begin(theta, evaluation);
        while (!over) {
            turn(hyper, state);
            move(theta, hyper, state, evaluation);
        }
        return moved;
    }

    private void begin(double[] theta, Evaluation evaluation) {
        value = evaluation.gradient(theta, gradient);
        evaluations = 1;
        inner = 0;
        moved = 0;
        over = FirstLength.rests(gradient);
    }

    /// Finds direction and first length.
    private void turn(double[] hyper, double[] state) {
        inner++;
        double rate = hyper[Lbfgs.RATE];
        first = memory.isFresh(state);
        if (first) {
            memory.startDescent(state, gradient);
            memory.countIteration(state);
            memory.setLength(state, FirstLength.of(gradient) * rate);
        } else {
            curvature = memory.learn(state, gradient, (int) StrictMath.rint(hyper[Lbfgs.HISTORY]));
            memory.turn(state, gradient);
            memory.setLength(state, rate);
        }
        memory.keepGradient(state, gradient);
        System.arraycopy(state, 0, direction, 0, n);
        slope = Vectors.dot(gradient, direction);
    }

    /// Moves along the direction and decides whether the step is over.
    private void move(double[] theta, double[] hyper, double[] state, Evaluation evaluation) {
        if (slope > -SMALL_CHANGE) {
            over = true;
            return;
        }
        int most = (int) StrictMath.rint(hyper[Lbfgs.MAX_ITERATIONS]);
        double before = value;
        double length = memory.length(state);
        boolean searches = hyper[Lbfgs.LINE_SEARCH] != 0;
        if (searches) {
            length = search.search(evaluation, theta, value, gradient, direction, length, ARMIJO, CURVATURE);
            memory.setLength(state, length);
            value = search.value();
            System.arraycopy(search.gradient(), 0, gradient, 0, n);
            evaluations += search.evaluations();
        }
        for (int i = 0; i < n; i++) {
            theta[i] += length * direction[i];
        }
        if (!searches && inner != most) {
            value = evaluation.gradient(theta, gradient);
            evaluations++;
        }
        moved = length;
        over = inner == most
                || evaluations >= most * 5 / 4
                || FirstLength.rests(gradient)
                || farthest(length) <= SMALL_CHANGE
                || Math.abs(value - before) < SMALL_CHANGE;
    }

    private double farthest(double length) {
        double farthest = 0;
        for (int i = 0; i < n; i++) {
            farthest = Math.max(farthest, Math.abs(length * direction[i]));
        }
        return farthest;
    }

    @Override
    public List<Stage> explain(
            double[] theta, double[] hyper, double[] state, int t, int index, String name, Evaluation evaluation) {
        double[] at = theta.clone();
        double[] memoryNow = state.clone();
        StageList stages = new StageList();
        begin(at, evaluation);
        double slopeHere = gradient[index];
        stages.add("slope", Rule.GRADIENT, "g = \\nabla J", slopeHere);
        if (over) {
            stages.add("max |g| is below 10⁻⁷: at rest", Rule.THETA, name + " \\leftarrow " + name, at[index]);
            return stages.list();
        }
        turn(hyper, memoryNow);
        describeTurn(stages, memoryNow, index, slopeHere);
        double before = at[index];
        double towards = direction[index];
        move(at, hyper, memoryNow, evaluation);
        if (slope > -SMALL_CHANGE) {
            stages.add("no way down: at rest", Rule.THETA, name + " \\leftarrow " + name, before);
            return stages.list();
        }
        describeLength(stages, hyper, memoryNow);
        stages.move("step", name, "t", before, moved, towards);
        while (!over) {
            turn(hyper, memoryNow);
            move(at, hyper, memoryNow, evaluation);
        }
        if (inner > 1) {
            stages.add(
                    "after " + inner + " inner iterations with " + evaluations + " evaluations",
                    Rule.THETA,
                    name + " \\leftarrow " + name + "_{" + inner + "}",
                    at[index]);
        }
        return stages.list();
    }

    private void describeTurn(StageList stages, double[] state, int index, double slopeHere) {
        int pairs = memory.pairs(state);
        if (first) {
            stages.add("no pairs yet: straight down", "d", "d = -g", "-" + number(slopeHere), direction[index]);
        } else {
            boolean kept = curvature > LbfgsMemory.LEAST_CURVATURE;
            stages.add(
                    kept ? "curvature along the last step: pair kept" : "curvature not positive: pair not kept",
                    "curvature",
                    "y^{\\top} s",
                    curvature);
            stages.add("size of the inverse Hessian", "gamma", "\\gamma", memory.scale(state));
            stages.add(
                    "direction from " + pairs + (pairs == 1 ? " pair" : " pairs"),
                    "d",
                    "d = -H\\, g",
                    direction[index]);
        }
        stages.add("slope along it", "slope", "g^{\\top} d", slope);
    }

    private void describeLength(StageList stages, double[] hyper, double[] state) {
        if (hyper[Lbfgs.LINE_SEARCH] != 0) {
            stages.add(
                    "length from the line search, " + search.evaluations() + " evaluations",
                    "t",
                    "t",
                    memory.length(state));
        } else if (first) {
            stages.add("first length", "t", "t = \\alpha \\min(1, 1/\\lVert g \\rVert_{1})", memory.length(state));
        } else {
            stages.add("length", "t", "t = \\alpha", memory.length(state));
        }
    }
}
