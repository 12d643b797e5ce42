package fallline.bench;

import fallline.analysis.LossGrid;
import fallline.analysis.Plane;
import fallline.data.Column.NumberColumn;
import fallline.data.DataSource;
import fallline.data.Dataset;
import fallline.experiment.Experiment;
import fallline.experiment.Start;
import fallline.experiment.view.PlaneChoice;
import fallline.experiment.view.ViewState;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.objective.Objective;
import fallline.picture.Later;
import fallline.picture.loss.LossPicture;
import fallline.problem.Problem;
import fallline.problem.Problems;
import fallline.workbench.Scene;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Planes of the loss view: laid, sampled and painted as the window does it, all but what goes to the background.
final class PlaneBenchmarks {
    private static final Size SIZE = new Size(700, 450);
    private static final int NODES = 256;
    private static final Later LATER = new Later(_ -> {}, () -> {});

    private PlaneBenchmarks() {}

    static void run(Report report) {
        BufferedImage image =
                new BufferedImage((int) SIZE.width(), (int) SIZE.height(), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        resampling(report, graphics);
        rows(report, graphics);
        components(report);
        graphics.dispose();
    }

    /// Every picture shows another part of the plane.
    private static void resampling(Report report, Graphics2D graphics) {
        Scene scene = Cases.computed(Cases.rosenbrock(200, 1), 100);
        LossPicture picture = new LossPicture();
        AtomicInteger count = new AtomicInteger();
        Runnable zoom = () -> {
            double half = 2 + 0.01 * (count.incrementAndGet() % 50);
            ViewState view = scene.view().withBounds(Optional.of(new ViewState.Bounds(-half, half, -half, half)));
            Scene next = new Scene(scene.experiment(), scene.records(), view);
            picture.figure(next, LossPicture.Pointer.NONE, false, LATER).paint(graphics, SIZE, Theme.LIGHT);
        };
        for (int i = 0; i < 50; i++) {
            zoom.run();
        }
        Objective objective = scene.experiment().problem().objective();
        Plane plane = picture.plane().orElseThrow();
        Runnable sample = () -> {
            double half = 2 + 0.01 * (count.incrementAndGet() % 50);
            ViewState.Bounds bounds = new ViewState.Bounds(-half, half, -half, half);
            if (LossGrid.sampleTogether(objective, plane, bounds, NODES, NODES, 2, () -> false)
                    .isEmpty()) {
                throw new IllegalStateException("nobody cancelled it");
            }
        };
        report.line("256×256 nodes of a formula sampled again", Report.median(1, sample) / 1e6, "ms", "<= 20 ms");
        report.line("  a zoomed map of a formula: sampled, contoured, painted", Report.median(1, zoom) / 1e6, "ms", "");
    }

    private static void rows(Report report, Graphics2D graphics) {
        SplittableRandom random = new SplittableRandom(3);
        int rows = 10_000;
        double[] x = random.doubles(rows, -2, 2).toArray();
        double[] z = random.doubles(rows, -2, 2).toArray();
        double[] y = IntStream.range(0, rows)
                .mapToDouble(i -> x[i] + 0.5 * z[i] + random.nextDouble(-1, 1) > 0 ? 1 : 0)
                .toArray();
        Dataset data = new Dataset(
                "made",
                new DataSource.Columns(),
                List.of(new NumberColumn("x", x), new NumberColumn("z", z), new NumberColumn("y", y)));
        Problem problem = Problems.logistic(data, List.of("x", "z"), "y", Optional.of("1"), Problem.ModelOptions.PLAIN);
        Scene scene = Cases.computed(
                new Experiment(problem, Start.at(0, 0, 0), 0, 50, List.of(Cases.run("gd", "gd", 0.5)), Map.of()), 10);
        Runnable first = () -> new LossPicture()
                .figure(scene, LossPicture.Pointer.NONE, false, LATER)
                .paint(graphics, SIZE, Theme.LIGHT);
        for (int i = 0; i < 10; i++) {
            first.run();
        }
        report.line(
                "the first map of a logistic loss of 10,000 rows", Report.median(1, first) / 1e6, "ms", "<= 100 ms");
    }

    private static void components(Report report) {
        String[] names = IntStream.range(0, 60).mapToObj(i -> "p" + i).toArray(String[]::new);
        StringBuilder formula = new StringBuilder("0");
        for (int i = 0; i < names.length; i++) {
            formula.append(" + ").append(i + 1).append("*").append(names[i]).append("^2");
        }
        double[] start = IntStream.range(0, 60).mapToDouble(i -> 1 + i % 7).toArray();
        Experiment experiment = new Experiment(
                Cases.formula(formula.toString(), names),
                Start.at(start),
                0,
                1000,
                List.of(Cases.run("Adam", "adam", 0.02)),
                Map.of());
        Scene scene = Cases.computed(experiment, 10);
        ViewState view = scene.view().withPlane(new PlaneChoice.Components("Adam"));
        Scene main = new Scene(scene.experiment(), scene.records(), view);
        Runnable lay = () -> {
            LossPicture picture = new LossPicture();
            picture.figure(main, LossPicture.Pointer.NONE, false, LATER);
            Plane plane = picture.plane().orElseThrow();
            if (plane.dimension() != 60) {
                throw new IllegalStateException("another plane was laid");
            }
        };
        report.line(
                "the main plane of 1,000 steps of 60 parameters, and the path in it",
                Report.median(1, lay) / 1e6,
                "ms",
                "");
    }
}
