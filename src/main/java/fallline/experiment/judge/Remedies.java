package fallline.experiment.judge;

import fallline.experiment.Experiment;
import fallline.experiment.run.RunTask;
import fallline.objective.model.DataModel;
import java.util.ArrayList;
import java.util.List;

/// Which cures suit an end: at most three, the best first.
final class Remedies {
    private static final int MOST = 3;

    /// A rate below this share of the best is worth raising.
    private static final double FAR_BELOW = 0.5;

    private final RunTask task;

    Remedies(RunTask task) {
        this.task = task;
    }

    List<Cure> elsewhere() {
        return List.of(new Cure.MoveStart());
    }

    List<Cure> noSlope(int step) {
        return step == 0 || !task.optimizer().hasRate()
                ? elsewhere()
                : List.of(new Cure.HalveRate(step - 1), new Cure.MoveStart());
    }

    List<Cure> leftDomain(int finite) {
        List<Cure> cures = new ArrayList<>(halve(Math.max(0, finite)));
        if (finite > 0) {
            cures.add(new Cure.JumpTo(finite));
        }
        return List.copyOf(cures);
    }

    List<Cure> tooFast(int turn, Paces.Found pace, int last) {
        List<Cure> cures = new ArrayList<>(halve(turn));
        best(cures, pace);
        if (turn > 0 && turn < last) {
            cures.add(new Cure.JumpTo(turn));
        }
        return List.copyOf(cures.subList(0, Math.min(MOST, cures.size())));
    }

    List<Cure> swinging(int last, Paces.Found pace) {
        List<Cure> cures = new ArrayList<>(halve(Math.max(0, last - 1)));
        best(cures, pace);
        return List.copyOf(cures);
    }

    List<Cure> hovering() {
        return halve(Integer.MAX_VALUE);
    }

    List<Cure> stalled() {
        return List.of();
    }

    List<Cure> more(int steps) {
        int room = Experiment.MOST_STEPS - task.steps();
        return room > 0 ? List.of(new Cure.MoreSteps(Math.min(steps, room))) : List.of();
    }

    List<Cure> slow(Slowness slowness, Paces.Found pace, int last) {
        List<Cure> cures = new ArrayList<>();
        boolean raw = task.objective() instanceof DataModel model
                && model.features().standardisation().isEmpty();
        if (slowness.isNarrow() && raw) {
            cures.add(new Cure.Standardise());
        }
        if (pace.pace().rate() < FAR_BELOW * pace.best()) {
            best(cures, pace);
        }
        boolean near = Double.isFinite(slowness.more()) && last + slowness.more() <= Experiment.MOST_STEPS;
        if (near) {
            cures.addAll(more(Digits.twoDigits(slowness.more())));
        } else if (Double.isNaN(slowness.more())) {
            cures.addAll(more(last));
        }
        if (task.optimizer().goesStraightDown()
                && slowness.condition() >= 10
                && task.objective().lasso().isNone()
                && task.recipe().lineSearch().isEmpty()) {
            cures.add(new Cure.AddMomentum());
        }
        return List.copyOf(cures.subList(0, Math.min(MOST, cures.size())));
    }

    private List<Cure> halve(int step) {
        return task.optimizer().hasRate() ? List.of(new Cure.HalveRate(step)) : List.of();
    }

    private static void best(List<Cure> cures, Paces.Found pace) {
        if (Double.isFinite(pace.best())) {
            cures.add(new Cure.BestRate(pace.best()));
        }
    }
}
