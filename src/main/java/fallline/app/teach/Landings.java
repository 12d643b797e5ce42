package fallline.app.teach;

import fallline.analysis.Plane;
import fallline.analysis.predict.Landing;
import fallline.experiment.view.Chalk.Place;
import fallline.experiment.view.LossLook.Bounds;
import fallline.figure.plot.PlotArea;
import fallline.objective.Objective;
import fallline.picture.loss.Lens;
import java.util.List;
import java.util.Optional;

/// Where a run lands, in the coordinates of the loss as it is seen, so that a click can say it.
final class Landings {
    private static final int MOST_WIDENINGS = 60;

    private Landings() {}

    /// The question where the run lands.
    ///
    /// @param plane that is seen; empty for a curve over one parameter
    static Ask.Where ask(Landing landing, Objective objective, Optional<Plane> plane) {
        List<String> names = objective.parameterNames();
        return new Ask.Where(
                landing,
                place(plane, landing.from()),
                place(plane, landing.truth()),
                plane.map(seen -> axisNames(seen, names)).orElseGet(() -> List.of(names.getFirst())),
                objective.dimension() <= 2,
                Optional.empty());
    }

    private static List<String> axisNames(Plane plane, List<String> names) {
        return plane.isOfParameters()
                ? List.of(names.get(axis(plane.across())), names.get(axis(plane.upwards())))
                : List.of("across", "upwards");
    }

    private static int axis(double[] direction) {
        int axis = 0;
        while (direction[axis] == 0) {
            axis++;
        }
        return axis;
    }

    private static Place place(Optional<Plane> plane, double[] theta) {
        return plane.map(seen -> seen.project(theta))
                .map(at -> new Place(at.x(), at.y()))
                .orElseGet(() -> new Place(theta[0], 0));
    }

    /// What is seen now, and so much around it that the truth can be pointed at.
    static Bounds around(PlotArea plot, Ask.Where ask) {
        Bounds seen = Lens.of(plot);
        boolean line = ask.names().size() == 1;
        for (int i = 0; i < MOST_WIDENINGS && !holds(seen, ask.truth(), line); i++) {
            double dx = (seen.right() - seen.left()) / 2;
            double dy = line ? 0 : (seen.top() - seen.bottom()) / 2;
            seen = new Bounds(seen.left() - dx, seen.right() + dx, seen.bottom() - dy, seen.top() + dy);
        }
        return seen;
    }

    private static boolean holds(Bounds seen, Place at, boolean line) {
        return at.x() > seen.left()
                && at.x() < seen.right()
                && (line || (at.y() > seen.bottom() && at.y() < seen.top()));
    }
}
