package fallline.experiment.judge;

import java.util.Arrays;

/// Where f is going: tests 10 and 11.
final class Trend {
    /// What the end of a run does.
    enum Direction {
        UP,
        HOVERING,
        SWINGING,
        DOWN
    }

    private static final int BLOCKS = 8;

    /// Rising or falling pairs of the 28 that make a trend.
    private static final int CLEAR = 22;

    private final Ending end;
    private final Course course;
    private final int last;
    private final int quarter;
    private final boolean batches;

    private Trend(Ending end, boolean batches) {
        this.end = end;
        this.course = end.course();
        this.last = course.last();
        this.quarter = course.quarter();
        this.batches = batches;
    }

    static Direction of(Ending end, boolean batches) {
        Trend trend = new Trend(end, batches);
        return trend.rises() ? Direction.UP : trend.ofLastHalf();
    }

    /// 10.
    private boolean rises() {
        if (last < 1 || !grows()) {
            return false;
        }
        if (batches) {
            return course.mean(last - quarter + 1, last) > course.start();
        }
        double top = course.highest(last - quarter + 1, last);
        double before = course.highest(0, last - quarter);
        double least = course.least(0, last);
        double range =
                Math.abs(course.start() - (end.facts().knowsBest() ? end.facts().best() : least));
        return top > course.start() + 1e-6 * range + end.rounding() && top > before + 1e-6 * (before - least);
    }

    /// Whether the maxima of the last three quarters rise; f itself where steps are few.
    private boolean grows() {
        int q = last / 4;
        if (q < 2) {
            return course.f(last) > course.f(last - 1);
        }
        double first = course.highest(last - 3 * q + 1, last - 2 * q);
        double second = course.highest(last - 2 * q + 1, last - q);
        double third = course.highest(last - q + 1, last);
        return third > second && second > first;
    }

    /// 11.
    private Direction ofLastHalf() {
        if (last < 16 && (batches || last < 8)) {
            return Direction.DOWN;
        }
        int from = last >= 16 ? last / 2 + 1 : last - 7;
        double low = end.knowsBottom() ? end.bottom() : course.least(0, last);
        int pairs = falling(means(from), low);
        int turns = turns(Math.max(course.tailFrom(), last >= 16 ? last / 2 : last - 8));
        if (!batches && pairs <= -CLEAR && turns >= 3) {
            return Direction.UP;
        }
        if (pairs < CLEAR && Math.max(turns, peaks(from)) >= 3) {
            if (batches) {
                return Direction.HOVERING;
            }
            double earlier = course.highest(Math.max(0, last - 2 * quarter + 1), last - quarter) - low;
            double later = course.highest(last - quarter + 1, last) - low;
            if (later > 0.9 * earlier || turns >= last / 8.0) {
                return Direction.SWINGING;
            }
        }
        return !batches && reverses() ? Direction.SWINGING : Direction.DOWN;
    }

    private double[] means(int from) {
        int count = last - from + 1;
        double[] means = new double[BLOCKS];
        int at = from;
        for (int b = 0; b < BLOCKS; b++) {
            int size = count / BLOCKS + (b < count % BLOCKS ? 1 : 0);
            means[b] = course.mean(at, at + size - 1);
            at += size;
        }
        return means;
    }

    /// S: falling minus rising pairs.
    private int falling(double[] means, double low) {
        double most =
                Arrays.stream(means).map(mean -> Math.abs(mean - low)).max().orElse(0);
        double tie = 1e-6 * most + end.rounding() / 8;
        int pairs = 0;
        for (int i = 0; i < means.length; i++) {
            for (int j = i + 1; j < means.length; j++) {
                double fall = means[i] - means[j];
                pairs += Math.abs(fall) <= tie ? 0 : fall > 0 ? 1 : -1;
            }
        }
        return pairs;
    }

    /// Steps that turn back, in units of how far each parameter went.
    private int turns(int from) {
        int turns = 0;
        int n = course.dimension();
        for (int k = from + 2; k <= last; k++) {
            double along = 0;
            for (int i = 0; i < n; i++) {
                double middle = course.parameter(k - 1, i);
                double unit = end.reached()[i];
                along += (course.parameter(k, i) - middle) / unit * ((middle - course.parameter(k - 2, i)) / unit);
            }
            turns += along < 0 ? 1 : 0;
        }
        return turns;
    }

    private int peaks(int from) {
        int peaks = 0;
        for (int k = from + 1; k < last; k++) {
            peaks += course.f(k + 1) > course.f(k) && course.f(k) <= course.f(k - 1) ? 1 : 0;
        }
        return peaks;
    }

    /// Whether every step of the last quarter reverses the one before, and none is shorter.
    private boolean reverses() {
        int from = Math.max(course.tailFrom(), Math.max(last - quarter - 1, 0));
        int n = course.dimension();
        double[] root = end.model().root();
        if (last - from <= 4) {
            return false;
        }
        double first = 0;
        double length = 0;
        for (int k = from + 1; k <= last; k++) {
            double before = length;
            double square = 0;
            double along = 0;
            for (int i = 0; i < n; i++) {
                double now = (course.parameter(k, i) - course.parameter(k - 1, i)) / root[i];
                square += now * now;
                if (k > from + 1) {
                    along += now * (course.parameter(k - 1, i) - course.parameter(k - 2, i)) / root[i];
                }
            }
            length = Math.sqrt(square);
            if (k == from + 1) {
                first = length;
            } else if (!(along <= -0.9 * Math.max(before * length, 1e-300))) {
                return false;
            }
        }
        return length >= (1 - 1e-5) * first;
    }
}
