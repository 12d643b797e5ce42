package fallline.analysis.map;

import fallline.experiment.ensemble.Target;
import fallline.objective.Goal;
import fallline.objective.Objective;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds out what the runs of a basin map come to: a minimum that is known, if their J is within ε of its; else, if
/// they came to rest, the basin of those that came to rest there.
///
/// One thread adds and gathers; others may ask about cells that were gathered.
final class Settling {
    private final MapTask.Basin map;
    private final Rests rests;
    private final Objective values;
    private final int[] numbers;
    private final boolean[] moving;
    private final List<Still> still = new ArrayList<>();
    private final Map<Double, BitSet> groups = new HashMap<>();
    private volatile List<Rests.Rest> gathered = List.of();

    /// An end that is at rest where no minimum is known.
    private record Still(int cell, double[] at, double loss) {}

    Settling(MapTask.Basin map) {
        this(map, new Rests(map.lengths(), map.epsilon(), map.minima().goal()));
    }

    private Settling(MapTask.Basin map, Rests rests) {
        this.map = map;
        this.rests = rests;
        int cells = map.columns() * map.rows();
        values = map.base().objective().twin();
        numbers = new int[cells];
        moving = new boolean[cells];
        Arrays.fill(numbers, -1);
    }

    /// For another part of the same map: the basins that are known keep their numbers.
    synchronized Settling moved(MapTask.Basin other) {
        return new Settling(other, rests.copy());
    }

    /// Takes a run that stayed finite.
    ///
    /// @param way its parameters at the start, at [Stillness#marks] and at the end
    /// @param loss J at the end
    void add(int cell, double[][] way, double loss) {
        Minima minima = map.minima();
        double[] end = way[3];
        int nearest = minima.nearest(end);
        if (nearest >= 0 && minima.isAt(nearest, loss, map.epsilon())) {
            numbers[cell] = nearest;
            group(minima.value(nearest), cell);
        } else if (!isAtRest(way, loss)) {
            moving[cell] = true;
        } else if (nearest < 0 || rests.distance(minima.all().get(nearest).at(), end) >= Rests.NEAR) {
            still.add(new Still(cell, end, loss));
        }
    }

    /// Whether neither the parameters nor J go on by more than what counts as the same.
    private boolean isAtRest(double[][] way, double loss) {
        Stillness stillness = new Stillness(
                rests.distance(way[0], way[3]), rests.distance(way[1], way[2]), rests.distance(way[2], way[3]));
        return stillness.isAtRest() && Math.abs(loss - values.value(way[2])) < map.epsilon();
    }

    private void group(double value, int cell) {
        groups.computeIfAbsent(value, _ -> new BitSet()).set(cell);
    }

    /// Gathers what was added: the lowest first, so that basins have their numbers from low to high as far as they are
    /// found at once.
    ///
    /// @return the cells that came to something, and what they are to reach, so that their steps can be counted
    synchronized Map<Target, BitSet> gather() {
        double sign = map.minima().goal() == Goal.MINIMISE ? 1 : -1;
        still.sort(Comparator.comparingDouble((Still end) -> sign * end.loss).thenComparingInt(Still::cell));
        int first = map.minima().all().size();
        for (Still end : still) {
            int number = rests.join(end.at, end.loss);
            if (number >= 0) {
                numbers[end.cell] = first + number;
                group(rests.founder(number), end.cell);
            }
        }
        gathered = rests.all();
        Map<Target, BitSet> targets = new HashMap<>();
        groups.forEach((value, cells) -> targets.put(new Target(value, map.epsilon()), cells));
        still.clear();
        groups.clear();
        return targets;
    }

    /// What a cell came to, −1 for nothing. A basin that turned out to be a part of another has the other's number.
    int number(int cell) {
        int first = map.minima().all().size();
        int number = numbers[cell];
        return number < first ? number : first + gathered.get(number - first).number();
    }

    /// Whether the run of a cell came to nothing because it had not stopped moving.
    boolean isMoving(int cell) {
        return moving[cell];
    }

    /// What runs come to, by number.
    List<Destination> destinations() {
        List<Destination> all = new ArrayList<>();
        map.minima().all().forEach(minimum -> all.add(Destination.of(minimum)));
        gathered.forEach(rest -> all.add(new Destination(rest.best(), rest.place(), false, rest.wide())));
        return all;
    }
}
