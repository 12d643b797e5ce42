package fallline.picture.map;

import fallline.analysis.map.MapTask;
import fallline.analysis.map.MapWork;
import fallline.analysis.map.RunEnd;
import fallline.experiment.view.SweepLook.Measure;
import fallline.figure.map.CellField;
import fallline.figure.map.CellField.Kind;
import fallline.figure.map.CellLegend;
import fallline.figure.map.CellMap;
import fallline.figure.map.CellSource.Shown;
import fallline.figure.paint.ColourMap;
import fallline.figure.plot.Axis;
import fallline.figure.plot.Span;
import fallline.objective.Goal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Colours of a sweep map: light is good. Steps and evaluations go by their logarithm, losses by that of their distance
/// from J*, or from the best of the map where J* is not known.
final class SweepColours {
    /// Beyond so many powers of ten below the largest, small is small enough.
    private static final double DEPTH = 1e-14;

    private final MapTask.Sweep task;
    private final MapWork work;
    private final int[] standIns;
    private final ColourMap colours;
    private final double reference;

    private SweepColours(MapWork work, MapTask.Sweep task, int block, ColourMap colours) {
        this.work = work;
        this.task = task;
        this.colours = colours;
        standIns = Blocks.standIns(work, block);
        reference = task.known() ? task.target().reference() : bestSeen();
    }

    static Shown of(MapWork work, int block, ColourMap colours) {
        if (!(work.task() instanceof MapTask.Sweep sweep)) {
            throw new IllegalArgumentException("these are the colours of a sweep");
        }
        return new SweepColours(work, sweep, block, colours).shown();
    }

    /// What a run that ended measures: steps, evaluations or the distance of its J from the best; NaN where it has
    /// none.
    static double value(MapTask.Sweep task, RunEnd end, double reference) {
        return switch (task.measure()) {
            case STEPS -> end.reached() < 0 ? Double.NaN : end.reached();
            case EVALUATIONS -> end.reached() < 0 ? Double.NaN : end.evaluations();
            case LOSS, VERDICT -> {
                double gap = task.base().objective().goal() == Goal.MINIMISE
                        ? end.loss() - reference
                        : reference - end.loss();
                yield end.kind().isBroken() ? Double.NaN : Math.max(gap, 0);
            }
        };
    }

    private double bestSeen() {
        double best = Double.NaN;
        boolean minimise = task.base().objective().goal() == Goal.MINIMISE;
        for (int cell = 0; cell < standIns.length; cell++) {
            if (standIns[cell] == cell && !work.end(cell).kind().isBroken()) {
                double loss = work.end(cell).loss();
                if (Double.isNaN(best) || (minimise ? loss < best : loss > best)) {
                    best = loss;
                }
            }
        }
        return best;
    }

    private Shown shown() {
        int cells = standIns.length;
        Kind[] kinds = new Kind[cells];
        float[] tones = new float[cells];
        int[] hues = new int[cells];
        Axis numbers = numbers();
        for (int cell = 0; cell < cells; cell++) {
            int from = standIns[cell];
            if (from < 0) {
                kinds[cell] = Kind.UNKNOWN;
                continue;
            }
            RunEnd end = work.end(from);
            kinds[cell] = kind(end);
            if (kinds[cell] == Kind.TONE) {
                double value = Math.clamp(
                        value(task, end, reference),
                        numbers.span().lo(),
                        numbers.span().hi());
                tones[cell] = (float) (1 - numbers.scale(0, 1).pixel(value));
            } else if (kinds[cell] == Kind.WORD) {
                hues[cell] = VerdictPlaces.place(end.verdict());
            }
        }
        Axis x = Blocks.axis(task.x());
        Axis y = task.y().map(Blocks::axis).orElseGet(() -> Axis.linear("", new Span(0, 1)));
        CellField field = new CellField(task.columns(), task.rows(), x, y, kinds, tones, hues);
        return new Shown(new CellMap(field, colours), legend(kinds, numbers));
    }

    private Kind kind(RunEnd end) {
        if (task.measure() == Measure.VERDICT) {
            return VerdictPlaces.kind(end.verdict());
        }
        if (end.kind().isBroken()) {
            return Kind.HATCHED;
        }
        if (end.kind() == RunEnd.Kind.HIGHER && (task.measure() == Measure.LOSS || end.reached() < 0)) {
            return Kind.RISING;
        }
        return task.measure() != Measure.LOSS && end.reached() < 0 ? Kind.UNREACHED : Kind.TONE;
    }

    /// The numbers that the tones mean, smallest to largest.
    private Axis numbers() {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int cell = 0; cell < standIns.length; cell++) {
            if (standIns[cell] == cell && kind(work.end(cell)) == Kind.TONE) {
                double value = value(task, work.end(cell), reference);
                most = Math.max(most, value);
                if (value > 0) {
                    least = Math.min(least, value);
                }
            }
        }
        if (!(most > 0) || !(least <= most)) {
            return Axis.log("", new Span(1, 10));
        }
        if (task.measure() == Measure.LOSS) {
            double low = Math.max(least, Math.min(most, 1e299) * DEPTH);
            return Axis.log("", Span.opened(Math.max(low, 1e-299), Math.min(most, 1e299)));
        }
        return most / least > 8
                ? Axis.log("", Span.opened(least, most))
                : Axis.count("", new Span(least, Math.max(most, least + 1)));
    }

    private CellLegend legend(Kind[] kinds, Axis numbers) {
        EnumSet<Kind> present = EnumSet.noneOf(Kind.class);
        for (Kind kind : kinds) {
            present.add(kind);
        }
        List<CellLegend.Entry> entries = new ArrayList<>();
        if (task.measure() == Measure.VERDICT) {
            TreeSet<Integer> words = new TreeSet<>();
            for (int cell : standIns) {
                if (cell >= 0) {
                    words.add(VerdictPlaces.ALL.indexOf(work.end(cell).verdict()));
                }
            }
            for (int word : words) {
                if (word >= 0) {
                    String name = VerdictPlaces.ALL.get(word);
                    entries.add(new CellLegend.Entry(VerdictPlaces.kind(name), VerdictPlaces.place(name), 0, name));
                }
            }
        } else {
            add(
                    entries,
                    present,
                    Kind.UNREACHED,
                    "not within " + MapWords.steps(task.base().steps()));
            add(entries, present, Kind.RISING, "ends higher");
            add(entries, present, Kind.HATCHED, "diverges");
        }
        add(entries, present, Kind.UNKNOWN, "not computed yet");
        boolean toned = present.contains(Kind.TONE) && task.y().isPresent();
        return new CellLegend(title(), toned ? Optional.of(new CellLegend.Bar(numbers)) : Optional.empty(), entries);
    }

    private static void add(List<CellLegend.Entry> entries, EnumSet<Kind> present, Kind kind, String words) {
        if (present.contains(kind)) {
            entries.add(new CellLegend.Entry(kind, 0, 0, words));
        }
    }

    private List<String> title() {
        return switch (task.measure()) {
            case STEPS -> List.of("steps to", SweepTasks.targetWords(task));
            case EVALUATIONS -> List.of("evaluations to", SweepTasks.targetWords(task));
            case LOSS -> List.of(SweepTasks.gapWords(task), "at the end");
            case VERDICT -> List.of("verdict");
        };
    }
}
