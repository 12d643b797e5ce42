package fallline.analysis.map;

import fallline.analysis.map.Minima.Minimum;
import fallline.objective.Goal;
import java.util.ArrayList;
import java.util.List;

/// Where runs came to rest, gathered into basins: ends that are near each other, or joined by others that are, and of
/// equal J belong together.
///
/// Of ends of equal J, one is kept if no other kept one is within half of what is near, so that a valley or a plateau
/// is one basin however long it is. Basins have numbers in the order in which they were found; two that turn out to be
/// joined have the lower one. From then on J is compared with the lower one's first end alone, so that basins that are
/// joined one after the other never lead down a slope; an end whose J is near that of the higher one's first end alone
/// founds another basin at the same place. One thread uses it.
final class Rests {
    /// Ends so near in every parameter, in lengths of the box, are neighbours.
    static final double NEAR = 0.01;

    /// So many ends are kept; what is near none of them then belongs to none.
    private static final int MOST = 1024;

    private final double[] lengths;
    private final double epsilon;
    private final Goal goal;
    private final List<Kept> kept;
    private final List<Basin> basins;

    /// @param raw the number its basin had when it was kept
    private record Kept(double[] at, int raw) {}

    /// @param joined the number of the basin that it turned out to be a part of, or its own
    /// @param best the end at which J is best
    /// @param founder J of its first end: what the others' is compared with
    private record Basin(int joined, double founder, Minimum best, double[] low, double[] high) {}

    /// @param lengths of the box in every parameter
    /// @param epsilon values of J less than this apart are equal
    Rests(double[] lengths, double epsilon, Goal goal) {
        this(lengths, epsilon, goal, new ArrayList<>(), new ArrayList<>());
    }

    private Rests(double[] lengths, double epsilon, Goal goal, List<Kept> kept, List<Basin> basins) {
        this.lengths = lengths;
        this.epsilon = epsilon;
        this.goal = goal;
        this.kept = kept;
        this.basins = basins;
    }

    /// What is known by now, to be gone on with elsewhere: for another part of the same map.
    Rests copy() {
        return new Rests(lengths, epsilon, goal, new ArrayList<>(kept), new ArrayList<>(basins));
    }

    /// How far two points are apart, in lengths of the box: the largest of all parameters.
    double distance(double[] one, double[] other) {
        double most = 0;
        for (int i = 0; i < one.length; i++) {
            most = Math.max(most, Math.abs(one[i] - other[i]) / lengths[i]);
        }
        return most;
    }

    /// The number of the basin that an end belongs to, a new one where it is near none; −1 if there are too many.
    int join(double[] at, double loss) {
        int found = -1;
        boolean close = false;
        for (Kept other : kept) {
            double distance = distance(other.at, at);
            int basin = joined(other.raw);
            if (distance >= NEAR || Math.abs(basins.get(basin).founder - loss) >= epsilon) {
                continue;
            }
            close |= distance < NEAR / 2;
            if (found < 0) {
                found = basin;
            } else if (found != basin) {
                found = merge(found, basin);
            }
        }
        if (found < 0) {
            if (kept.size() >= MOST) {
                return -1;
            }
            found = basins.size();
            basins.add(new Basin(found, loss, new Minimum(at.clone(), loss), at.clone(), at.clone()));
        } else {
            take(found, new Minimum(at.clone(), loss), at, at);
        }
        if (!close && kept.size() < MOST) {
            kept.add(new Kept(at.clone(), found));
        }
        return found;
    }

    /// The number that a basin has now.
    int joined(int basin) {
        int number = basin;
        while (basins.get(number).joined != number) {
            number = basins.get(number).joined;
        }
        return number;
    }

    private int merge(int one, int other) {
        int low = Math.min(one, other);
        int high = Math.max(one, other);
        Basin gone = basins.get(high);
        basins.set(high, new Basin(low, gone.founder, gone.best, gone.low, gone.high));
        take(low, gone.best, gone.low, gone.high);
        return low;
    }

    private void take(int number, Minimum end, double[] low, double[] high) {
        Basin basin = basins.get(number);
        double[] lower = basin.low.clone();
        double[] higher = basin.high.clone();
        for (int i = 0; i < lower.length; i++) {
            lower[i] = Math.min(lower[i], low[i]);
            higher[i] = Math.max(higher[i], high[i]);
        }
        boolean better = goal == Goal.MINIMISE ? end.value() < basin.best.value() : end.value() > basin.best.value();
        basins.set(number, new Basin(basin.joined, basin.founder, better ? end : basin.best, lower, higher));
    }

    /// J of a basin's first end, to which steps are counted.
    double founder(int basin) {
        return basins.get(basin).founder;
    }

    /// All of them as they are now, by their numbers.
    List<Rest> all() {
        List<Rest> all = new ArrayList<>();
        for (int number = 0; number < basins.size(); number++) {
            Basin basin = basins.get(joined(number));
            all.add(new Rest(
                    joined(number), basin.best, place(basin.best), distance(basin.low, basin.high) > 2 * NEAR));
        }
        return all;
    }

    /// In no more digits than ends tell apart.
    private String place(Minimum best) {
        double[] rounded = best.at().clone();
        for (int i = 0; i < rounded.length; i++) {
            double unit = StrictMath.pow(10, Math.floor(Math.log10(lengths[i] * NEAR / 2)));
            rounded[i] = Math.rint(rounded[i] / unit) * unit;
        }
        return new Minimum(rounded, best.value()).place();
    }

    /// A basin that was found by where runs came to rest.
    ///
    /// @param number its own, or that of the basin that it is a part of
    /// @param best its end at which J is best
    /// @param place where that is, in words; empty for many parameters
    /// @param wide whether its ends lie farther apart than those of a point: a valley, a plateau
    record Rest(int number, Minimum best, String place, boolean wide) {}
}
