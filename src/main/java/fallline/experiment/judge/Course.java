package fallline.experiment.judge;

import fallline.experiment.run.Replay;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/// The way of a finite run: f at every step, how far each parameter went, and the positions of its last half.
///
/// Where positions are not stored, how far parameters went is taken from the stored steps and the replayed end.
final class Course {
    /// So many numbers of positions are kept at most.
    private static final int MOST_NUMBERS = 1 << 22;

    private final int n;
    private final int last;
    private final double[] f;
    private final double[] reach;
    private final double[] tail;
    private final int tailFrom;

    private Course(int n, double[] f, double[] reach, double[] tail, int tailFrom) {
        this.n = n;
        this.last = f.length - 1;
        this.f = f;
        this.reach = reach;
        this.tail = tail;
        this.tailFrom = tailFrom;
    }

    /// The way up to step `last`.
    ///
    /// @param sign 1, or −1 where J is maximised
    static Course of(RunTask task, Trace trace, int last, double sign, BooleanSupplier cancelled) {
        int n = trace.dimension();
        double[] f = new double[last + 1];
        for (int k = 0; k <= last; k++) {
            f[k] = sign * trace.loss(k);
        }
        int least = Math.min(last, 9);
        int wanted = Math.max(least, last - last / 2);
        int kept = trace.hasPositions() ? wanted : Math.min(wanted, Math.max(least, MOST_NUMBERS / n));
        int from = last - kept;
        double[] tail = new double[(kept + 1) * n];
        double[] low = new double[n];
        double[] high = new double[n];
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
        if (trace.hasPositions()) {
            double[] theta = new double[n];
            for (int k = 0; k <= last; k++) {
                for (int i = 0; i < n; i++) {
                    theta[i] = trace.parameter(k, i);
                }
                take(theta, low, high);
                if (k >= from) {
                    System.arraycopy(theta, 0, tail, (k - from) * n, n);
                }
            }
        } else {
            Replay replay = new Replay(task, trace);
            for (int step : trace.storedSteps()) {
                if (step < from) {
                    replay.moveTo(step);
                    take(replay.theta(), low, high);
                }
            }
            for (int k = from; k <= last && !cancelled.getAsBoolean(); k++) {
                replay.moveTo(k);
                double[] theta = replay.theta();
                take(theta, low, high);
                System.arraycopy(theta, 0, tail, (k - from) * n, n);
            }
        }
        double[] reach = new double[n];
        for (int i = 0; i < n; i++) {
            reach[i] = Math.max(0, high[i] - low[i]);
        }
        return new Course(n, f, reach, tail, from);
    }

    private static void take(double[] theta, double[] low, double[] high) {
        for (int i = 0; i < theta.length; i++) {
            low[i] = Math.min(low[i], theta[i]);
            high[i] = Math.max(high[i], theta[i]);
        }
    }

    /// N.
    int last() {
        return last;
    }

    /// Q = ⌊N/4⌋, at least 1.
    int quarter() {
        return Math.max(1, last / 4);
    }

    double f(int step) {
        return f[step];
    }

    double start() {
        return f[0];
    }

    double end() {
        return f[last];
    }

    /// max − min of every parameter.
    double[] reach() {
        return reach;
    }

    boolean moved() {
        return Arrays.stream(reach).anyMatch(length -> length > 0);
    }

    /// The least f of the steps `from` … `to`.
    double least(int from, int to) {
        double least = Double.POSITIVE_INFINITY;
        for (int k = from; k <= to; k++) {
            least = Math.min(least, f[k]);
        }
        return least;
    }

    /// The highest f of the steps `from` … `to`.
    double highest(int from, int to) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int k = from; k <= to; k++) {
            highest = Math.max(highest, f[k]);
        }
        return highest;
    }

    double mean(int from, int to) {
        double sum = 0;
        for (int k = from; k <= to; k++) {
            sum += f[k];
        }
        return sum / (to - from + 1);
    }

    /// The first step whose position is kept.
    int tailFrom() {
        return tailFrom;
    }

    /// A copy of the parameters at a step whose position is kept.
    double[] theta(int step) {
        int at = (step - tailFrom) * n;
        return Arrays.copyOfRange(tail, at, at + n);
    }

    double parameter(int step, int index) {
        return tail[(step - tailFrom) * n + index];
    }

    /// θ(step) − θ(step − 1).
    double[] move(int step) {
        double[] move = theta(step);
        for (int i = 0; i < n; i++) {
            move[i] -= parameter(step - 1, i);
        }
        return move;
    }

    int dimension() {
        return n;
    }
}
