package fallline.experiment.ensemble;

import fallline.experiment.run.RunTask;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import fallline.optimizer.schedule.Schedule;
import java.util.List;

/// The hyperparameters of a recipe without changes, at every step: those that all cells share, and those that differ.
final class LaneSettings {
    private final Ensemble ensemble;
    private final Schedule schedule;
    private final double[] base;
    private final double[] hyper;
    private final int rate;
    private final int momentum;
    private final boolean constant;

    /// By place among the ensemble's settings, the hyperparameter's place.
    private final int[] places;

    LaneSettings(Ensemble ensemble) {
        this.ensemble = ensemble;
        Optimizer optimizer = ensemble.base().optimizer();
        schedule = ensemble.base().recipe().schedule();
        constant = schedule instanceof Schedule.Constant;
        base = base(ensemble.base());
        hyper = base.clone();
        List<String> names =
                optimizer.hyperparameters().stream().map(Hyperparameter::name).toList();
        rate = names.indexOf(Hyperparameter.LEARNING_RATE);
        momentum = optimizer.momentum().map(names::indexOf).orElse(-1);
        places = ensemble.settings().stream()
                .mapToInt(setting -> names.indexOf(setting.name()))
                .toArray();
    }

    /// The numbers of a recipe from step 0 on, before any schedule, in the optimizer's order.
    static double[] base(RunTask task) {
        Optimizer optimizer = task.optimizer();
        double[] values = new double[optimizer.hyperparameters().size()];
        for (int i = 0; i < values.length; i++) {
            Hyperparameter parameter = optimizer.hyperparameters().get(i);
            HyperValue given = task.recipe().hyperparameters().get(parameter.name());
            values[i] = parameter.encode(given == null ? parameter.initial() : given, optimizer.id());
        }
        return values;
    }

    /// The numbers of the step from `step` to `step + 1`; what differs is not among them.
    double[] at(int step) {
        if (!constant) {
            schedule(hyper, base, step);
        }
        return hyper;
    }

    private void schedule(double[] into, double[] from, int step) {
        if (rate >= 0) {
            into[rate] = schedule.rate(step, from[rate]);
        }
        if (momentum >= 0) {
            into[momentum] = schedule.momentum(step, from[momentum]);
        }
    }

    /// Whether all steps have the numbers of the first.
    boolean isSteady() {
        return constant;
    }

    /// All numbers of a cell at its first step.
    double[] first(int cell) {
        double[] own = base.clone();
        for (int s = 0; s < places.length; s++) {
            own[places[s]] = ensemble.settings().get(s).values()[cell];
        }
        schedule(own, own.clone(), 0);
        return own;
    }

    /// How many settings differ.
    int differing() {
        return places.length;
    }

    /// The order of setting `s` among those that differ, by the optimizer's order.
    int rank(int s) {
        int rank = 0;
        for (int place : places) {
            rank += place < places[s] ? 1 : 0;
        }
        return rank;
    }

    /// Whether setting `s` is another at every step.
    boolean moves(int s) {
        return !constant && places[s] == rate;
    }

    /// The number of setting `s` at a step, where the cell's recipe says `given`.
    double moved(int step, double given) {
        return schedule.rate(step, given);
    }
}
