package fallline.picture.map;

import fallline.analysis.map.Destination;
import fallline.analysis.map.MapTask;
import fallline.analysis.map.MapWork;
import fallline.analysis.map.RunEnd;
import fallline.figure.map.CellField;
import fallline.figure.map.CellField.Kind;
import fallline.figure.map.CellLegend;
import fallline.figure.map.CellMap;
import fallline.figure.map.CellSource.Shown;
import fallline.figure.paint.ColourMap;
import fallline.number.Numbers;
import fallline.objective.Goal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Colours of a basin map: hue by minimum, or by the basin that ends at rest were gathered into; lighter where fewer
/// steps lead there. Where no minimum is known and no run came to rest, lighter where J is lower at the end.
final class BasinColours {
    /// So many minima are named.
    private static final int MOST_NAMED = 6;

    private BasinColours() {}

    static Shown of(MapWork work, int block) {
        if (!(work.task() instanceof MapTask.Basin basin)) {
            throw new IllegalArgumentException("these are the colours of basins");
        }
        int[] standIns = Blocks.standIns(work, block);
        int cells = standIns.length;
        Kind[] kinds = new Kind[cells];
        float[] tones = new float[cells];
        int[] hues = new int[cells];
        List<Destination> destinations = work.destinations();
        boolean named = !basin.minima().all().isEmpty() || anyRests(work, standIns);
        double[] numbers = new double[cells];
        boolean restless = true;
        int[] shares = new int[destinations.size()];
        int known = 0;
        for (int cell = 0; cell < cells; cell++) {
            int from = standIns[cell];
            if (from < 0) {
                kinds[cell] = Kind.UNKNOWN;
                continue;
            }
            RunEnd end = work.end(from);
            known++;
            kinds[cell] = kind(end, named);
            restless &= end.moving() || (kinds[cell] != Kind.UNREACHED && kinds[cell] != Kind.TONE);
            if (kinds[cell] == Kind.HUED) {
                hues[cell] = end.minimum();
                numbers[cell] = Math.log1p(end.reached());
                shares[end.minimum()]++;
            } else if (kinds[cell] == Kind.TONE) {
                double sign = basin.minima().goal() == Goal.MINIMISE ? 1 : -1;
                numbers[cell] = sign * end.loss();
            }
        }
        double[] range = range(kinds, numbers);
        for (int cell = 0; cell < cells; cell++) {
            tones[cell] = (float) Math.clamp(1 - (numbers[cell] - range[0]) / (range[1] - range[0]), 0.0, 1.0);
        }
        CellField field = new CellField(
                basin.columns(),
                basin.rows(),
                Blocks.axis(basin.x()),
                Blocks.axis(basin.upwards()),
                kinds,
                tones,
                hues);
        return new Shown(
                new CellMap(field, ColourMap.VIRIDIS),
                legend(basin, destinations, kinds, shares, known, range, restless));
    }

    private static boolean anyRests(MapWork work, int[] standIns) {
        for (int from : standIns) {
            if (from >= 0 && work.end(from).minimum() >= 0) {
                return true;
            }
        }
        return false;
    }

    private static Kind kind(RunEnd end, boolean named) {
        if (end.minimum() >= 0) {
            return Kind.HUED;
        }
        if (end.kind().isBroken()) {
            return Kind.HATCHED;
        }
        return end.kind() == RunEnd.Kind.HIGHER ? Kind.RISING : named ? Kind.UNREACHED : Kind.TONE;
    }

    /// All but the outermost hundredths, so that a few cells do not take all of the lightness.
    private static double[] range(Kind[] kinds, double[] numbers) {
        double[] sorted = new double[kinds.length];
        int count = 0;
        for (int cell = 0; cell < kinds.length; cell++) {
            if (kinds[cell] == Kind.HUED || kinds[cell] == Kind.TONE) {
                sorted[count++] = numbers[cell];
            }
        }
        if (count == 0) {
            return new double[] {0, 1};
        }
        Arrays.sort(sorted, 0, count);
        double low = sorted[count / 100];
        double high = sorted[count - 1 - count / 100];
        return new double[] {low, high > low ? high : low + 1};
    }

    private static CellLegend legend(
            MapTask.Basin basin,
            List<Destination> destinations,
            Kind[] kinds,
            int[] shares,
            int known,
            double[] range,
            boolean restless) {
        EnumSet<Kind> present = EnumSet.noneOf(Kind.class);
        for (Kind kind : kinds) {
            present.add(kind);
        }
        List<CellLegend.Entry> entries = new ArrayList<>();
        List<Integer> come = come(basin, destinations, shares);
        for (int k : come.subList(0, Math.min(MOST_NAMED, come.size()))) {
            String name =
                    (destinations.get(k).known() && destinations.get(k).place().isEmpty() ? "" : "to ")
                            + BasinWords.of(destinations.get(k));
            entries.add(new CellLegend.Entry(Kind.HUED, k, 0.68, name + "  " + MapWords.share(shares[k], known)));
        }
        if (come.size() > MOST_NAMED) {
            int rest = come.stream().skip(MOST_NAMED).mapToInt(k -> shares[k]).sum();
            entries.add(new CellLegend.Entry(
                    Kind.HUED,
                    come.get(MOST_NAMED),
                    0.68,
                    "to " + Numbers.whole(come.size() - MOST_NAMED) + " more  " + MapWords.share(rest, known)));
        }
        if (present.contains(Kind.HUED)) {
            entries.add(new CellLegend.Entry(
                    Kind.HUED,
                    -1,
                    0.85,
                    "light: " + MapWords.steps(Math.round(Math.expm1(range[0]))) + ", dark: "
                            + Numbers.whole(Math.round(Math.expm1(range[1])))));
        }
        if (present.contains(Kind.TONE)) {
            entries.add(new CellLegend.Entry(Kind.TONE, 0, 0.9, nowhere(basin, restless) + "; lighter: lower J"));
        }
        if (present.contains(Kind.UNREACHED)) {
            entries.add(new CellLegend.Entry(
                    Kind.UNREACHED,
                    0,
                    0,
                    basin.minima().all().isEmpty()
                            ? nowhere(basin, restless)
                            : "not there in " + Numbers.whole(basin.base().steps())));
        }
        if (present.contains(Kind.RISING)) {
            entries.add(new CellLegend.Entry(Kind.RISING, 0, 0, "ends higher"));
        }
        if (present.contains(Kind.HATCHED)) {
            entries.add(new CellLegend.Entry(Kind.HATCHED, 0, 0, "diverges"));
        }
        if (present.contains(Kind.UNKNOWN)) {
            entries.add(new CellLegend.Entry(Kind.UNKNOWN, 0, 0, "not computed yet"));
        }
        return new CellLegend(List.of(), Optional.empty(), entries);
    }

    /// The destinations that any cell comes to: minima that are known first, then basins, each the best first.
    private static List<Integer> come(MapTask.Basin basin, List<Destination> destinations, int[] shares) {
        double sign = basin.minima().goal() == Goal.MINIMISE ? 1 : -1;
        return IntStream.range(0, shares.length)
                .filter(k -> shares[k] > 0)
                .boxed()
                .sorted(Comparator.comparing((Integer k) -> !destinations.get(k).known())
                        .thenComparingDouble(
                                k -> sign * destinations.get(k).at().value()))
                .toList();
    }

    /// What is said of runs that came to nothing: with very many basins, some of them may have come to rest.
    private static String nowhere(MapTask.Basin basin, boolean restless) {
        return (restless ? "still moving after " : "in no basin after ")
                + Numbers.whole(basin.base().steps());
    }
}
