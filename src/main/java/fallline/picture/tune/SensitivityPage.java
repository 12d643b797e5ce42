package fallline.picture.tune;

import fallline.analysis.tune.Sensitivity;
import fallline.analysis.tune.TuneOrder;
import fallline.analysis.tune.TuneResult;
import fallline.analysis.tune.Tuned;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.figure.curve.RateCurves;
import fallline.figure.label.Legend;
import fallline.figure.page.Card;
import fallline.figure.page.MessageFigure;
import fallline.figure.page.SheetFigure;
import fallline.figure.paint.Figure;
import fallline.figure.paint.RunStyle;
import fallline.figure.plot.Span;
import fallline.number.Numbers;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.objective.Optimum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How much the learning rate matters to each tuned optimizer: J at the end against the rate beside the best.
public final class SensitivityPage {
    public static final String TITLE = "Sensitivity to the learning rate";

    /// So far a run that got worse than its start is seen.
    private static final double ROOM = 10;

    /// J − J* of less than this share of J* is no difference, above or below.
    private static final double ROUNDING = 0x1p-44;

    private SensitivityPage() {}

    /// The curves, one for each that has a rate and a winner, in the colours of its tuned run.
    ///
    /// @param experiment that the tuned runs are added to
    public static Figure figure(TuneResult result, Experiment experiment) {
        Objective objective = result.order().experiment().problem().objective();
        boolean minimises = objective.goal() == Goal.MINIMISE;
        Optional<Double> best = minimises ? objective.twin().optimumAtHand().map(Optimum::value) : Optional.empty();
        double zero = best.orElse(0.0);
        List<RateCurves.Line> lines = new ArrayList<>();
        int winner = 0;
        List<Run> runs = result.runs(experiment);
        for (Tuned tuned : result.all()) {
            if (tuned.best().isEmpty()) {
                continue;
            }
            RunStyle style = RunStyle.of(runs.get(winner++).look().orElse(0));
            tuned.sensitivity().ifPresent(beside -> lines.add(line(tuned, style, beside, zero)));
        }
        if (lines.isEmpty()) {
            return new MessageFigure("No optimizer here has a learning rate that could be varied.");
        }
        double[] all = lines.stream()
                .flatMapToDouble(line -> Arrays.stream(line.loss()))
                .toArray();
        double start = objective.twin().value(result.order().experiment().startPoint()) - zero;
        boolean logarithmic = Arrays.stream(all).noneMatch(value -> value < 0) && RateCurves.spreads(positive(all));
        return new RateCurves(
                "learning rate as a multiple of the best",
                new Span(1 / 18.0, 18),
                best.map(value -> value == 0 ? "J at the end" : "J − J* at the end")
                        .orElse("J at the end"),
                logarithmic,
                RateCurves.seen(all, start > 0 ? ROOM * start : Double.POSITIVE_INFINITY, logarithmic),
                lines,
                List.of(new RateCurves.Mark(1, "best", false)),
                "");
    }

    /// What the curves say, in a sentence for each optimizer.
    public static String summary(TuneResult result) {
        StringBuilder words = new StringBuilder(TITLE + ": J at the end at multiples of the best rate.");
        for (Tuned tuned : result.all()) {
            tuned.sensitivity().ifPresent(beside -> {
                words.append(' ')
                        .append(tuned.entrant().optimizer().card().name())
                        .append(": ");
                List<String> each = new ArrayList<>();
                for (int i = 0; i < beside.factors().length; i++) {
                    double loss = beside.loss()[i];
                    each.add((Double.isFinite(loss) ? Numbers.brief(loss, 3) : "diverged") + " at "
                            + Numbers.brief(beside.factors()[i], 3) + " times");
                }
                words.append(String.join(", ", each)).append('.');
            });
        }
        return words.toString();
    }

    private static double[] positive(double[] values) {
        return Arrays.stream(values).filter(value -> value > 0).toArray();
    }

    private static RateCurves.Line line(Tuned tuned, RunStyle style, Sensitivity beside, double zero) {
        double[] loss = Arrays.stream(beside.loss())
                .map(value -> Math.abs(value - zero) <= ROUNDING * Math.abs(zero) ? 0 : value - zero)
                .toArray();
        return new RateCurves.Line(
                tuned.entrant().optimizer().card().name(), style, beside.factors(), loss, true, false);
    }

    /// A page to keep, with the winners' settings and how they were found.
    public static SheetFigure page(TuneResult result, Experiment experiment) {
        List<Legend.Entry> entries = new ArrayList<>();
        List<Run> runs = result.runs(experiment);
        int winner = 0;
        for (Tuned tuned : result.all()) {
            if (tuned.best().isPresent()) {
                RunStyle style = RunStyle.of(runs.get(winner++).look().orElse(0));
                entries.add(new Legend.Entry(
                        tuned.entrant().optimizer().card().name(),
                        style,
                        TuneWords.settings(tuned, tuned.best().get().values())));
            }
        }
        return new SheetFigure(
                result.order().experiment().problem().notation().headline(),
                "",
                List.of(new Card(TITLE, "other settings as they are", figure(result, experiment))),
                new Legend(entries),
                caption(result.order()));
    }

    private static String caption(TuneOrder order) {
        return "Each with " + Numbers.whole(order.trials()) + " trials of " + Numbers.whole(order.budget()) + " "
                + order.currency().words() + ", seed " + order.experiment().seed()
                + ". Hollow at the upper edge: diverged or off the plot; at the lower: J* but for rounding. Fall Line.";
    }
}
