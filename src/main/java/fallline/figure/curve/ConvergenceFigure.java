package fallline.figure.curve;

import fallline.figure.label.EndLabels;
import fallline.figure.label.LabelPlacer;
import fallline.figure.paint.Box;
import fallline.figure.paint.Contrast;
import fallline.figure.paint.Painter;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.paint.Type;
import fallline.figure.path.StepMark;
import fallline.figure.plot.Axes;
import fallline.figure.plot.Axis;
import fallline.figure.plot.Hit;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.Span;
import fallline.number.Numbers;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A quantity of every run against its steps, or against what they cost: J, J − J*, ‖∇J‖ or the rate.
///
/// @param yLabel `J − J*`, `J − least seen`, `‖∇J‖`, `rate`
/// @param logarithmic whether the quantity's axis is logarithmic; numbers ≤ 0 then stand on its lower edge, hollow
/// @param across the horizontal axis: steps, or evaluations or epochs if the series have such places
/// @param range the quantity shown; without one, all that the runs reach, divergence cut off
/// @param series in the order of the runs; behind them those of their test rows, if any are held out
/// @param chosen place of the run that is painted last, −1 for none
/// @param playhead the step of the heads and of the upright line, which stands where the chosen run is
/// @param pointed a step that is pointed at elsewhere
/// @param note a sentence in the corner: `40 of 200 steps measured`; may be empty
public record ConvergenceFigure(
        String yLabel,
        boolean logarithmic,
        Axis across,
        Optional<Span> range,
        List<Series> series,
        int chosen,
        int playhead,
        Optional<Hit.Step> pointed,
        String note)
        implements AcrossSteps, Tabular {
    private static final double REACH = 12;
    private static final int MOST_NAMED = 6;
    private static final String EPOCHS = "epochs: rows seen ÷ rows";

    public ConvergenceFigure {
        series = List.copyOf(series);
    }

    /// The steps 0 … n of runs of n steps.
    public static Axis steps(int n) {
        return steps(new Span(0, Math.max(1, n)));
    }

    /// The evaluations 0 … n of runs that made n at most.
    public static Axis evaluations(int n) {
        return evaluations(new Span(0, Math.max(1, n)));
    }

    /// Some of a run's steps.
    public static Axis steps(Span seen) {
        return Axis.count("step", seen);
    }

    /// Some of the evaluations that runs made.
    public static Axis evaluations(Span seen) {
        return Axis.count("evaluations of J and ∇J", seen);
    }

    /// Some of the epochs that runs have seen: how often as many rows as there are.
    public static Axis epochs(Span seen) {
        return Axis.linear(EPOCHS, seen);
    }

    /// A line for each step; where steps stand at evaluations, each run has a column of these, too. Names that come
    /// twice have a number behind them.
    @Override
    public CurveTable table() {
        return new CurveTable(
                yLabel, SeriesColumns.of(series, across.label().equals(EPOCHS)), SeriesColumns.rows(series));
    }

    @Override
    public PlotArea plot(Size size) {
        return axes(size).area();
    }

    private Axes axes(Size size) {
        Span shown = range.orElseGet(() -> ShownSpan.of(series, logarithmic));
        Axis y = logarithmic ? Axis.log(yLabel, shown) : Axis.linear(yLabel, shown);
        return Axes.of(size, across, y, new Axes.Margins(0, room(size)));
    }

    private double room(Size size) {
        return EndLabels.room(series.stream().map(Series::name).toList(), size.width());
    }

    /// Where evaluations lie across it is a step of the chosen run.
    @Override
    public int stepAt(Size size, double px) {
        double place = plot(size).dataX(px);
        if (series.stream().noneMatch(Series::placed)) {
            return (int) Math.rint(Math.clamp(
                    place, Math.max(0, across.span().lo()), across.span().hi()));
        }
        Series leading = series.get(isDrawn(chosen) ? chosen : 0);
        return leading.nearest(place);
    }

    private boolean isDrawn(int run) {
        return run >= 0 && run < series.size();
    }

    @Override
    public Optional<Hit> hit(Size size, double px, double py) {
        PlotArea area = plot(size);
        int pointedAt = stepAt(size, px);
        Hit best = null;
        double least = REACH;
        for (int run = 0; area.contains(px, py) && run < series.size(); run++) {
            Series s = series.get(run);
            int step = s.placed() ? s.nearest(area.dataX(px)) : pointedAt;
            boolean within = !s.placed() || px < area.px(s.place(s.length() - 1)) + REACH;
            if (step < s.length() && within && s.isRun()) {
                double distance = Math.abs(area.py(SeriesPath.edge(s.at(step), area)) - py);
                if (distance < least) {
                    least = distance;
                    best = new Hit.Step(run, step);
                }
            }
        }
        return Optional.ofNullable(best);
    }

    @Override
    public void paint(Graphics2D g, Size size, Theme theme) {
        Axes axes = axes(size);
        PlotArea area = axes.area();
        Painter.paint(g, size, theme, p -> {
            axes.paintGrid(p);
            axes.paintFrame(p);
            p.within(area.box().grown(1), () -> {
                playheadLine(p, area);
                SeriesInk ink = new SeriesInk(p, area, logarithmic, playhead);
                series.forEach(s -> s.band().ifPresent(band -> band.paint(p, area, s.style())));
                for (int i = series.size() - 1; i >= 0; i--) {
                    if (i != chosen) {
                        ink.line(series.get(i));
                    }
                }
                if (isDrawn(chosen)) {
                    ink.line(series.get(chosen));
                }
            });
            paintHeads(p, area);
            EndLabels.paint(p, ends(area), area.box(), room(size));
            words(p, area);
        });
    }

    /// The names of changes and the sentence in the corner, where they cover no curve.
    private void words(Painter p, PlotArea area) {
        String sentence = sentence();
        List<StepMark> marks = isDrawn(chosen) ? series.get(chosen).changes() : List.of();
        List<String> repeats = repeats();
        if (sentence.isEmpty() && marks.isEmpty() && repeats.isEmpty()) {
            return;
        }
        LabelPlacer placer = new LabelPlacer(area.box().grown(-3));
        SeriesInk ink = new SeriesInk(p, area, logarithmic, playhead);
        for (Series s : series) {
            if (s.length() > 0) {
                placer.keepOff(SeriesPath.of(s, 0, s.length() - 1, area).path());
                s.band().ifPresent(band -> placer.keepOff(band.line(area)));
                int at = s.known(Math.max(0, playhead));
                if (at >= 0 && s.isRun()) {
                    placer.block(around(ink.x(s, at), ink.y(s, at), 7));
                }
                if (s.diverged()) {
                    int end = ink.lastSeen(s);
                    placer.block(around(ink.x(s, end), ink.y(s, end), 12));
                }
                for (StepMark change : s.changes()) {
                    if (change.step() < s.length()) {
                        placer.block(around(ink.x(s, change.step()), ink.markHeight(s, change.step()), 6));
                    }
                }
            }
        }
        playheadPlace().ifPresent(at -> {
            double x = area.px(at);
            placer.keepOff(x, area.box().y(), x, area.box().bottom());
        });
        if (!sentence.isEmpty() && !placer.note(p, sentence, Type.NOTE, p.theme.muted()) && !note.isEmpty()) {
            placer.note(p, note, Type.NOTE, p.theme.muted());
        }
        repeats.forEach(words -> placer.note(p, words, Type.NOTE, p.theme.muted()));
        marks.stream()
                .filter(mark -> mark.step() < series.get(chosen).length()
                        && !mark.words().isEmpty())
                .limit(MOST_NAMED)
                .forEach(mark -> placer.label(
                        p,
                        mark.words(),
                        ink.x(series.get(chosen), mark.step()),
                        ink.markHeight(series.get(chosen), mark.step()),
                        8,
                        Type.NOTE,
                        series.get(chosen).style().words(p.theme)));
    }

    /// What bands mean: of the chosen run, else of the first that has one.
    private List<String> repeats() {
        Optional<Band> chosenBand = isDrawn(chosen) ? series.get(chosen).band() : Optional.empty();
        return chosenBand
                .or(() -> series.stream().flatMap(s -> s.band().stream()).findFirst())
                .map(Band::words)
                .orElse(List.of());
    }

    private static Box around(double x, double y, double reach) {
        return new Box(x - reach, y - reach, 2 * reach, 2 * reach);
    }

    /// The note, and what is done to noisy curves.
    private String sentence() {
        int reach = series.stream()
                .flatMap(s -> s.calm(logarithmic).stream())
                .mapToInt(Series.Calm::reach)
                .max()
                .orElse(0);
        String calm = reach == 0
                ? ""
                : "bold: mean of ±" + Numbers.whole(reach) + " steps" + (logarithmic ? ", of logarithms" : "")
                        + "; faint: every step";
        return note.isEmpty() || calm.isEmpty() ? note + calm : note + " · " + calm;
    }

    private void playheadLine(Painter p, PlotArea area) {
        OptionalDouble place = playheadPlace();
        if (place.isEmpty()) {
            return;
        }
        double x = area.px(place.getAsDouble());
        p.rule(x, area.box().y(), x, area.box().bottom(), Contrast.alpha(p.theme.accent(), 0.55), 1.5);
    }

    /// Where the upright line stands: at the step itself, else where the chosen run is, if it is drawn.
    private OptionalDouble playheadPlace() {
        if (series.stream().noneMatch(Series::placed)) {
            return OptionalDouble.of(playhead);
        }
        return isDrawn(chosen) && series.get(chosen).length() > 0
                ? OptionalDouble.of(series.get(chosen)
                        .place(Math.clamp(playhead, 0, series.get(chosen).length() - 1)))
                : OptionalDouble.empty();
    }

    private void paintHeads(Painter p, PlotArea area) {
        SeriesInk ink = new SeriesInk(p, area, logarithmic, playhead);
        for (int i = series.size() - 1; i >= 0; i--) {
            if (i != chosen) {
                head(ink, i);
            }
        }
        if (isDrawn(chosen)) {
            head(ink, chosen);
        }
    }

    private void head(SeriesInk ink, int run) {
        ink.head(series.get(run), run == chosen);
        pointed.filter(step -> step.run() == run).ifPresent(step -> ink.ring(series.get(run), step.step()));
    }

    private List<EndLabels.Wanted> ends(PlotArea area) {
        List<EndLabels.Wanted> ends = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            Series s = series.get(i);
            if (s.length() > 0 && !s.name().isEmpty()) {
                int last =
                        Math.max(0, s.known(Math.max(0, s.before(across.span().hi()))));
                double y = area.py(SeriesPath.edge(s.at(last), area));
                double within = Double.isNaN(y)
                        ? area.box().y()
                        : Math.clamp(y, area.box().y(), area.box().bottom());
                ends.add(new EndLabels.Wanted(s.name(), s.style(), within, i == chosen));
            }
        }
        return ends;
    }
}
