package fallline.bench;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.TraceRecorder;
import fallline.experiment.view.SurfaceLook;
import fallline.figure.paint.Figure;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.paint.Typesetter;
import fallline.picture.Later;
import fallline.picture.convergence.ConvergencePicture;
import fallline.picture.fit.FitPicture;
import fallline.picture.loss.LossPicture;
import fallline.picture.page.DashboardPicture;
import fallline.picture.step.StepPicture;
import fallline.workbench.Scene;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Frames of the whole dashboard, composed and painted as the window does it.
final class PictureBenchmarks {
    private static final Size SIZE = new Size(1400, 900);
    private static final int FRAMES = 20;

    private PictureBenchmarks() {}

    static void run(Report report) {
        Scene scene = Cases.computed(Cases.rosenbrock(1000, 5), 0);
        BufferedImage image =
                new BufferedImage((int) SIZE.width(), (int) SIZE.height(), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        DashboardPicture dashboard = new DashboardPicture(
                List.of(
                        new LossPicture(),
                        new FitPicture(),
                        new ConvergencePicture(),
                        new StepPicture(new Typesetter())),
                Cases.CATALOGUE);
        AtomicInteger step = new AtomicInteger();
        Runnable frames = () -> {
            for (int i = 0; i < FRAMES; i++) {
                int playhead = step.updateAndGet(k -> (k + 1) % 1000);
                Scene next = new Scene(
                        scene.experiment(), scene.records(), scene.view().withPlayhead(playhead));
                Figure figure = dashboard.figure(next);
                figure.paint(graphics, SIZE, Theme.LIGHT);
            }
        };
        for (int i = 0; i < 10; i++) {
            frames.run();
        }
        report.line(
                "a frame of the dashboard 1400×900, 5 runs × 1,000 steps, playing",
                Report.median(FRAMES, frames) / 1e6,
                "ms",
                "<= 8 ms");
        drag(report, graphics);
        longTrail(report, graphics);
        orbit(report);
        graphics.dispose();
    }

    /// The loss surface as a solid, turning.
    private static void orbit(Report report) {
        Scene scene = Cases.computed(Cases.rosenbrock(1000, 5), 1000);
        Size size = new Size(800, 600);
        BufferedImage image = new BufferedImage(800, 600, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        LossPicture picture = new LossPicture();
        AtomicInteger turn = new AtomicInteger();
        SurfaceLook look = scene.view().loss().surface().withSolid(true);
        Runnable frames = () -> {
            for (int i = 0; i < FRAMES; i++) {
                SurfaceLook.Camera camera = look.camera().turned(turn.getAndIncrement(), 0);
                Scene next = new Scene(
                        scene.experiment(), scene.records(), scene.view().withSurface(_ -> look.withCamera(camera)));
                picture.figure(next, LossPicture.Pointer.NONE, true, Later.AT_ONCE)
                        .paint(graphics, size, Theme.LIGHT);
            }
        };
        for (int i = 0; i < 10; i++) {
            frames.run();
        }
        report.line(
                "a frame of the solid 800×600, 5 runs × 1,000 steps, turning",
                Report.median(FRAMES, frames) / 1e6,
                "ms",
                "<= 6 ms");
        Runnable still = () -> picture.figure(new Scene(
                        scene.experiment(),
                        scene.records(),
                        scene.view()
                                .withSurface(_ -> look.withCamera(look.camera().turned(turn.getAndIncrement(), 0)))))
                .paint(graphics, size, Theme.LIGHT);
        for (int i = 0; i < 20; i++) {
            still.run();
        }
        report.line("  the same at rest, 2×2 samples a pixel", Report.median(1, still) / 1e6, "ms", "");
        graphics.dispose();
    }

    /// A path of a million steps whose playhead goes on.
    private static void longTrail(Report report, Graphics2D graphics) {
        Scene scene = Cases.computed(Cases.rosenbrock(1_000_000, 1), 0);
        LossPicture loss = new LossPicture();
        Size half = new Size(700, 450);
        AtomicInteger step = new AtomicInteger(400_000);
        Runnable frame = () -> loss.figure(new Scene(
                        scene.experiment(),
                        scene.records(),
                        scene.view().withPlayhead(step.updateAndGet(k -> (k + 37) % 1_000_000))))
                .paint(graphics, half, Theme.LIGHT);
        for (int i = 0; i < 20; i++) {
            frame.run();
        }
        report.line("a frame of the map with a trail of 10⁶ steps", Report.median(1, frame) / 1e6, "ms", "<= 16.6 ms");
    }

    private static void drag(Report report, Graphics2D graphics) {
        Experiment experiment = Cases.rosenbrock(1000, 5);
        LossPicture loss = new LossPicture();
        ConvergencePicture convergence = new ConvergencePicture();
        Size half = new Size(700, 450);
        Runnable compute = () -> {
            for (Run run : experiment.runs()) {
                RunTask task = Cases.RESOLVER.resolve(experiment, run);
                TraceRecorder.record(task, () -> false, _ -> {});
            }
        };
        double traces = Report.median(1, compute);
        Runnable whole = () -> {
            Scene scene = Cases.computed(experiment, 500);
            loss.figure(scene).paint(graphics, half, Theme.LIGHT);
            convergence.figure(scene).paint(graphics, half, Theme.LIGHT);
        };
        for (int i = 0; i < 20; i++) {
            whole.run();
        }
        report.line("  of a slider's drag: the traces of 5 runs × 1,000 steps", traces / 1e6, "ms", "");
        report.line(
                "a slider's drag: 5 runs × 1,000 steps computed, judged and painted",
                Report.median(1, whole) / 1e6,
                "ms",
                "<= 16.6 ms");
    }
}
