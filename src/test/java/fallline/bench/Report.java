package fallline.bench;

import java.io.PrintStream;
import java.util.Locale;
import java.util.stream.DoubleStream;

/// Times pieces of work and prints each beside its budget.
final class Report {
    private static final int LEAST_ROUNDS = 9;
    private static final int TURNS = 100;

    /// HotSpot's compiler needs so long on a busy machine.
    private static final long WARM_UP = 500_000_000L;

    /// Short pieces have as many rounds as fit into this, so that some fall between what others do on the machine.
    private static final long LEAST_TIME = 200_000_000L;

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
        out.printf(Locale.ROOT, "%-66s %12s %12s%n", "what", "measured", "budget");
    }

    /// The best time of nine rounds or more after half a second that warms up, in nanoseconds a piece.
    ///
    /// @param pieces how many pieces one call of `work` does
    static double best(int pieces, Runnable work) {
        return times(pieces, work)[0];
    }

    /// The median time of nine rounds or more after half a second that warms up, in nanoseconds a piece.
    static double median(int pieces, Runnable work) {
        double[] times = times(pieces, work);
        return times[times.length / 2];
    }

    /// The best times of two pieces of work that take turns, so that both meet the same machine: of a hundred short
    /// rounds each, after both are warm; in nanoseconds a piece.
    ///
    /// @param pieces how many pieces one call of either does
    static double[] bestInTurns(int pieces, Runnable first, Runnable second) {
        double[] best = {best(pieces, first), best(pieces, second)};
        for (int i = 0; i < TURNS; i++) {
            best[0] = Math.min(best[0], time(pieces, first));
            best[1] = Math.min(best[1], time(pieces, second));
        }
        return best;
    }

    private static double[] times(int pieces, Runnable work) {
        long warm = System.nanoTime() + WARM_UP;
        do {
            work.run();
        } while (System.nanoTime() < warm);
        DoubleStream.Builder times = DoubleStream.builder();
        long end = System.nanoTime() + LEAST_TIME;
        for (int i = 0; i < LEAST_ROUNDS || System.nanoTime() < end; i++) {
            times.add(time(pieces, work));
        }
        return times.build().sorted().toArray();
    }

    private static double time(int pieces, Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / (double) pieces;
    }

    /// Prints a line.
    void line(String what, double measured, String unit, String budget) {
        out.printf(Locale.ROOT, "%-66s %9.4g %-3s %12s%n", what, measured, unit, budget);
    }
}
