package fallline.picture.convergence;

import fallline.analysis.PassedEpochs;
import fallline.analysis.repeat.Chance;
import fallline.analysis.repeat.Quartiles;
import fallline.analysis.repeat.Repeats;
import fallline.experiment.view.ConvergenceLook.Across;
import fallline.experiment.view.ConvergenceLook.Measure;
import fallline.figure.curve.Band;
import fallline.number.Numbers;
import fallline.objective.Goal;
import fallline.picture.Best;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/// Median and quartiles of repeats as they are drawn on the curve of their run.
final class RepeatBands {
    private RepeatBands() {}

    /// The band of a run; absent where a measure has none, or there are no two repeats yet.
    static Optional<Band> of(String run, Repeats repeats, Measure measure, Across across, Best best) {
        boolean measured =
                switch (measure) {
                    case USUAL, LOSS, LOSS_GAP, GRADIENT_NORM -> true;
                    case RATE, SHARPNESS, LEFT_BY_DIRECTION -> false;
                };
        if (!measured || repeats.done() < 2) {
            return Optional.empty();
        }
        Quartiles of = measure == Measure.GRADIENT_NORM ? repeats.gradientNorm() : repeats.loss();
        Quartiles drawn = measure == Measure.LOSS_GAP ? gaps(of, best) : of;
        String seeds = Numbers.whole(repeats.done())
                + (repeats.isWhole()
                        ? ""
                        : " of " + Numbers.whole(repeats.order().count())) + " seeds";
        return Optional.of(new Band(
                repeats.steps(),
                places(repeats, across),
                drawn.lower(),
                drawn.median(),
                drawn.upper(),
                run + ", " + seeds,
                List.of(
                        run + ", " + seeds + " (" + repeats.order().chance().words() + "): " + repeats.shares(),
                        "double line: median of the seeds; band: 25–75 %")));
    }

    /// Where nothing is drawn by lot there is no band, and this is said.
    static String nothingVaries(String run, Repeats repeats) {
        Chance chance = repeats.order().chance();
        return chance.any()
                ? ""
                : run + ": nothing is drawn by lot, all "
                        + Numbers.whole(repeats.order().count()) + " repeats are this run";
    }

    /// Distances from the best keep their order, or turn it round where J is maximised.
    private static Quartiles gaps(Quartiles of, Best best) {
        DoubleUnaryOperator gap = best::gap;
        double[] lower = Arrays.stream(of.lower()).map(gap).toArray();
        double[] median = Arrays.stream(of.median()).map(gap).toArray();
        double[] upper = Arrays.stream(of.upper()).map(gap).toArray();
        return best.goal() == Goal.MINIMISE ? new Quartiles(lower, median, upper) : new Quartiles(upper, median, lower);
    }

    private static double[] places(Repeats repeats, Across across) {
        int[] steps = repeats.steps();
        return switch (across) {
            case STEPS -> Arrays.stream(steps).asDoubleStream().toArray();
            case EVALUATIONS -> repeats.evaluations();
            case EPOCHS -> {
                double[] epochs = PassedEpochs.of(repeats.order().task(), steps[steps.length - 1] + 1);
                yield Arrays.stream(steps).mapToDouble(step -> epochs[step]).toArray();
            }
        };
    }
}
