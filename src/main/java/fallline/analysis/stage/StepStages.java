package fallline.analysis.stage;

import fallline.experiment.run.Replay;
import fallline.objective.Goal;
import fallline.optimizer.Stage;
import fallline.optimizer.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The stages of one step for all parameters: first the gradient, then the rule's own in its order, and at last the
/// move.
///
/// @param all at least the gradient; the place in the list is the place of the stage
public record StepStages(List<Beat> all) {
    /// Of a model with more parameters no arrows are made: a stage is worked out for each of them.
    private static final int MOST_PARAMETERS = 400;

    /// One stage.
    ///
    /// @param caption what it does, in a few words
    /// @param target the name that it sets: `m`
    /// @param way where it points; empty for one that is no direction, as a mean of squares
    public record Beat(String caption, String target, Optional<Way> way) {}

    /// Where a stage points.
    public sealed interface Way {
        /// A direction in which it would go.
        ///
        /// @param direction one number a parameter
        record Along(double[] direction) implements Way {}

        /// From one point to another.
        record Move(double[] from, double[] to) implements Way {}
    }

    public StepStages {
        all = List.copyOf(all);
    }

    /// The stages of the step that starts where `replay` stands; none but the gradient where no optimizer is known.
    public static StepStages of(Replay replay) {
        double[] theta = replay.ruleTheta();
        boolean few = theta.length <= MOST_PARAMETERS;
        List<Beat> beats = new ArrayList<>();
        beats.add(new Beat("gradient", Rule.GRADIENT, Optional.of(new Way.Along(downhill(replay)))));
        List<List<Stage>> each = new ArrayList<>();
        for (int i = 0; i < (few ? theta.length : 1); i++) {
            each.add(replay.explain(i, "\\theta"));
        }
        Map<String, Integer> ways = replay.task().optimizer().ways();
        double[] at = theta;
        for (int s = 0; s < each.getFirst().size(); s++) {
            Stage stage = each.getFirst().get(s);
            Optional<double[]> values = few ? values(each, s) : Optional.empty();
            Optional<Way> way = Optional.empty();
            if (stage.target().equals(Rule.THETA) && values.isPresent()) {
                way = Optional.of(new Way.Move(at, values.get()));
                at = values.get();
            } else if (ways.containsKey(stage.target()) && values.isPresent()) {
                int sign = ways.get(stage.target());
                way = Optional.of(new Way.Along(scaled(values.get(), -sign)));
            }
            beats.add(new Beat(stage.caption(), stage.target(), way));
        }
        return new StepStages(beats);
    }

    /// The number at one place of every parameter's list; empty where the lists differ, as for a penalty that some
    /// parameters do not have.
    private static Optional<double[]> values(List<List<Stage>> each, int place) {
        double[] values = new double[each.size()];
        String target = each.getFirst().get(place).target();
        for (int i = 0; i < values.length; i++) {
            List<Stage> own = each.get(i);
            if (place >= own.size() || !own.get(place).target().equals(target)) {
                return Optional.empty();
            }
            values[i] = own.get(place).value();
        }
        return Optional.of(values);
    }

    /// Where the slope of the step's rows leads: down, or up where J is maximised.
    private static double[] downhill(Replay replay) {
        Goal goal = replay.task().objective().goal();
        return scaled(replay.stepGradient(), goal == Goal.MINIMISE ? -1 : 1);
    }

    private static double[] scaled(double[] values, double factor) {
        double[] scaled = new double[values.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = factor * values[i];
        }
        return scaled;
    }
}
