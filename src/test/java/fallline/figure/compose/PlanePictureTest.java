package fallline.figure.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.Formulas;
import fallline.analysis.Plane;
import fallline.data.BuiltInData;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.Start;
import fallline.experiment.run.Replay;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.run.Trace;
import fallline.experiment.view.LossLook;
import fallline.experiment.view.PathPoint;
import fallline.experiment.view.PlaneChoice;
import fallline.experiment.view.ViewState;
import fallline.figure.label.ReadOut;
import fallline.figure.path.Trail;
import fallline.figure.plot.Hit;
import fallline.figure.plot.Window;
import fallline.figure.surface.LossMapFigure;
import fallline.number.Numbers;
import fallline.objective.kernel.Activation;
import fallline.objective.model.NeuralNetwork;
import fallline.optimizer.HyperValue;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.picture.Later;
import fallline.picture.RunPaths;
import fallline.picture.loss.LossPicture;
import fallline.problem.Problem;
import fallline.problem.Problems;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import fallline.workbench.Workbench;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlanePictureTest {
    private static final TaskResolver RESOLVER = new TaskResolver(FileCatalogue.load());

    private static Run run(String name, String optimizer, double rate) {
        return new Run(name, RunRecipe.of(optimizer, Map.of("lr", HyperValue.of(rate))));
    }

    /// A bowl of four parameters with two runs.
    private static Experiment bowl() {
        Problem problem = Formulas.minimise("(a^2 + 2*b^2 + 3*c^2 + 4*d^2)/2", "a", "b", "c", "d");
        return new Experiment(
                problem,
                Start.at(4, 3, 2, 1),
                0,
                60,
                List.of(run("gd", "gd", 0.1), run("Adam", "adam", 0.2)),
                Map.of());
    }

    private static Scene scene(Experiment experiment, PlaneChoice plane, int playhead) {
        Queue<Runnable> queue = new ArrayDeque<>();
        ViewState view = ViewState.initial(experiment)
                .withLoss(loss -> loss.withPlane(plane))
                .withPlayhead(playhead);
        Workbench workbench = new Workbench(experiment, view, RESOLVER, queue::add, queue::add);
        while (!queue.isEmpty()) {
            queue.remove().run();
        }
        return workbench.scene();
    }

    private static LossMapFigure map(LossPicture picture, Scene scene) {
        return (LossMapFigure) picture.figure(scene);
    }

    @Test
    @DisplayName("the axes of the main plane say how much of the path's variance they hold")
    void componentAxes() {
        LossMapFigure figure = map(new LossPicture(), scene(bowl(), new PlaneChoice.Components("gd"), 0));
        assertThat(figure.xLabel()).matches("PC 1 \\(9\\d(\\.\\d)? %\\)");
        assertThat(figure.yLabel()).matches("PC 2 \\((\\d|< 0)(\\.\\d)? %\\)");
    }

    @Test
    @DisplayName("the axes of other planes say which direction they are")
    void otherAxes() {
        LossPicture picture = new LossPicture();
        assertThat(map(picture, scene(bowl(), new PlaneChoice.RandomPair("gd", 1), 0))
                        .xLabel())
                .isEqualTo("random direction 1");
        assertThat(map(picture, scene(bowl(), new PlaneChoice.FilterNormalised("gd", 1), 0))
                        .yLabel())
                .isEqualTo("filter-normalised direction 2");
        PlaneChoice points = new PlaneChoice.ThreePoints(
                new PathPoint.Start(), new PathPoint.End("gd"), new PathPoint.Playhead("Adam"));
        LossMapFigure figure = map(picture, scene(bowl(), points, 20));
        assertThat(figure.xLabel()).isEqualTo("start → end of gd");
        assertThat(figure.yLabel()).isEqualTo("start → Adam now");
    }

    @Test
    @DisplayName("every step of every run is drawn at its nearest point of the plane")
    void pathsAreProjected() {
        Scene scene = scene(bowl(), new PlaneChoice.RandomPair("Adam", 5), 10);
        LossPicture picture = new LossPicture();
        LossMapFigure figure = map(picture, scene);
        Plane plane = picture.plane().orElseThrow();
        for (Trail trail : figure.trails()) {
            Trace trace = scene.trace(trail.name()).orElseThrow();
            for (int step = 0; step < trail.length(); step++) {
                double x = 0;
                double y = 0;
                for (int i = 0; i < 4; i++) {
                    x += (trace.parameter(step, i) - plane.origin()[i]) * plane.across()[i];
                    y += (trace.parameter(step, i) - plane.origin()[i]) * plane.upwards()[i];
                }
                assertThat(trail.x()[step]).as("directions at right angles").isEqualTo(x, within(1e-12));
                assertThat(trail.y()[step]).isEqualTo(y, within(1e-12));
            }
        }
        Trail adam = figure.trails().get(1);
        assertThat(Math.hypot(adam.x()[60], adam.y()[60]))
                .as("the plane passes through the run's end")
                .isEqualTo(0, within(1e-12));
    }

    @Test
    @DisplayName("a step beside the plane is read out with its true J, J in the plane and its distance")
    void readOutBeside() {
        Scene scene = scene(bowl(), new PlaneChoice.Parameters(0, 1), 0);
        LossPicture.Pointer pointer = new LossPicture.Pointer(
                Optional.empty(), Optional.of(new Hit.Step(0, 60)), Optional.empty(), Optional.empty());
        LossPicture picture = new LossPicture();
        LossMapFigure figure = (LossMapFigure) picture.figure(scene, pointer, false, Later.AT_ONCE);
        ReadOut readOut = figure.readOut().orElseThrow();
        Trace trace = scene.trace("gd").orElseThrow();
        // The plane holds c = 2 and d = 1 as at the playhead; at step 60 both are nearly 0.
        double c = trace.parameter(60, 2);
        double d = trace.parameter(60, 3);
        double a = trace.parameter(60, 0);
        double b = trace.parameter(60, 1);
        assertThat(readOut.lines().get(2))
                .isEqualTo("beside the plane by " + Numbers.brief(Math.hypot(2 - c, 1 - d), 3));
        assertThat(readOut.lines().get(3))
                .isEqualTo("J in the plane " + Numbers.brief((a * a + 2 * b * b + 12 + 4) / 2, 4));
        assertThat(readOut.lines().get(1)).startsWith("J " + Numbers.brief(trace.loss(60), 4));
    }

    @Test
    @DisplayName("a step in the plane is read out without a distance")
    void readOutWithin() {
        LossMapFigure figure = map(new LossPicture(), scene(bowl(), new PlaneChoice.Parameters(0, 1), 30));
        assertThat(figure.readOut().orElseThrow().lines()).hasSize(2);
    }

    @Test
    @DisplayName("what lies far beside the plane has a larger share than what lies near it, what lies in it none")
    void thinner() {
        LossMapFigure figure = map(new LossPicture(), scene(bowl(), new PlaneChoice.Parameters(0, 1), 0));
        float[] shares = figure.trails().getFirst().aside().shares();
        assertThat(shares[0]).isZero();
        assertThat(shares[60]).isGreaterThan(shares[1]).isBetween(0.2f, 0.6f);
        LossMapFigure three = map(
                new LossPicture(),
                scene(
                        bowl(),
                        new PlaneChoice.ThreePoints(
                                new PathPoint.Start(), new PathPoint.Step("gd", 20), new PathPoint.End("gd")),
                        0));
        float[] through = three.trails().getFirst().aside().shares();
        assertThat(through[20]).as("the plane passes here").isLessThan(1e-6f);
        assertThat(through[5]).isGreaterThan(1e-3f);
    }

    @Test
    @DisplayName("the playhead and a longer run change neither the window nor the plane of two parameters' axes")
    void boundsStay() {
        LossPicture picture = new LossPicture();
        Scene scene = scene(bowl(), new PlaneChoice.Parameters(0, 1), 0);
        Window before = map(picture, scene).window();
        for (int playhead = 1; playhead <= 60; playhead += 7) {
            Scene later =
                    new Scene(scene.experiment(), scene.records(), scene.view().withPlayhead(playhead));
            assertThat(map(picture, later).window()).isEqualTo(before);
        }
        Scene longer = scene(bowl().withSteps(400), new PlaneChoice.Parameters(0, 1), 300);
        assertThat(map(picture, longer).window()).isEqualTo(before);
        Scene components = scene(bowl(), new PlaneChoice.Components("gd"), 0);
        Window main = map(picture, components).window();
        Scene moved = new Scene(
                components.experiment(), components.records(), components.view().withPlayhead(44));
        assertThat(map(picture, moved).window()).isEqualTo(main);
    }

    @Test
    @DisplayName("fitted to the paths, all steps are seen; fitted to the minimum, it is in the middle")
    void fits() {
        Scene scene = scene(bowl(), new PlaneChoice.Parameters(0, 1), 0);
        LossPicture picture = new LossPicture();
        LossMapFigure figure = map(picture, scene);
        LossLook.Bounds far = new LossLook.Bounds(-100, 100, -100, 100);
        LossLook.Bounds paths =
                picture.fitted(scene, LossPicture.Fit.PATHS, far).orElseThrow();
        for (Trail trail : figure.trails()) {
            for (int step = 0; step < trail.length(); step++) {
                assertThat(trail.x()[step]).isBetween(paths.left(), paths.right());
                assertThat(trail.y()[step]).isBetween(paths.bottom(), paths.top());
            }
        }
        assertThat(paths.right() - paths.left()).as("not much more").isLessThan(8);
        LossLook.Bounds minima =
                picture.fitted(scene, LossPicture.Fit.MINIMA, paths).orElseThrow();
        assertThat(minima.left() + minima.right()).isEqualTo(0, within(1e-9));
        assertThat(minima.bottom() + minima.top()).isEqualTo(0, within(1e-9));
        assertThat(minima.right()).isPositive();
    }

    @Test
    @DisplayName("a path whose positions are not stored is drawn roughly at first, then exactly, from the background")
    void replayedInBackground() {
        Problem problem = Formulas.minimise("a^2 + b^2 + c^2 + d^2 + 0.5*e^2*f^2 + f^2", "a", "b", "c", "d", "e", "f");
        Experiment experiment = new Experiment(
                problem, Start.at(4, 3, 2, 1, -1, 2), 0, 700_000, List.of(run("gd", "gd", 1e-5)), Map.of());
        Scene scene = scene(experiment, new PlaneChoice.Parameters(0, 5), 0);
        RunRecord record = scene.record("gd").orElseThrow();
        Trace trace = record.trace().orElseThrow();
        assertThat(trace.hasPositions()).as("this many numbers are not stored").isFalse();

        Queue<Runnable> background = new ArrayDeque<>();
        AtomicInteger ready = new AtomicInteger();
        Later later = new Later(background::add, ready::incrementAndGet);
        RunPaths paths = new RunPaths();
        Plane plane = Plane.ofParameters(new double[6], 0, 5);
        List<Run> runs = RunPaths.drawn(scene);
        Replay replay = new Replay(record.traced().orElseThrow(), trace);
        replay.moveTo(333_333);

        Trail rough = paths.trails(scene, runs, plane, later).getFirst();
        assertThat(rough.x()[333_333])
                .isEqualTo(replay.theta()[0], within(1e-4))
                .isNotEqualTo(replay.theta()[0]);
        assertThat(background).hasSize(1);
        background.remove().run();
        assertThat(ready).hasValue(1);
        Trail exact = paths.trails(scene, runs, plane, later).getFirst();
        assertThat(exact.x()[333_333]).isEqualTo(replay.theta()[0]);
        assertThat(exact.y()[333_333]).isEqualTo(replay.theta()[5]);
        assertThat(background).as("it is not done again").isEmpty();
    }

    @Test
    @DisplayName("a network is seen in every kind of plane, and its paths and its start with it")
    void network() {
        Problem problem = Problems.network(
                BuiltInData.dataset("iris"),
                List.of("petal_length_cm", "petal_width_cm"),
                "species",
                Optional.empty(),
                new NeuralNetwork.Design(List.of(5), Activation.TANH, NeuralNetwork.Loss.CROSS_ENTROPY),
                new Problem.ModelOptions(false, 1, 0, true));
        Experiment experiment = new Experiment(
                problem,
                Start.usual(problem),
                3,
                30,
                List.of(run("Adam", "adam", 0.05), run("gd", "gd", 0.2)),
                Map.of());
        PathPoint start = new PathPoint.Start();
        List<PlaneChoice> planes = List.of(
                new PlaneChoice.Parameters(3, 30),
                new PlaneChoice.Components("Adam"),
                new PlaneChoice.RandomPair("gd", 2),
                new PlaneChoice.FilterNormalised("Adam", 2),
                new PlaneChoice.ThreePoints(start, new PathPoint.End("Adam"), new PathPoint.End("gd")));
        for (PlaneChoice choice : planes) {
            Scene scene = scene(experiment, choice, 12);
            LossPicture picture = new LossPicture();
            LossMapFigure figure = map(picture, scene);
            Plane plane = picture.plane().orElseThrow();
            assertThat(plane.dimension()).isEqualTo(33);
            assertThat(figure.trails()).hasSize(2);
            assertThat(figure.start()).as("%s", choice).isPresent();
            double[] values =
                    figure.surface().orElseThrow().over(figure.window()).field().values();
            assertThat(values).as("%s", choice).doesNotContain(Double.NaN);
            assertThat(values[0])
                    .isEqualTo(
                            problem.objective()
                                    .twin()
                                    .value(plane.point(
                                            figure.window().x().lo(),
                                            figure.window().y().lo())),
                            within(1e-9));
        }
        Plane plane = planeOf(experiment, new PlaneChoice.FilterNormalised("Adam", 2));
        assertThat(plane.across()[10]).as("the first bias of the hidden layer").isZero();
    }

    private static Plane planeOf(Experiment experiment, PlaneChoice choice) {
        LossPicture picture = new LossPicture();
        picture.figure(scene(experiment, choice, 0));
        return picture.plane().orElseThrow();
    }
}
