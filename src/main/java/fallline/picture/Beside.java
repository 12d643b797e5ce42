package fallline.picture;

import fallline.analysis.Plane;
import fallline.experiment.Run;
import fallline.experiment.run.PathPositions;
import fallline.experiment.run.Trace;
import fallline.figure.path.Aside;
import fallline.figure.path.Trail;
import fallline.workbench.Scene;
import java.util.ArrayList;
import java.util.List;

/// Tells how far paths lie beside a plane of two parameters, which moves with the playhead.
public final class Beside {
    /// Numbers read a picture: one or two milliseconds.
    private static final double WORK = 5e5;

    private Beside() {}

    /// The trails with what lies beside the plane, of long paths for every few steps.
    public static List<Trail> marked(List<Trail> trails, Scene scene, List<Run> runs, Plane plane) {
        if (!plane.isOfParameters() || plane.dimension() == 2) {
            return trails;
        }
        List<Trail> marked = new ArrayList<>(trails.size());
        for (int i = 0; i < trails.size(); i++) {
            Trace trace = scene.trace(runs.get(i).name()).orElseThrow();
            marked.add(trails.get(i).withAside(aside(trails.get(i), trace, plane, WORK / trails.size())));
        }
        return marked;
    }

    private static Aside aside(Trail trail, Trace trace, Plane plane, double work) {
        PathPositions positions = new PathPositions(trace);
        int stride = 1 + (int) ((double) trail.length() * trace.dimension() / work);
        float[] shares = new float[(trail.length() + stride - 1) / stride];
        double reach = ProjectedPath.reach(trail.x(), trail.y(), plane);
        double[] theta = new double[trace.dimension()];
        int index = 0;
        for (int i = 0; i < shares.length; i++) {
            while (index + 1 < positions.count() && positions.step(index + 1) <= i * stride) {
                index++;
            }
            positions.read(index, theta);
            shares[i] = ProjectedPath.share(plane.project(theta).distance(), reach);
        }
        return new Aside(shares, stride);
    }
}
