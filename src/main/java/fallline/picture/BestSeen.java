package fallline.picture;

import fallline.experiment.Run;
import fallline.experiment.run.Trace;
import fallline.figure.label.Landmark;
import fallline.figure.path.Trail;
import fallline.objective.Goal;
import fallline.workbench.Scene;
import java.util.List;

/// Where the runs have seen the best loss.
public final class BestSeen {
    private BestSeen() {}

    /// @param trails the paths of `runs`, at least one
    public static Landmark of(Scene scene, List<Run> runs, List<Trail> trails) {
        boolean maximise = scene.experiment().problem().goal() == Goal.MAXIMISE;
        Trail first = trails.getFirst();
        int begin = first.head(0);
        Landmark found = new Landmark(first.x()[begin], first.y()[begin], "");
        double best = maximise ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        for (int i = 0; i < trails.size(); i++) {
            Trace trace = scene.trace(runs.get(i).name()).orElseThrow();
            Trail trail = trails.get(i);
            for (int step = 0; step < trail.length(); step++) {
                double loss = trace.loss(step);
                if (Double.isNaN(trail.x()[step])) {
                    continue; // not recorded
                }
                if (maximise ? loss > best : loss < best) {
                    best = loss;
                    found = new Landmark(trail.x()[step], trail.y()[step], "");
                }
            }
        }
        return found;
    }
}
