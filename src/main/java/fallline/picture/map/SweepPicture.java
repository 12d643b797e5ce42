package fallline.picture.map;

import fallline.analysis.map.MapAxis;
import fallline.analysis.map.MapTask;
import fallline.analysis.map.MapWork;
import fallline.analysis.map.RunEnd;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.judge.Digits;
import fallline.experiment.run.RunTask;
import fallline.experiment.view.SweepLook.Measure;
import fallline.figure.label.ReadOut;
import fallline.figure.map.CellField;
import fallline.figure.map.CellMap;
import fallline.figure.map.CellSource.Shown;
import fallline.figure.map.RunMapFigure;
import fallline.figure.map.RunMark;
import fallline.figure.map.SweepCurveFigure;
import fallline.figure.page.MessageFigure;
import fallline.figure.paint.ColourMap;
import fallline.figure.paint.Figure;
import fallline.figure.plot.Axis;
import fallline.figure.plot.Span;
import fallline.number.Numbers;
import fallline.optimizer.HyperValue;
import fallline.picture.Later;
import fallline.picture.Picture;
import fallline.picture.RunPaths;
import fallline.workbench.Scene;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The sweep map: how runs end that differ from one run in two settings, or in one.
public final class SweepPicture implements Picture {
    private final Scales scales = new Scales();
    private ColourMap colours = ColourMap.VIRIDIS;
    private KeptMap kept = kept(colours);

    /// What the pointer is on.
    ///
    /// @param place what is read, in data
    /// @param frame what part is being chosen
    public record Pointer(Optional<Point2D> place, Optional<RunMapFigure.Frame> frame) {
        public static final Pointer NONE = new Pointer(Optional.empty(), Optional.empty());
    }

    @Override
    public Figure figure(Scene scene) {
        return figure(scene, Pointer.NONE, Later.AT_ONCE);
    }

    /// The figure with what the pointer is on, coarse at first.
    public Figure figure(Scene scene, Pointer pointer, Later later) {
        ColourMap wanted =
                ColourMap.valueOf(scene.view().loss().surface().colours().name());
        if (wanted != colours) {
            kept.cancel();
            colours = wanted;
            kept = kept(wanted);
        }
        try {
            MapTask.Sweep task = SweepTasks.of(scene, scales::epsilon);
            Shown shown = kept.of(task, later);
            Optional<ReadOut> words = pointer.place().flatMap(at -> readOut(task, at, "click"));
            List<RunMark> marks = marks(scene, task);
            return task.y().isPresent()
                    ? new RunMapFigure(
                            Blocks.axis(task.x()),
                            Blocks.axis(task.y().get()),
                            shown.cells(),
                            shown.legend(),
                            marks,
                            words,
                            pointer.frame())
                    : curve(task, shown, marks, words);
        } catch (IllegalArgumentException e) {
            return new MessageFigure(String.valueOf(e.getMessage()));
        }
    }

    private static KeptMap kept(ColourMap colours) {
        return new KeptMap((work, block) -> SweepColours.of(work, block, colours));
    }

    private Figure curve(MapTask.Sweep task, Shown shown, List<RunMark> marks, Optional<ReadOut> words) {
        double[] values = new double[task.columns()];
        Arrays.fill(values, Double.NaN);
        kept.work().filter(work -> work.task().columns() == values.length).ifPresent(work -> {
            double reference = task.known() ? task.target().reference() : least(work);
            for (int i = 0; i < values.length; i++) {
                double value = work.isKnown(i) ? SweepColours.value(task, work.end(i), reference) : Double.NaN;
                values[i] = value > 0 || task.measure() == Measure.STEPS ? value : Double.NaN;
            }
        });
        return new SweepCurveFigure(
                Blocks.axis(task.x()),
                upwards(task, values),
                IntStream.range(0, values.length).mapToDouble(task.x()::value).toArray(),
                values,
                clear(shown.cells()),
                shown.legend(),
                marks,
                words);
    }

    /// The cells without those that the curve itself tells of.
    private CellMap clear(CellMap cells) {
        CellField field = cells.field();
        CellField.Kind[] kinds = field.kinds().clone();
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = kinds[i] == CellField.Kind.TONE ? CellField.Kind.CLEAR : kinds[i];
        }
        return new CellMap(
                new CellField(field.columns(), 1, field.x(), field.y(), kinds, field.tones(), field.hues()),
                cells.colours());
    }

    private static double least(MapWork work) {
        double least = Double.NaN;
        for (int i = 0; i < work.task().columns(); i++) {
            double loss = work.isKnown(i) && !work.end(i).kind().isBroken()
                    ? work.end(i).loss()
                    : Double.NaN;
            least = Double.isNaN(least) || loss < least ? loss : least;
        }
        return least;
    }

    private static Axis upwards(MapTask.Sweep task, double[] values) {
        Span around = Span.around(values);
        return switch (task.measure()) {
            case STEPS -> Axis.count("steps to " + SweepTasks.targetWords(task), new Span(0, around.hi() * 1.06 + 1));
            case EVALUATIONS ->
                Axis.count("evaluations to " + SweepTasks.targetWords(task), new Span(0, around.hi() * 1.06 + 1));
            case LOSS, VERDICT -> {
                double high = Math.max(around.hi(), 1e-290);
                double low = Math.max(Math.max(around.lo(), high * 1e-18), 1e-299);
                yield Axis.log(SweepTasks.gapWords(task) + " at the end", Span.opened(low / 1.5, high * 1.5));
            }
        };
    }

    /// The runs that lie on the map: the one that is swept, and those that differ from it in what is swept only.
    private static List<RunMark> marks(Scene scene, MapTask.Sweep task) {
        Run swept = SweepTasks.run(scene);
        List<RunMark> marks = new ArrayList<>();
        for (Run run : scene.shownRuns()) {
            boolean chosen = run.name().equals(swept.name());
            if (run.recorded().isEmpty() && (chosen || differsInSweptOnly(task, run.recipe()))) {
                double x = at(scene, task, task.x(), run.recipe());
                double y = task.y()
                        .map(axis -> at(scene, task, axis, run.recipe()))
                        .orElse(0.0);
                if (isOn(task.x(), x) && task.y().map(axis -> isOn(axis, y)).orElse(true)) {
                    RunMark mark = new RunMark(x, y, run.name(), RunPaths.style(scene, run), chosen);
                    marks.add(chosen ? marks.size() : 0, mark);
                }
            }
        }
        return marks;
    }

    private static boolean isOn(MapAxis axis, double value) {
        return value >= axis.low() && value <= axis.high();
    }

    private static boolean differsInSweptOnly(MapTask.Sweep task, RunRecipe other) {
        RunRecipe like = task.base().recipe();
        RunRecipe now = other;
        List<MapAxis> axes = new ArrayList<>(List.of(task.x()));
        task.y().ifPresent(axes::add);
        if (!like.optimizer().equals(other.optimizer())) {
            return false;
        }
        for (MapAxis axis : axes) {
            if (axis.setting() instanceof MapAxis.Setting.Hyper(String name)) {
                like = like.with(name, HyperValue.of(0));
                now = now.with(name, HyperValue.of(0));
            }
        }
        return like.equals(now);
    }

    private static double at(Scene scene, MapTask.Sweep task, MapAxis axis, RunRecipe recipe) {
        return switch (axis.setting()) {
            case MapAxis.Setting.Hyper(String name) ->
                SweepTasks.value(recipe, task.base().optimizer(), name);
            case MapAxis.Setting.StartAt(int parameter) -> scene.experiment().startPoint()[parameter];
            case MapAxis.Setting.InPlane _ -> Double.NaN;
        };
    }

    /// @param how the run of the place is opened
    private Optional<ReadOut> readOut(MapTask.Sweep task, Point2D at, String how) {
        int cell = task.cell(at.getX(), at.getY());
        if (cell < 0) {
            return Optional.empty();
        }
        String where = task.x().label() + " " + task.x().words(cell % task.columns())
                + task.y()
                        .map(axis -> ", " + axis.label() + " " + axis.words(Math.floorDiv(cell, task.columns())))
                        .orElse("");
        List<String> lines = new ArrayList<>();
        Optional<RunEnd> end = end(task, cell);
        if (end.isEmpty()) {
            lines.add("not computed yet");
        } else {
            lines.addAll(words(task, end.get()));
        }
        lines.add(how + ": opens this run");
        return Optional.of(new ReadOut(where, lines, Optional.of(at)));
    }

    /// What the map says of a place, in words; empty beside it.
    public Optional<String> said(Point2D at) {
        return kept.work()
                .map(MapWork::task)
                .filter(MapTask.Sweep.class::isInstance)
                .flatMap(task -> readOut((MapTask.Sweep) task, at, "click or Enter"))
                .map(words -> words.title() + ": " + String.join(", ", words.lines()));
    }

    private Optional<RunEnd> end(MapTask task, int cell) {
        return kept.work()
                .filter(work -> isOf(work, task))
                .filter(work -> work.isKnown(cell))
                .map(work -> work.end(cell));
    }

    private static boolean isOf(MapWork work, MapTask task) {
        return work.task().asksTheSame(task)
                && work.task().x().equals(task.x())
                && work.task().y().equals(task.y());
    }

    private static List<String> words(MapTask.Sweep task, RunEnd end) {
        List<String> lines = new ArrayList<>();
        if (!end.verdict().isEmpty()) {
            lines.add(end.verdict());
        } else if (end.kind() != RunEnd.Kind.LOWER) {
            lines.add(end.kind().words() + (end.kind().isBroken() ? " at step " + Numbers.whole(end.last()) : ""));
        }
        if (end.reached() >= 0) {
            lines.add(SweepTasks.targetWords(task) + " after " + MapWords.steps(end.reached()) + ", "
                    + Numbers.whole(end.evaluations()) + (end.evaluations() == 1 ? " evaluation" : " evaluations"));
        } else if (!end.kind().isBroken()) {
            lines.add(SweepTasks.targetWords(task) + " not within " + MapWords.steps(end.last()));
        }
        lines.add("J " + Digits.three(end.loss()) + " after " + MapWords.steps(end.last()));
        return lines;
    }

    /// The run that opens when a place of the map is clicked: its name, recipe and start.
    ///
    /// @param recipe as the swept run's, with the settings of the cell
    /// @param start where it starts
    public record Cell(Run swept, RunRecipe recipe, double[] start) {}

    /// The cell at a place of the map that the scene asks for.
    public static Optional<Cell> cell(Scene scene, Point2D at) {
        try {
            MapTask.Sweep task = SweepTasks.of(scene, _ -> 1);
            int cell = task.cell(at.getX(), at.getY());
            if (cell < 0) {
                return Optional.empty();
            }
            RunTask run = task.run(cell);
            return Optional.of(new Cell(SweepTasks.run(scene), run.recipe(), run.start()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public String title(Scene scene) {
        return "Sweep map";
    }

    @Override
    public String subtitle(Scene scene) {
        try {
            MapTask.Sweep task = SweepTasks.of(scene, _ -> 1);
            String over = task.x().label()
                    + task.y().map(axis -> " × " + axis.label()).orElse("");
            return SweepTasks.run(scene).name() + " over " + over + ": " + measure(task);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    /// Said on any thread at once, so that it does not say how small ε is.
    private static String measure(MapTask.Sweep task) {
        String gap = SweepTasks.gapWords(task);
        return switch (task.measure()) {
            case STEPS -> "steps to " + (task.known() ? gap + " < ε" : "J < ε");
            case EVALUATIONS -> "evaluations to " + (task.known() ? gap + " < ε" : "J < ε");
            case LOSS -> gap + " after " + MapWords.steps(task.base().steps());
            case VERDICT -> "verdict after " + MapWords.steps(task.base().steps());
        };
    }

    @Override
    public String summary(Scene scene) {
        try {
            MapTask.Sweep task = SweepTasks.of(scene, scales::known);
            String shown = kept.work()
                    .filter(work -> isOf(work, task))
                    .map(work -> " " + MapWords.sweep(work, task))
                    .orElse("");
            return "Sweep map: " + subtitle(scene) + "." + shown;
        } catch (IllegalArgumentException e) {
            String why = String.valueOf(e.getMessage());
            return "No sweep map of " + SweepTasks.run(scene).name() + ". " + why + (why.endsWith(".") ? "" : ".");
        }
    }
}
