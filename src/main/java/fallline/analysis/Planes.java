package fallline.analysis;

import fallline.experiment.run.PathPositions;
import fallline.experiment.run.Trace;
import fallline.experiment.view.PathPoint;
import fallline.experiment.view.PlaneChoice;
import fallline.objective.Objective;
import fallline.workbench.Scene;
import java.util.Optional;

/// Lays the plane that is asked for through the space of parameters.
public final class Planes {
    /// Three points whose triangle is flatter than this lie on a line.
    private static final double FLAT = 1e-9;

    private Planes() {}

    /// Where runs have been.
    @FunctionalInterface
    public interface Places {
        /// The parameters of the run called `run` at one of its finite steps.
        double[] theta(String run, int step);
    }

    /// The plane of `choice` in this scene; that of the first two parameters while there are no paths to lay it
    /// through.
    ///
    /// @param choice of two or more parameters
    public static Plane of(PlaneChoice choice, Scene scene, Places places) {
        return switch (choice) {
            case PlaneChoice.Parameters(int horizontal, int vertical) ->
                Plane.ofParameters(playhead(scene, scene.chosen().name(), places), horizontal, vertical);
            case PlaneChoice.Components(String run) ->
                path(scene, run).map(trace -> ofComponents(trace)).orElseGet(() -> usual(scene));
            case PlaneChoice.RandomPair(String run, long seed) ->
                randomPair(at(new PathPoint.End(run), scene, places), seed);
            case PlaneChoice.FilterNormalised(String run, long seed) ->
                filterNormalised(
                        scene.experiment().problem().objective(), at(new PathPoint.End(run), scene, places), seed);
            case PlaneChoice.ThreePoints three -> throughPoints(three, scene, places);
        };
    }

    private static Plane usual(Scene scene) {
        return Plane.ofParameters(scene.experiment().startPoint(), 0, 1);
    }

    private static Optional<Trace> path(Scene scene, String run) {
        return scene.trace(run).filter(trace -> trace.hasPath() && trace.lastFiniteStep() >= 0);
    }

    private static double[] playhead(Scene scene, String run, Places places) {
        return at(new PathPoint.Playhead(run), scene, places);
    }

    /// The parameters at a point; the start, while the run that it speaks of has no path.
    private static double[] at(PathPoint point, Scene scene, Places places) {
        return switch (point) {
            case PathPoint.Start _ -> scene.experiment().startPoint();
            case PathPoint.Playhead(String run) -> at(run, scene.view().playhead(), scene, places);
            case PathPoint.End(String run) -> at(run, Integer.MAX_VALUE, scene, places);
            case PathPoint.Step(String run, int step) -> at(run, step, scene, places);
        };
    }

    private static double[] at(String run, int step, Scene scene, Places places) {
        return path(scene, run)
                .map(trace -> places.theta(run, Math.min(step, trace.lastFiniteStep())))
                .orElseGet(() -> scene.experiment().startPoint());
    }

    private static Plane ofComponents(Trace trace) {
        MainComponents main = MainComponents.of(new PathPositions(trace), trace.dimension());
        return new Plane(
                main.mean(),
                main.first(),
                main.second(),
                new AxisMeaning.Component(1, main.firstShare()),
                new AxisMeaning.Component(2, main.secondShare()));
    }

    static Plane randomPair(double[] origin, long seed) {
        double[][] pair = RandomDirections.pair(origin.length, seed);
        return new Plane(
                origin, pair[0], pair[1], new AxisMeaning.RandomDirection(1), new AxisMeaning.RandomDirection(2));
    }

    /// Where all weights are 0 no filter has a length: then it is the plane of two random directions.
    static Plane filterNormalised(Objective objective, double[] origin, long seed) {
        double[] across = RandomDirections.filterNormalised(origin, objective.weights(), seed, 1);
        double[] upwards = RandomDirections.filterNormalised(origin, objective.weights(), seed, 2);
        return areFlat(across, upwards)
                ? randomPair(origin, seed)
                : new Plane(
                        origin,
                        across,
                        upwards,
                        new AxisMeaning.FilterNormalised(1),
                        new AxisMeaning.FilterNormalised(2));
    }

    private static boolean areFlat(double[] across, double[] upwards) {
        double[] first = across.clone();
        double[] second = upwards.clone();
        double length = MainComponents.normalise(first);
        double other = MainComponents.normalise(second);
        MainComponents.removeAlong(first, second);
        return length == 0 || other == 0 || MainComponents.normalise(second) < FLAT;
    }

    private static Plane throughPoints(PlaneChoice.ThreePoints three, Scene scene, Places places) {
        double[] first = at(three.first(), scene, places);
        double[] across = difference(at(three.second(), scene, places), first);
        double[] upwards = difference(at(three.third(), scene, places), first);
        AxisMeaning acrossMeaning = new AxisMeaning.Towards(three.first(), three.second());
        AxisMeaning upwardsMeaning = new AxisMeaning.Towards(three.first(), three.third());
        return throughPoints(first, across, upwards, acrossMeaning, upwardsMeaning);
    }

    /// The plane spanned by two differences, made of length 1 and at right angles; where they are parallel or nothing,
    /// any direction takes the place of the second.
    static Plane throughPoints(
            double[] first, double[] across, double[] upwards, AxisMeaning acrossMeaning, AxisMeaning upwardsMeaning) {
        double length = MainComponents.normalise(across);
        double other = MainComponents.normalise(upwards);
        if (length == 0 && other == 0) {
            return Plane.ofParameters(first, 0, 1);
        }
        if (length == 0) {
            across = MainComponents.upright(upwards);
            acrossMeaning = new AxisMeaning.Upright();
        }
        MainComponents.removeAlong(across, upwards);
        if (MainComponents.normalise(upwards) < FLAT) {
            upwards = MainComponents.upright(across);
            upwardsMeaning = new AxisMeaning.Upright();
        }
        return new Plane(first, across, upwards, acrossMeaning, upwardsMeaning);
    }

    private static double[] difference(double[] to, double[] from) {
        double[] difference = new double[to.length];
        for (int i = 0; i < to.length; i++) {
            difference[i] = to[i] - from[i];
        }
        return difference;
    }
}
