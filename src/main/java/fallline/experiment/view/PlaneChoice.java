package fallline.experiment.view;

import fallline.experiment.Experiment;
import java.util.List;
import java.util.function.UnaryOperator;

/// Which plane of the space of parameters the loss view shows.
public sealed interface PlaneChoice {
    /// Two parameters by their places, the others held where the chosen run is at the playhead; equal places when there
    /// is only one parameter.
    record Parameters(int horizontal, int vertical) implements PlaneChoice {}

    /// The plane that a run's path lies in most: through the mean of its points, along their two main components.
    record Components(String run) implements PlaneChoice {}

    /// Two random directions at right angles, through the end of a run.
    record RandomPair(String run, long seed) implements PlaneChoice {}

    /// Two random directions, each filter as long as that of the weights at the end of a run, where the plane passes.
    record FilterNormalised(String run, long seed) implements PlaneChoice {}

    /// The plane through three points.
    record ThreePoints(PathPoint first, PathPoint second, PathPoint third) implements PlaneChoice {
        /// The three, in order.
        public List<PathPoint> points() {
            return List.of(first, second, third);
        }
    }

    /// The first two parameters, or the only one.
    static PlaneChoice usual(int dimension) {
        return new Parameters(0, Math.min(1, dimension - 1));
    }

    /// The choice with every run's name replaced.
    default PlaneChoice renamed(UnaryOperator<String> name) {
        return switch (this) {
            case Parameters same -> same;
            case Components(String run) -> new Components(name.apply(run));
            case RandomPair(String run, long seed) -> new RandomPair(name.apply(run), seed);
            case FilterNormalised(String run, long seed) -> new FilterNormalised(name.apply(run), seed);
            case ThreePoints(PathPoint first, PathPoint second, PathPoint third) ->
                new ThreePoints(renamed(first, name), renamed(second, name), renamed(third, name));
        };
    }

    private static PathPoint renamed(PathPoint point, UnaryOperator<String> name) {
        return switch (point) {
            case PathPoint.Start same -> same;
            case PathPoint.Playhead(String run) -> new PathPoint.Playhead(name.apply(run));
            case PathPoint.End(String run) -> new PathPoint.End(name.apply(run));
            case PathPoint.Step(String run, int step) -> new PathPoint.Step(name.apply(run), step);
        };
    }

    /// Whether the experiment has all that the choice speaks of; two parameters have one plane only.
    default boolean fits(Experiment experiment) {
        int dimension = experiment.problem().objective().dimension();
        return switch (this) {
            case Parameters(int horizontal, int vertical) ->
                horizontal < dimension && vertical < dimension && (horizontal != vertical || dimension == 1);
            case Components plane -> dimension > 2 && experiment.indexOf(plane.run()) >= 0;
            case RandomPair plane -> dimension > 2 && experiment.indexOf(plane.run()) >= 0;
            case FilterNormalised plane -> dimension > 2 && experiment.indexOf(plane.run()) >= 0;
            case ThreePoints plane ->
                dimension > 2 && plane.points().stream().allMatch(point -> exists(point, experiment));
        };
    }

    private static boolean exists(PathPoint point, Experiment experiment) {
        return switch (point) {
            case PathPoint.Start _ -> true;
            case PathPoint.Playhead at -> experiment.indexOf(at.run()) >= 0;
            case PathPoint.End at -> experiment.indexOf(at.run()) >= 0;
            case PathPoint.Step at -> experiment.indexOf(at.run()) >= 0;
        };
    }
}
