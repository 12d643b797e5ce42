package fallline.experiment.run;

import java.util.Arrays;
import java.util.Optional;

/// What of a trace is recorded: the steps that are known, and what this problem's J is there.
///
/// @param steps those that are known, rising
/// @param rows for every step of the trace its place in `steps`, −1 where it is not known
/// @param values J of this problem at the known steps; no numbers where the parameters are not known
/// @param counts whether it was recorded how many gradients the method had asked for
/// @param difference the first step at which the recorded loss is another than this problem's J by more than rounding
public record Recording(int[] steps, int[] rows, double[] values, boolean counts, Optional<Difference> difference) {
    /// A loss that differs by more than this, relative to the larger, is another loss.
    private static final double SAME = 1e-6;

    /// @param loss what was recorded, one number a step of the trace
    static Recording of(int[] steps, double[] values, boolean counts, double[] loss) {
        int[] rows = new int[steps[steps.length - 1] + 1];
        Arrays.fill(rows, -1);
        for (int row = 0; row < steps.length; row++) {
            rows[steps[row]] = row;
        }
        return new Recording(steps, rows, values, counts, difference(steps, values, loss));
    }

    /// Whether the parameters are known.
    public boolean onSurface() {
        return values.length > 0;
    }

    /// Whether anything is known at `step`.
    public boolean has(int step) {
        return step >= 0 && step < rows.length && rows[step] >= 0;
    }

    /// The last known step up to `step`; the first of all before it.
    public int before(int step) {
        int place = Arrays.binarySearch(steps, step);
        return steps[place >= 0 ? place : Math.max(0, -place - 2)];
    }

    /// The first known step from `step` on; the last of all behind it.
    public int after(int step) {
        int place = Arrays.binarySearch(steps, step);
        return steps[place >= 0 ? place : Math.min(steps.length - 1, -place - 1)];
    }

    /// A step at which the recorded loss is not this problem's J.
    public record Difference(int step, double recorded, double here) {}

    private static Optional<Difference> difference(int[] steps, double[] values, double[] loss) {
        for (int row = 0; row < values.length; row++) {
            double told = loss[steps[row]];
            double here = values[row];
            boolean finite = Double.isFinite(told) && Double.isFinite(here);
            if (finite && Math.abs(told - here) > SAME * Math.max(Math.abs(told), Math.abs(here))) {
                return Optional.of(new Difference(steps[row], told, here));
            }
        }
        return Optional.empty();
    }
}
