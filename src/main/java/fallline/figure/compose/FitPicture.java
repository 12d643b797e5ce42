package fallline.figure.compose;

import fallline.analysis.StepSection;
import fallline.experiment.RunRecord;
import fallline.experiment.Scene;
import fallline.experiment.Trace;
import fallline.figure.AlongStepFigure;
import fallline.figure.Figure;
import fallline.figure.MessageFigure;
import fallline.figure.SampledCurve;
import fallline.figure.Window;
import fallline.objective.Problem;
import java.util.Optional;

/// The fit view: data and model for regressions, J along the step for formulas.
public final class FitPicture implements Picture {
    private static final double BEFORE = -1;
    private static final double AFTER = 4;

    private final RunMoments moments = new RunMoments();
    private final LineFitPainter lines = new LineFitPainter(moments);
    private final ClassFitPainter classes = new ClassFitPainter(moments);

    @Override
    public Figure figure(Scene scene) {
        return figure(scene, Optional.empty());
    }

    /// The same figure with a window that stays while a point is being dragged.
    public Figure figure(Scene scene, Optional<Window> window) {
        return switch (scene.experiment().problem()) {
            case Problem.Formula formula -> alongStep(scene, formula);
            case Problem.Linear linear -> lines.figure(scene, linear, window);
            case Problem.Logistic logistic -> classes.figure(scene, logistic, window);
            case Problem.Softmax _, Problem.Network _ ->
                new MessageFigure("The fit of this model has no picture yet: see the loss and the convergence.");
        };
    }

    @Override
    public String title(Scene scene) {
        return scene.experiment().problem() instanceof Problem.Formula ? "Along the step" : "Fit";
    }

    @Override
    public String subtitle(Scene scene) {
        int step = scene.chosenTrace().map(scene::shownStep).orElse(0);
        return switch (scene.experiment().problem()) {
            case Problem.Formula _ -> "J from step " + step + " on";
            case Problem.Linear linear when linear.objective().features().features() == 1 -> "data and line at step " + step;
            case Problem.Linear _ -> "predicted and actual " + "at step " + step;
            case Problem.Logistic logistic -> ClassFitPainter.subtitle(logistic, step);
            case Problem.Softmax _, Problem.Network _ -> "";
        };
    }

    private Figure alongStep(Scene scene, Problem.Formula problem) {
        String name = scene.chosen().name();
        Optional<RunRecord> record =
                scene.record(name).filter(known -> known.trace().isPresent());
        if (record.isEmpty()) {
            return new MessageFigure("The run is being computed.");
        }
        Trace trace = record.get().trace().orElseThrow();
        if (trace.lastFiniteStep() < 1) {
            return new MessageFigure(
                    trace.lastFiniteStep() < 0
                            ? "J is not finite at the start: move the start."
                            : "The first step leads to where J is not finite.");
        }
        int step = scene.shownStep(trace);
        boolean taken = step == trace.lastFiniteStep();
        int from = taken ? step - 1 : step;
        double[] here = moments.theta(name, record.get(), from);
        double[] next = moments.theta(name, record.get(), from + 1);
        StepSection section = StepSection.of(problem.objective().twin(), here, next, BEFORE, AFTER);
        SampledCurve curve = new SampledCurve(section.multiples(), section.losses());
        return new AlongStepFigure(
                "J",
                AlongStepFigure.window(curve, section.here(), section.next()),
                curve,
                section.here(),
                section.next(),
                Optional.of(section.slope()).filter(Double::isFinite),
                RunPaths.style(scene, scene.chosen()),
                taken);
    }
}
