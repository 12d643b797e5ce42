package fallline.picture.fit;

import fallline.analysis.StepSection;
import fallline.experiment.judge.Digits;
import fallline.experiment.run.Trace;
import fallline.figure.curve.AlongStepFigure;
import fallline.figure.page.MessageFigure;
import fallline.figure.paint.Figure;
import fallline.figure.plot.SampledCurve;
import fallline.figure.plot.Window;
import fallline.number.Numbers;
import fallline.objective.Goal;
import fallline.picture.Picture;
import fallline.picture.RunMoments;
import fallline.picture.RunPaths;
import fallline.picture.RunWords;
import fallline.problem.DataProblem;
import fallline.problem.Problem;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import java.util.Optional;
import java.util.OptionalInt;

/// The fit view: data and model for regressions, J along the step for formulas.
public final class FitPicture implements Picture {
    private static final double BEFORE = -1;
    private static final double AFTER = 4;

    private final RunMoments moments = new RunMoments();
    private final RunFits fits = new RunFits(moments);
    private final LineFitComposer lines = new LineFitComposer(moments);
    private final ClassFitComposer classes = new ClassFitComposer(fits);
    private final RegionComposer regions = new RegionComposer(fits);
    private final ValueComposer values = new ValueComposer(fits);
    private final NetworkComposer networks = new NetworkComposer(fits);

    @Override
    public Figure figure(Scene scene) {
        return figure(scene, Optional.empty(), OptionalInt.empty());
    }

    /// The same figure while it is handled.
    ///
    /// @param window what is seen while a point is being dragged, so that the plot does not move under the hand
    /// @param pointed the place in θ of the weight that is pointed at, where the network is drawn
    public Figure figure(Scene scene, Optional<Window> window, OptionalInt pointed) {
        Optional<TestRows> test = drawsNetwork(scene) ? Optional.empty() : TestRows.of(scene);
        Figure fit = fit(scene, window.or(() -> test.flatMap(TestRows::window)), pointed);
        return test.map(rows -> rows.over(fit, fits.chosen(scene))).orElse(fit);
    }

    private static boolean drawsNetwork(Scene scene) {
        return scene.experiment().problem() instanceof Problem.Network
                && scene.view().fit().network();
    }

    private Figure fit(Scene scene, Optional<Window> window, OptionalInt pointed) {
        return switch (scene.experiment().problem()) {
            case Problem.Formula formula -> alongStep(scene, formula);
            case Problem.Network network when scene.view().fit().network() -> networks.figure(scene, network, pointed);
            case Problem.Linear linear when linear.features().size() == 1 -> lines.figure(scene, linear, window);
            case Problem.Logistic logistic
            when !ClassFitComposer.isCurved(logistic) -> classes.figure(scene, logistic, window);
            case Problem.OnData model when model.objective().classes().isEmpty() -> values.figure(scene, model, window);
            case Problem.OnData model -> regions.figure(scene, model, window);
        };
    }

    @Override
    public String summary(Scene scene) {
        String data = DataProblem.of(scene.experiment().problem())
                .map(of -> " " + Digits.whole(of.data().rows()) + " rows of "
                        + of.data().name() + ".")
                .orElse("");
        return title(scene) + ", " + subtitle(scene) + "." + data + next(scene) + " " + RunWords.chosen(scene);
    }

    /// What the step does to J, where the view is along it: ` The step leads from J 5.03 to 4.9.`
    private static String next(Scene scene) {
        Trace trace =
                scene.chosenPath().filter(known -> known.lastFiniteStep() > 0).orElse(null);
        if (trace == null || !(scene.experiment().problem() instanceof Problem.Formula)) {
            return "";
        }
        int step = scene.shownStep(trace);
        boolean taken = step == trace.lastFiniteStep();
        int from = taken ? trace.recordedStep(step - 1) : step;
        int to = taken
                ? step
                : trace.recording().map(known -> known.after(from + 1)).orElse(from + 1);
        double here = RunWords.loss(trace, from);
        double there = RunWords.loss(trace, to);
        return from == to || Double.isNaN(here) || Double.isNaN(there)
                ? ""
                : " The step " + (taken ? "led" : "leads") + " from J " + Digits.three(here) + " to "
                        + Digits.three(there) + ".";
    }

    @Override
    public String title(Scene scene) {
        return switch (scene.experiment().problem()) {
            case Problem.Formula _ -> "Along the step";
            case Problem.Network _ when scene.view().fit().network() -> "Network";
            default -> "Fit";
        };
    }

    @Override
    public String subtitle(Scene scene) {
        boolean hollow = scene.experiment().problem().test().isPresent() && !drawsNetwork(scene);
        return hollow ? words(scene) + ", test rows hollow" : words(scene);
    }

    private static String words(Scene scene) {
        int step = scene.chosenTrace().map(scene::shownStep).orElse(0);
        return switch (scene.experiment().problem()) {
            case Problem.Formula _ -> "J from step " + Numbers.whole(step) + " on";
            case Problem.Linear linear
            when linear.features().size() == 1 ->
                (linear.options().degree() > 1 ? "data and curve" : "data and line") + " at step "
                        + Numbers.whole(step);
            case Problem.Network _
            when scene.view().fit().network() -> "weights and biases at step " + Numbers.whole(step);
            case Problem.Logistic logistic -> ClassFitComposer.subtitle(logistic, plane(scene, logistic), step);
            case Problem.OnData model when model.objective().classes().isEmpty() -> ValueComposer.subtitle(model, step);
            case Problem.OnData model -> RegionComposer.subtitle(model, plane(scene, model), step);
        };
    }

    private static FeaturePlane plane(Scene scene, Problem.OnData problem) {
        return FeaturePlane.of(problem, scene.view().fit());
    }

    private Figure alongStep(Scene scene, Problem.Formula problem) {
        String name = scene.chosen().name();
        Optional<RunRecord> record =
                scene.record(name).filter(known -> known.trace().isPresent());
        if (record.isEmpty()) {
            return new MessageFigure("The run is being computed.");
        }
        Trace trace = record.get().trace().orElseThrow();
        if (!trace.hasPath()) {
            return RunFits.missing(scene);
        }
        if (trace.recording().filter(known -> known.steps().length < 2).isPresent()) {
            return new MessageFigure("One step was recorded: there is none to look along.");
        }
        if (trace.lastFiniteStep() < 1 && record.get() instanceof RunRecord.Veiled) {
            return new MessageFigure("The next step is hidden: say first where it leads.");
        }
        if (trace.lastFiniteStep() < 1) {
            return new MessageFigure(
                    trace.lastFiniteStep() < 0
                            ? "J is not finite at the start: move the start."
                            : "The first step leads to where J is not finite.");
        }
        int step = scene.shownStep(trace);
        boolean taken = step == trace.lastFiniteStep();
        int from = taken ? trace.recordedStep(step - 1) : step;
        int to = trace.recording().map(known -> known.after(from + 1)).orElse(from + 1);
        double[] here = moments.theta(name, record.get(), from);
        double[] next = moments.theta(name, record.get(), to);
        StepSection section = StepSection.of(problem.objective().twin(), here, next, BEFORE, AFTER);
        SampledCurve curve = new SampledCurve(section.multiples(), section.losses());
        return new AlongStepFigure(
                "J",
                AlongStepFigure.window(
                        curve,
                        section.here(),
                        section.next(),
                        problem.objective().goal() == Goal.MAXIMISE),
                curve,
                section.here(),
                section.next(),
                Optional.of(section.slope()).filter(Double::isFinite),
                RunPaths.style(scene, scene.chosen()),
                taken);
    }
}
