package fallline.picture.convergence;

import fallline.analysis.repeat.Repeats;
import fallline.analysis.stability.DirectionShares;
import fallline.analysis.stability.SharpnessReader;
import fallline.experiment.Run;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.experiment.view.ConvergenceLook.Across;
import fallline.experiment.view.ConvergenceLook.Measure;
import fallline.figure.curve.ConvergenceFigure;
import fallline.figure.curve.Series;
import fallline.figure.page.MessageFigure;
import fallline.figure.paint.Figure;
import fallline.figure.plot.Axis;
import fallline.figure.plot.Hit;
import fallline.figure.plot.Span;
import fallline.number.Numbers;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.picture.Best;
import fallline.picture.Picture;
import fallline.picture.RepeatedRuns;
import fallline.picture.RunPaths;
import fallline.picture.RunWords;
import fallline.problem.Problem;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The convergence view: J, J − J*, ‖∇J‖, the rate or the sharpness of every run against the step, or against how often
/// it asked for J or ∇J; or what each eigen-direction still holds.
public final class ConvergencePicture implements Picture {
    private final RunCurves curves = new RunCurves();
    private final RepeatedRuns repeated = new RepeatedRuns();
    private volatile Optional<Found> found = Optional.empty();

    /// Whether an objective's J* is known.
    private record Found(Objective objective, boolean known) {}

    /// The figure with all that it needs worked out first, for a file.
    @Override
    public Figure figure(Scene scene) {
        return figure(scene, Optional.empty(), Optional.empty(), worked(scene).with(repeated.all(scene)));
    }

    /// Works out at once what a measure needs beside the traces.
    private static Worked worked(Scene scene) {
        return switch (scene.view().convergence().measure()) {
            case SHARPNESS -> {
                Map<String, Worked.Along> curves = new HashMap<>();
                for (Run run : RunPaths.onSurface(scene)) {
                    scene.record(run.name())
                            .flatMap(RunRecord::path)
                            .ifPresent(path -> curves.put(
                                    run.name(),
                                    new Worked.Along(
                                            path.trace(),
                                            new SharpnessReader(path.task(), path.trace()).all(() -> false))));
                }
                yield new Worked(curves, Optional.empty(), Map.of());
            }
            case LEFT_BY_DIRECTION -> {
                String run = scene.chosen().name();
                yield new Worked(
                        Map.of(),
                        scene.record(run)
                                .flatMap(RunRecord::path)
                                .map(path -> new Worked.Split(
                                        run, path.trace(), DirectionShares.of(path.task(), path.trace(), () -> false))),
                        Map.of());
            }
            case USUAL, LOSS, LOSS_GAP, GRADIENT_NORM, RATE -> Worked.NOTHING;
        };
    }

    /// The figure with a step that is pointed at elsewhere.
    ///
    /// @param steps what is seen of the steps; empty for all
    /// @param worked what is known beside the traces
    public Figure figure(Scene scene, Optional<Hit.Step> pointed, Optional<Span> steps, Worked worked) {
        return switch (scene.view().convergence().measure()) {
            case SHARPNESS -> sharpness(scene, pointed, steps, worked);
            case LEFT_BY_DIRECTION -> left(scene, steps, worked);
            case USUAL, LOSS, LOSS_GAP, GRADIENT_NORM, RATE -> curves(scene, pointed, steps, worked.repeats());
        };
    }

    private static Figure sharpness(Scene scene, Optional<Hit.Step> pointed, Optional<Span> steps, Worked worked) {
        List<Run> runs = RunPaths.onSurface(scene);
        Sharpness sharpness = new Sharpness(scene, runs, worked.sharpness());
        boolean logarithmic = scene.view().convergence().logarithmic();
        Across across = lying(scene);
        Sharpness.Lines lines = sharpness.lines(
                trace -> RunCurves.places(across, trace, task(scene, trace), trace.lastFiniteStep() + 1));
        List<Series> series = new ArrayList<>(lines.runs());
        series.addAll(lines.beside());
        return new ConvergenceFigure(
                axis(Measure.SHARPNESS, ""),
                logarithmic,
                across(scene, lines.runs(), steps),
                Optional.of(sharpness.span(logarithmic)),
                series,
                RunPaths.chosen(scene, runs),
                scene.view().playhead(),
                pointed,
                sharpness.note());
    }

    private static Figure left(Scene scene, Optional<Span> steps, Worked worked) {
        Objective objective = scene.experiment().problem().objective();
        Optional<String> obstacle = DirectionShares.obstacle(objective);
        if (obstacle.isPresent()) {
            return new MessageFigure(obstacle.get());
        }
        return switch (worked.shares()
                .filter(split -> split.run().equals(scene.chosen().name()))
                .map(Worked.Split::answer)
                .orElse(null)) {
            case null -> new MessageFigure("What is left is being worked out.");
            case DirectionShares.Answer.None none -> new MessageFigure(none.sentence());
            case DirectionShares.Answer.Found found ->
                LeftByDirection.figure(
                        found.shares(),
                        Best.shortName(objective.goal()),
                        scene.view().convergence().logarithmic(),
                        steps.map(ConvergenceFigure::steps)
                                .orElseGet(() -> ConvergenceFigure.steps(
                                        scene.experiment().steps())),
                        scene.view().playhead(),
                        scene.chosen().name());
        };
    }

    private Figure curves(Scene scene, Optional<Hit.Step> pointed, Optional<Span> steps, Map<String, Repeats> repeats) {
        Best best = Best.of(scene);
        found = Optional.of(new Found(scene.experiment().problem().objective(), best.known()));
        Measure measure = measure(scene);
        List<Run> runs = RunPaths.drawn(scene);
        List<Series> series = curves.of(scene, runs, new RunCurves.Quantity(measure, lying(scene), best), repeats);
        return new ConvergenceFigure(
                axis(measure, best.gapName()),
                isLogarithmic(scene, measure),
                across(scene, series, steps),
                Optional.empty(),
                series,
                RunPaths.chosen(scene, runs),
                scene.view().playhead(),
                pointed,
                note(scene, runs, measure, best, repeats));
    }

    /// What is drawn: what was chosen, or what is usual as far as it is known by now whether there is a J*.
    public Measure measure(Scene scene) {
        Problem problem = scene.experiment().problem();
        boolean tests = problem instanceof Problem.OnData model
                && model.data().holdOut().isPresent();
        boolean known = found.filter(what -> what.objective == problem.objective())
                .map(Found::known)
                .orElseGet(() ->
                        problem instanceof Problem.OnData && problem.objective().isConvex());
        return scene.view().convergence().measure(known, tests);
    }

    /// Finds out whether J* is known, which may take long; any thread.
    public boolean findBest(Objective objective) {
        boolean known = objective.twin().optimumAtHand().isPresent();
        found = Optional.of(new Found(objective, known));
        return known;
    }

    /// J that nobody asked for by name is not squeezed into an axis on which it has no place.
    private static boolean isLogarithmic(Scene scene, Measure measure) {
        return scene.view().convergence().logarithmic() && !isLinearAfterAll(scene, measure);
    }

    private static boolean isLinearAfterAll(Scene scene, Measure measure) {
        return scene.view().convergence().measure() == Measure.USUAL
                && measure == Measure.LOSS
                && RunPaths.drawn(scene).stream()
                        .anyMatch(run -> scene.trace(run.name()).orElseThrow().leastLoss() <= 0);
    }

    /// `40 of 200 steps measured`, while the loss of the chosen run, or else of another, is not known at every step;
    /// and what is wrong with a curve that is compared with its own best value.
    private static String note(Scene scene, List<Run> runs, Measure measure, Best best, Map<String, Repeats> repeats) {
        if (measure == Measure.RATE) {
            return "";
        }
        Repeats chosen = repeats.get(scene.chosen().name());
        String same =
                chosen == null ? "" : RepeatBands.nothingVaries(scene.chosen().name(), chosen);
        String rows = Stream.of(measured(scene, runs), same)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        if (!rows.isEmpty() || measure != Measure.LOSS_GAP || best.known()) {
            return rows;
        }
        return "J* is not known: the best run plunges at its end";
    }

    private static String measured(Scene scene, List<Run> runs) {
        return Stream.concat(Stream.of(scene.chosen()).filter(runs::contains), runs.stream())
                .filter(run -> scene.trace(run.name())
                        .filter(trace -> trace.measuredRows() < trace.length())
                        .isPresent())
                .findFirst()
                .map(run -> measured(run, scene.trace(run.name()).orElseThrow(), runs.size()))
                .orElse("");
    }

    private static String measured(Run run, Trace trace, int runs) {
        String counts = Numbers.whole(trace.measuredRows() - 1) + " of " + Numbers.whole(trace.length() - 1)
                + " steps measured";
        return runs == 1 ? counts : run.name() + ": " + counts;
    }

    private static Axis across(Scene scene, List<Series> series, Optional<Span> seen) {
        int steps = scene.experiment().steps();
        return switch (lying(scene)) {
            case STEPS -> seen.map(ConvergenceFigure::steps).orElseGet(() -> ConvergenceFigure.steps(steps));
            case EVALUATIONS -> ConvergenceFigure.evaluations(part(Math.max(1, most(series, steps)), steps, seen));
            case EPOCHS -> ConvergenceFigure.epochs(part(most(series, steps), steps, seen));
        };
    }

    /// How far the longest line reaches.
    private static double most(List<Series> series, int steps) {
        return series.stream()
                .filter(line -> line.length() > 1)
                .mapToDouble(Series::reach)
                .max()
                .orElse(steps);
    }

    /// The same share of 0 … `most` as is seen of the steps.
    private static Span part(double most, int steps, Optional<Span> seen) {
        double each = most / Math.max(1.0, steps);
        return seen.map(part -> new Span(part.lo() * each, part.hi() * each)).orElseGet(() -> new Span(0, most));
    }

    /// What lies across, as far as the problem has it.
    private static Across lying(Scene scene) {
        return scene.view().convergence().across(scene.experiment().problem() instanceof Problem.OnData);
    }

    /// The task of the run that left this trace.
    private static Optional<RunTask> task(Scene scene, Trace trace) {
        return scene.records().values().stream()
                .flatMap(record -> record.path().stream())
                .filter(path -> path.trace() == trace)
                .map(RunRecord.Path::task)
                .findFirst();
    }

    private static String axis(Measure measure, String gap) {
        return switch (measure) {
            case LOSS, USUAL -> "J";
            case LOSS_GAP -> gap;
            case GRADIENT_NORM -> "‖∇J‖";
            case RATE -> "learning rate";
            case SHARPNESS -> "sharpness λmax";
            case LEFT_BY_DIRECTION -> "what is left, by direction";
        };
    }

    @Override
    public String summary(Scene scene) {
        String head = "Convergence, " + subtitle(scene) + ". ";
        return head
                + switch (scene.view().convergence().measure()) {
                    case GRADIENT_NORM -> RunWords.all(scene, "‖∇J‖", Trace::gradientNorm);
                    // the rate belongs to the step that leads on
                    case RATE ->
                        RunWords.all(
                                scene,
                                "rate",
                                (trace, step) -> step < trace.lastFiniteStep() ? trace.rate(step + 1) : Double.NaN);
                    case USUAL, LOSS, LOSS_GAP, SHARPNESS, LEFT_BY_DIRECTION ->
                        RunWords.all(scene) + RunWords.best(scene);
                };
    }

    @Override
    public String title(Scene scene) {
        return "Convergence";
    }

    @Override
    public String subtitle(Scene scene) {
        Measure measure = measure(scene);
        String scale = isLogarithmic(scene, measure) ? ", logarithmic" : "";
        Goal goal = scene.experiment().problem().goal();
        // asked on the FX thread: whether J* is known may take long to find out, and stands on the axis
        return axis(measure, Best.shortName(goal)) + scale + (goal == Goal.MAXIMISE ? ", maximised" : "");
    }
}
