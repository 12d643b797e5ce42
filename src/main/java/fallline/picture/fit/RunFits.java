package fallline.picture.fit;

import fallline.experiment.Run;
import fallline.experiment.run.Trace;
import fallline.figure.page.MessageFigure;
import fallline.picture.EarlierSteps;
import fallline.picture.RunMoments;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The parameters with which runs stand in the fit view: at the playhead, at earlier steps, and the rows of the next
/// step. One thread uses it at a time.
final class RunFits {
    private final RunMoments moments;

    RunFits(RunMoments moments) {
        this.moments = moments;
    }

    /// The parameters of a drawn run at the playhead.
    double[] theta(Scene scene, Run run) {
        RunRecord record = scene.record(run.name()).orElseThrow();
        return moments.theta(run.name(), record, scene.shownStep(record.trace().orElseThrow()));
    }

    /// The parameters of the chosen run at the playhead; empty while it has no finite step.
    Optional<double[]> chosen(Scene scene) {
        return scene.chosenPath().filter(trace -> trace.lastFiniteStep() >= 0).map(_ -> theta(scene, scene.chosen()));
    }

    /// What is shown where the chosen run has no parameters to show.
    static MessageFigure missing(Scene scene) {
        return new MessageFigure(scene.chosenTrace()
                .map(trace -> trace.hasPath()
                        ? "J is not finite at the start: move the start."
                        : "Of this path only losses were recorded.")
                .orElse("The run is being computed."));
    }

    /// The parameters at step 0, or at the first that is recorded.
    double[] first(Scene scene, Run run) {
        return moments.theta(run.name(), scene.record(run.name()).orElseThrow(), 0);
    }

    /// The parameters at some steps before the playhead, oldest first.
    List<double[]> earlier(Scene scene, Run run) {
        RunRecord record = scene.record(run.name()).orElseThrow();
        Trace trace = record.trace().orElseThrow();
        List<double[]> points = new ArrayList<>();
        for (int k : EarlierSteps.before(scene.shownStep(trace))) {
            points.add(moments.theta(run.name(), record, k));
        }
        return points;
    }

    /// The rows of the next step; empty when it takes all.
    int[] batch(Scene scene, Run run) {
        RunRecord record = scene.record(run.name()).orElseThrow();
        return moments.at(run.name(), record, scene.shownStep(record.trace().orElseThrow()))
                .batchRows();
    }
}
