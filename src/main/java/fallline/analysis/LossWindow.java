package fallline.analysis;

import fallline.experiment.judge.PlottedBox;
import fallline.experiment.view.LossLook.Bounds;
import fallline.experiment.view.PlaneChoice.Parameters;
import fallline.objective.Box;
import fallline.objective.Objective;
import fallline.problem.Problem;

/// The part of a loss surface that is shown until the user asks for another.
///
/// It depends on problem and start only, so that it does not swim while runs change.
public final class LossWindow {
    private LossWindow() {}

    /// The box of a catalogue function, widened to hold the start; for others bounds that hold the start and, where it
    /// is known, the best point, in a square where both parameters mean the same (a formula's).
    public static Bounds suggested(Problem problem, double[] start, Parameters plane) {
        boolean equal =
                problem instanceof Problem.Formula formula && formula.card().isEmpty();
        return suggested(problem.objective(), start, plane, equal);
    }

    /// @param equal whether both parameters mean the same (a formula's), so that the box is a square
    static Bounds suggested(Objective objective, double[] start, Parameters plane, boolean equal) {
        Box box = PlottedBox.sides(objective, start);
        double[] across = {box.low()[plane.horizontal()], box.high()[plane.horizontal()]};
        double[] upwards = {box.low()[plane.vertical()], box.high()[plane.vertical()]};
        if (equal) {
            double half = Math.max(across[1] - across[0], upwards[1] - upwards[0]) / 2;
            across = around((across[0] + across[1]) / 2, half);
            upwards = around((upwards[0] + upwards[1]) / 2, half);
        }
        return new Bounds(across[0], across[1], upwards[0], upwards[1]);
    }

    private static double[] around(double middle, double half) {
        return new double[] {middle - half, middle + half};
    }
}
