package fallline.picture.map;

import fallline.analysis.map.MapAxis;
import fallline.analysis.map.MapTask;
import fallline.analysis.map.MapWork;
import fallline.analysis.map.Minima;
import fallline.analysis.map.RunEnd;
import fallline.number.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What a map of runs shows, in a sentence or two, for those who cannot see it.
final class MapWords {
    /// More minima than these are too many to be listened to.
    private static final int MOST_MINIMA = 5;

    private MapWords() {}

    /// How many of the runs that are known came to the target, which was there first, and how many ended badly:
    /// `4 096 runs: 2 900 come near the best, the soonest after 12 steps at α 0.31; 20 % diverged.`
    static String sweep(MapWork work) {
        int[] known = known(work);
        List<String> parts = new ArrayList<>();
        int reach = 0;
        int soonest = -1;
        for (int cell : known) {
            RunEnd end = work.end(cell);
            if (end.reached() >= 0) {
                reach++;
                soonest = soonest < 0 || end.reached() < work.end(soonest).reached() ? cell : soonest;
            }
        }
        parts.add(
                soonest < 0
                        ? "none comes near the best"
                        : Numbers.whole(reach) + " come near the best, the soonest after "
                                + Numbers.whole(work.end(soonest).reached()) + " steps at " + place(work, soonest));
        addBad(work, known, parts);
        return head(work, known) + String.join("; ", parts) + ".";
    }

    /// From how many starts each minimum is reached: `65 536 runs: (3, 2) from 41 %; 3 % diverged.`
    static String basins(MapWork work, Minima minima) {
        int[] known = known(work);
        List<String> parts = new ArrayList<>();
        IntStream.range(0, Math.min(MOST_MINIMA, minima.all().size())).forEach(minimum -> {
            long from = IntStream.of(known)
                    .filter(cell -> work.end(cell).minimum() == minimum)
                    .count();
            String place = minima.all().get(minimum).place();
            parts.add((place.isEmpty() ? "the minimum" : place) + " from " + share(from, known));
        });
        if (minima.all().size() > MOST_MINIMA) {
            parts.add(Numbers.whole(minima.all().size() - MOST_MINIMA) + " more minima");
        }
        addBad(work, known, parts);
        return head(work, known) + String.join("; ", parts) + ".";
    }

    private static int[] known(MapWork work) {
        MapTask task = work.task();
        return IntStream.range(0, task.columns() * task.rows())
                .filter(work::isKnown)
                .toArray();
    }

    private static String head(MapWork work, int[] known) {
        int all = work.task().columns() * work.task().rows();
        String of = known.length < all ? " of " + Numbers.whole(all) : "";
        return Numbers.whole(known.length) + of + " runs: ";
    }

    private static void addBad(MapWork work, int[] known, List<String> parts) {
        for (RunEnd.Kind kind : RunEnd.Kind.values()) {
            long many = IntStream.of(known)
                    .filter(cell -> work.end(cell).kind() == kind)
                    .count();
            if (kind != RunEnd.Kind.LOWER && many > 0) {
                String words = kind.isBroken() ? kind.words() : "ended higher than they began";
                parts.add(share(many, known) + " " + words);
            }
        }
    }

    private static String share(long part, int[] of) {
        long percent = Math.round(100.0 * part / Math.max(1, of.length));
        return part > 0 && percent == 0 ? "less than 1 %" : percent + " %";
    }

    private static String place(MapWork work, int cell) {
        MapTask task = work.task();
        String across = named(task.x(), cell % task.columns());
        return task.y()
                .map(axis -> across + ", " + named(axis, Math.floorDiv(cell, task.columns())))
                .orElse(across);
    }

    private static String named(MapAxis axis, int cell) {
        return axis.label() + " " + axis.words(cell);
    }
}
