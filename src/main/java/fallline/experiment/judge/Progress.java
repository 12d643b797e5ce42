package fallline.experiment.judge;

/// How far a run has come and how long the rest takes: test 14.
final class Progress {
    /// Crawling: more than so many times the steps so far are still needed.
    private static final int FAR = 20;

    private final Ending end;
    private final Course course;
    private final int last;
    private final boolean batches;

    /// @param crawling whether the rest takes far too long
    record Found(boolean crawling, double done, double more) {}

    private Progress(Ending end, boolean batches) {
        this.end = end;
        this.course = end.course();
        this.last = course.last();
        this.batches = batches;
    }

    static Found of(Ending end, boolean batches) {
        Progress progress = new Progress(end, batches);
        return end.knowsBottom() ? progress.towards(end.bottom()) : progress.byLength();
    }

    private Found towards(double bottom) {
        double all = course.start() - bottom;
        double rest = course.end() - bottom;
        double done = all > 0 ? 1 - rest / all : Double.NaN;
        int q = course.quarter();
        int from = Math.max(last - 2 * q + 1, 0);
        double now = rest;
        double before = course.f(last - q) - bottom;
        if (batches) {
            now = course.mean(last - q + 1, last) - bottom;
            before = course.mean(from, Math.max(from, last - q)) - bottom;
        } else if (last >= 8 && !isMonotone(last - 2 * q)) {
            now = course.highest(last - q + 1, last) - bottom;
            before = course.highest(from, last - q) - bottom;
        }
        double target = Math.max(Ending.TAU * all, end.rounding());
        if (now > 0 && before > now) {
            double pace = Math.log(before / now) / q;
            double more = Math.max(0, Math.log(now / target)) / pace;
            return new Found(more > FAR * (double) Math.max(last, 50), done, more);
        }
        return new Found(Math.abs(now - before) <= 1e-3 * Math.abs(all), done, Double.NaN);
    }

    private boolean isMonotone(int from) {
        for (int k = from + 1; k <= last; k++) {
            if (course.f(k) > course.f(k - 1)) {
                return false;
            }
        }
        return true;
    }

    /// Without a bottom: whether twenty times the steps so far, as long as the last ones, cross a twentieth of the box.
    private Found byLength() {
        int q = course.quarter();
        int from = Math.max(course.tailFrom(), last - q);
        double most = 0;
        for (int i = 0; i < course.dimension(); i++) {
            double side = end.facts().box().isPresent()
                    ? end.facts().box().get().high()[i]
                            - end.facts().box().get().low()[i]
                    : Math.max(Math.abs(end.theta()[i]), 1);
            double speed = (end.theta()[i] - course.parameter(from, i)) / (last - from);
            most = Math.max(most, Math.abs(speed) * FAR * last / side);
        }
        return new Found(most < 0.05, Double.NaN, Double.NaN);
    }
}
