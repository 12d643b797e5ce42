package fallline.app;

import fallline.experiment.Run;
import fallline.experiment.Scene;
import fallline.experiment.Trace;
import fallline.experiment.ViewState;
import fallline.figure.ConvergenceFigure;
import fallline.figure.Figure;
import fallline.figure.HeightField;
import fallline.figure.Landmark;
import fallline.figure.Levels;
import fallline.figure.LossCurveFigure;
import fallline.figure.LossMapFigure;
import fallline.figure.MessageFigure;
import fallline.figure.RunStyle;
import fallline.figure.SampledCurve;
import fallline.figure.Series;
import fallline.figure.Span;
import fallline.figure.SurfaceMap;
import fallline.figure.ColourMap;
import fallline.figure.Trail;
import fallline.figure.Window;
import fallline.figure.compose.Picture;
import fallline.objective.Objective;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Simple pictures, so that the window is tested apart from what composes the real ones.
final class StandIns {
    private StandIns() {}

    private record Simple(String name, Function<Scene, Figure> make) implements Picture {
        @Override
        public Figure figure(Scene scene) {
            return make.apply(scene);
        }

        @Override
        public String title(Scene scene) {
            return name;
        }

        @Override
        public String subtitle(Scene scene) {
            return name.equals("Loss") ? "J(" + String.join(", ", scene.experiment().problem().objective().parameterNames()) + ")" : "at step " + scene.view().playhead();
        }
    }

    static Pictures pictures() {
        return new Pictures(
                new Simple("Loss", StandIns::loss),
                new Simple("Along the step", scene -> new MessageFigure("step " + scene.view().playhead())),
                new Simple("Convergence", StandIns::convergence),
                place -> new Simple("This step", scene -> new MessageFigure("parameter " + place)),
                new Simple("Dashboard", scene -> new MessageFigure("all")));
    }

    private static Figure loss(Scene scene) {
        Objective objective = scene.experiment().problem().objective().twin();
        double[] start = scene.experiment().startPoint();
        ViewState.Plane plane = scene.view().plane();
        List<Trail> trails = trails(scene);
        if (start.length == 1) {
            double w = 1.2 * Math.max(1, Math.abs(start[0]));
            Window window = scene.view().bounds().map(StandIns::window).orElseGet(() -> Window.of(-w, w, -0.1 * w * w, w * w));
            SampledCurve curve = SampledCurve.of(at -> objective.value(new double[] {at}), window.x(), 80);
            return new LossCurveFigure("w", "J", window, curve, trails, 0, scene.view().playhead(),
                    Optional.of(new Landmark(start[0], objective.value(start), "drag the start")), List.of(),
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
        Window window = scene.view().bounds().map(StandIns::window).orElseGet(() -> Window.of(-5, 5, -5, 5));
        double[] theta = start.clone();
        HeightField field = HeightField.sampled(window, 129, 129, (x, y) -> {
            theta[plane.horizontal()] = x;
            theta[plane.vertical()] = y;
            return objective.value(theta);
        });
        SurfaceMap surface = new SurfaceMap(field, Levels.logarithmic(field, 0, false), ColourMap.VIRIDIS);
        List<String> names = objective.parameterNames();
        return new LossMapFigure(names.get(plane.horizontal()), names.get(plane.vertical()), window,
                scene.view().equalScales(), Optional.of(surface), trails, 0, scene.view().playhead(),
                Optional.of(new Landmark(start[plane.horizontal()], start[plane.vertical()], "drag the start")),
                List.of(), Optional.empty(), Optional.empty(), Optional.empty(), "");
    }

    private static Window window(ViewState.Bounds bounds) {
        return Window.of(bounds.left(), bounds.right(), bounds.bottom(), bounds.top());
    }

    private static List<Trail> trails(Scene scene) {
        List<Trail> trails = new ArrayList<>();
        ViewState.Plane plane = scene.view().plane();
        for (Run run : scene.shownRuns()) {
            Trace trace = scene.trace(run.name()).orElse(null);
            if (trace == null || trace.length() == 0) {
                continue;
            }
            int length = Math.max(1, trace.lastFiniteStep() + 1);
            double[] x = new double[length];
            double[] y = new double[length];
            for (int k = 0; k < length; k++) {
                x[k] = trace.parameter(k, plane.horizontal());
                y[k] = trace.dimension() == 1 ? trace.loss(k) : trace.parameter(k, plane.vertical());
            }
            trails.add(new Trail(run.name(), style(scene, run), x, y, length, false));
        }
        return trails;
    }

    private static Figure convergence(Scene scene) {
        List<Series> series = new ArrayList<>();
        for (Run run : scene.shownRuns()) {
            scene.trace(run.name()).filter(trace -> trace.length() > 1).ifPresent(trace -> {
                double[] values = new double[trace.length()];
                for (int k = 0; k < values.length; k++) {
                    values[k] = trace.loss(k);
                }
                series.add(new Series(run.name(), style(scene, run), values, values.length, false, List.of()));
            });
        }
        if (series.isEmpty()) {
            return new MessageFigure("no steps yet");
        }
        return new ConvergenceFigure("J", scene.view().logarithmic(), new Span(0, scene.experiment().steps()),
                Optional.empty(), series, 0, scene.view().playhead(), Optional.empty(), "");
    }

    private static RunStyle style(Scene scene, Run run) {
        return RunStyle.of(scene.experiment().indexOf(run.name()));
    }
}
