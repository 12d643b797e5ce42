package fallline.figure.curve;

import fallline.figure.label.EndLabels;
import fallline.figure.label.LabelPlacer;
import fallline.figure.paint.Box;
import fallline.figure.paint.Contrast;
import fallline.figure.paint.Painter;
import fallline.figure.paint.RunStyle;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.paint.Type;
import fallline.figure.path.Nearest;
import fallline.figure.path.StepMark;
import fallline.figure.path.TrailPainter;
import fallline.figure.plot.Axes;
import fallline.figure.plot.Axis;
import fallline.figure.plot.Hit;
import fallline.figure.plot.PixelPath;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.Points;
import fallline.figure.plot.Span;
import fallline.number.Numbers;
import java.awt.Color;
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
    private static final double LINEAR_ROOM = 4;
    private static final double LOG_ROOM = 1e4;
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
        List<CurveTable.Column> columns = new ArrayList<>();
        columns.add(new CurveTable.Column("step", true, row -> row));
        for (Series line : series) {
            String name = line.name().isEmpty() ? "beside" : line.name();
            String unique = name;
            for (int n = 2; isTaken(columns, unique); n++) {
                unique = name + " " + n;
            }
            if (line.placed()) {
                boolean epochs = across.label().equals(EPOCHS);
                columns.add(new CurveTable.Column(
                        unique + (epochs ? ": epochs" : ": evaluations"),
                        !epochs,
                        row -> row < line.length() ? line.place(row) : Double.NaN));
            }
            columns.add(CurveTable.Column.of(unique, line.values(), line.length()));
            line.band().map(Band::columns).ifPresent(columns::addAll);
        }
        int rows = series.stream()
                .mapToInt(line -> Math.max(
                        line.length(), line.band().map(band -> last(band) + 1).orElse(0)))
                .max()
                .orElse(0);
        return new CurveTable(yLabel, columns, rows);
    }

    private static int last(Band band) {
        return band.steps()[band.steps().length - 1];
    }

    private static boolean isTaken(List<CurveTable.Column> columns, String name) {
        return columns.stream().anyMatch(column -> column.name().equals(name));
    }

    @Override
    public PlotArea plot(Size size) {
        return axes(size).area();
    }

    private Axes axes(Size size) {
        Span shown = range.orElseGet(() -> reached(series, logarithmic));
        Axis y = logarithmic ? Axis.log(yLabel, shown) : Axis.linear(yLabel, shown);
        return Axes.of(size, across, y, new Axes.Margins(0, room(size)));
    }

    private double room(Size size) {
        return EndLabels.room(series.stream().map(Series::name).toList(), size.width());
    }

    /// What the runs reach. Of a run that diverged, only so much that the others can still be seen.
    static Span reached(List<Series> series, boolean logarithmic) {
        double lo = Double.POSITIVE_INFINITY;
        double hi = Double.NEGATIVE_INFINITY;
        for (Series s : series) {
            double cut = s.diverged() && s.length() > 0
                    ? Math.abs(s.at(0)) * (logarithmic ? LOG_ROOM : LINEAR_ROOM)
                    : Double.POSITIVE_INFINITY;
            lo = Math.min(lo, logarithmic ? s.leastPositive() : s.least());
            hi = Math.max(hi, Math.min(s.most(), cut > 0 ? cut : Double.POSITIVE_INFINITY));
            if (s.band().isPresent()) {
                Band band = s.band().get();
                double room = s.length() > 0 ? Math.abs(s.at(0)) * (logarithmic ? LOG_ROOM : LINEAR_ROOM) : 0;
                lo = Math.min(lo, band.least(logarithmic ? 0 : Double.NEGATIVE_INFINITY));
                hi = Math.max(hi, Math.min(band.most(), room > 0 ? room : Double.POSITIVE_INFINITY));
            }
        }
        if (logarithmic) {
            return lo > hi || hi <= 0 ? new Span(1e-3, 1) : decades(lo, hi);
        }
        if (lo > hi) {
            return new Span(0, 1);
        }
        Span span = Span.opened(lo, hi);
        boolean fromZero = lo >= 0 && lo < 0.3 * hi;
        return fromZero ? new Span(0, Math.min(1e300, span.hi() * 1.05)) : span.padded(0.05);
    }

    /// lo … hi with a little room, at least one decade.
    private static Span decades(double lo, double hi) {
        double least = Math.clamp(lo, 1e-297, 1e297);
        double most = Math.clamp(hi, least, 1e297);
        double room = Math.pow(most / least, 0.04);
        return most / least >= 8 ? new Span(least / room, Math.min(1e299, most * room)) : new Span(least / 3, most * 3);
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
                series.forEach(s -> s.band().ifPresent(band -> band.paint(p, area, s.style())));
                for (int i = series.size() - 1; i >= 0; i--) {
                    if (i != chosen) {
                        line(p, area, series.get(i));
                    }
                }
                if (isDrawn(chosen)) {
                    line(p, area, series.get(chosen));
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
        for (Series s : series) {
            if (s.length() > 0) {
                placer.keepOff(SeriesPath.of(s, 0, s.length() - 1, area).path());
                s.band().ifPresent(band -> placer.keepOff(band.line(area)));
                int at = s.known(Math.max(0, playhead));
                if (at >= 0 && s.isRun()) {
                    placer.block(around(area.px(s.place(at)), area.py(SeriesPath.edge(s.at(at), area)), 7));
                }
                if (s.diverged()) {
                    int end = lastSeen(s, area);
                    placer.block(around(area.px(s.place(end)), area.py(SeriesPath.edge(s.at(end), area)), 12));
                }
                for (StepMark change : s.changes()) {
                    if (change.step() < s.length()) {
                        placer.block(around(area.px(s.place(change.step())), markHeight(s, change.step(), area), 6));
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
                        area.px(series.get(chosen).place(mark.step())),
                        markHeight(series.get(chosen), mark.step(), area),
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

    /// The height at which a change is marked: on the curve that is drawn boldly.
    private double markHeight(Series s, int step, PlotArea area) {
        double value = s.calm(logarithmic).map(Series.Calm::series).orElse(s).at(step);
        return area.py(SeriesPath.edge(value, area));
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

    private void line(Painter p, PlotArea area, Series s) {
        if (s.length() == 0) {
            return;
        }
        if (!s.isRun()) {
            PixelPath.Drawn whole = SeriesPath.of(s, 0, s.length() - 1, area);
            Color colour = s.style().core(p.theme);
            if (s.kind() == Series.Kind.LESSER) {
                p.draw(whole.path(), Contrast.alpha(colour, 0.55), Painter.line(1));
                return;
            }
            p.draw(whole.path(), Contrast.alpha(p.theme.panel(), 0.8), 2.6);
            p.draw(whole.path(), colour, whole.dense() ? Painter.line(1.1) : Painter.dashed(1.2, 5, 3));
            return;
        }
        Optional<Series> calm = s.calm(logarithmic).map(Series.Calm::series);
        calm.ifPresent(_ -> faint(p, area, s));
        curve(p, area, calm.orElse(s));
        for (StepMark change : s.changes()) {
            if (change.step() < s.length()) {
                double x = area.px(s.place(change.step()));
                double y = markHeight(s, change.step(), area);
                p.rule(x, y - 6, x, y + 6, s.style().core(p.theme), 1.6);
            }
        }
    }

    /// Every step of a noisy curve, under the calm one.
    private void faint(Painter p, PlotArea area, Series s) {
        int head = Math.clamp(playhead, 0, s.length() - 1);
        Color core = s.style().core(p.theme);
        p.draw(SeriesPath.of(s, 0, head, area).path(), Contrast.alpha(core, 0.34), Painter.line(1));
        p.draw(SeriesPath.of(s, head, s.length() - 1, area).path(), Contrast.alpha(core, 0.2), Painter.line(1));
    }

    private void curve(Painter p, PlotArea area, Series s) {
        int head = Math.clamp(playhead, 0, s.length() - 1);
        Color core = s.style().core(p.theme);
        Color casing = needsCasing(s.style(), p.theme) ? s.style().casing(p.theme) : p.theme.panel();
        PixelPath.Drawn done = SeriesPath.of(s, 0, head, area);
        PixelPath.Drawn rest = SeriesPath.of(s, head, s.length() - 1, area);
        double under = needsCasing(s.style(), p.theme) ? 3.4 : 3.8;
        p.draw(done.path(), Contrast.alpha(casing, 0.8), under);
        p.draw(rest.path(), Contrast.alpha(core, 0.62), TrailPainter.core(s.style(), 1.6, rest.dense(), done.length()));
        p.draw(done.path(), core, TrailPainter.core(s.style(), 2, done.dense(), 0));
        for (double[] at : SeriesPath.alone(s, head + 1, s.length() - 1, area)) {
            Points.dot(p, at[0], at[1], 1.6, Contrast.alpha(core, 0.62));
        }
        for (double[] at : SeriesPath.alone(s, 0, head, area)) {
            Points.dot(p, at[0], at[1], 2.2, core);
        }
    }

    private static boolean needsCasing(RunStyle style, Theme theme) {
        return Contrast.between(style.core(theme), theme.panel()) < 2.2;
    }

    private void paintHeads(Painter p, PlotArea area) {
        for (int i = series.size() - 1; i >= 0; i--) {
            if (i != chosen) {
                head(p, area, series.get(i), i);
            }
        }
        if (isDrawn(chosen)) {
            head(p, area, series.get(chosen), chosen);
        }
    }

    private void head(Painter p, PlotArea area, Series s, int run) {
        if (s.length() == 0 || !s.isRun()) {
            return;
        }
        Box box = area.box();
        int at = s.known(Math.max(0, playhead));
        if (at < 0) {
            return;
        }
        double x = area.px(s.place(at));
        double y = area.py(SeriesPath.edge(s.at(at), area));
        if (box.grown(1).contains(x, y)) {
            boolean hollow = logarithmic && s.at(at) <= 0;
            double radius = run == chosen ? 5.4 : 4.8;
            if (hollow) {
                TrailPainter.open(p, s.style(), x, y, radius);
            } else {
                p.draw(s.style().marker().at(x, y, radius), p.theme.panel(), 2.4);
                p.fill(s.style().marker().at(x, y, radius), s.style().core(p.theme));
            }
        } else if (y < box.y() && x >= box.x() && x <= box.right()) {
            p.fill(TrailPainter.arrowHead(x, box.y() + 1, 0, -1, 11), s.style().core(p.theme));
        }
        if (s.diverged()) {
            int end = lastSeen(s, area);
            TrailPainter.warning(p, area.px(s.place(end)), area.py(SeriesPath.edge(s.at(end), area)), box);
        }
        pointed.filter(step -> step.run() == run && step.step() < s.length()).ifPresent(step -> {
            double ringX = area.px(s.place(step.step()));
            double ringY = area.py(SeriesPath.edge(s.at(step.step()), area));
            if (box.contains(ringX, ringY)) {
                Nearest.ring(p, s.style(), ringX, ringY);
            }
        });
    }

    /// The step at which a diverging run leaves the plot for good, or its last.
    private static int lastSeen(Series s, PlotArea area) {
        int step = s.length() - 1;
        while (step > 0 && !(Math.abs(s.at(step)) <= area.window().y().hi())) {
            step--;
        }
        return Math.min(step + 1, s.length() - 1);
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
