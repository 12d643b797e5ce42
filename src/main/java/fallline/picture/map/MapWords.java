package fallline.picture.map;

import fallline.analysis.map.Destination;
import fallline.analysis.map.MapAxis;
import fallline.analysis.map.MapTask;
import fallline.analysis.map.MapWork;
import fallline.analysis.map.RunEnd;
import fallline.number.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What a map of runs shows, in a sentence or two, for those who cannot see it.
final class MapWords {
    /// More minima or basins than these are too many to be listened to.
    private static final int MOST_NAMED = 5;

    private MapWords() {}

    /// How many of the runs that are known came to the target, which was there first, and how many ended badly:
    /// `4 096 runs: 2 900 come near the best, the soonest after 12 steps at α 0.31; 20 % diverged.`
    /// Where the best is not known the target is told: `2 900 come to J < 0.1`.
    static String sweep(MapWork work, MapTask.Sweep task) {
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
        String where = task.known() ? "near the best" : "to " + SweepTasks.targetWords(task);
        parts.add(
                soonest < 0
                        ? "none comes " + where
                        : Numbers.whole(reach) + (reach == 1 ? " comes " : " come ") + where + ", the soonest after "
                                + steps(work.end(soonest).reached()) + " at " + place(work, soonest));
        addBad(work, known, parts);
        return head(work, known) + String.join("; ", parts) + ".";
    }

    /// From how many starts each minimum is reached, and each basin that was found:
    /// `65 536 runs: (3, 2) from 41 %; (1, 1), J 0.50 from 9 %; 3 % diverged; 5 % still moving.`
    static String basins(MapWork work) {
        int[] known = known(work);
        List<String> parts = new ArrayList<>();
        List<Destination> all = work.destinations();
        long[] from = new long[all.size()];
        long moving = 0;
        for (int cell : known) {
            RunEnd end = work.end(cell);
            if (end.minimum() >= 0) {
                from[end.minimum()]++;
            }
            moving += end.moving() && end.kind() == RunEnd.Kind.LOWER ? 1 : 0;
        }
        // a basin that turned out to be a part of another has no runs of its own
        int[] told = IntStream.range(0, all.size())
                .filter(k -> all.get(k).known() || from[k] > 0)
                .toArray();
        IntStream.of(told).limit(MOST_NAMED).forEach(k -> {
            parts.add(BasinWords.of(all.get(k)) + " from " + share(from[k], known.length));
        });
        if (told.length > MOST_NAMED) {
            parts.add(Numbers.whole(told.length - MOST_NAMED) + " more");
        }
        addBad(work, known, parts);
        if (moving > 0) {
            parts.add(share(moving, known.length) + " still moving");
        }
        return head(work, known) + String.join("; ", parts) + ".";
    }

    /// `1 step`, `12 steps`.
    static String steps(long count) {
        return Numbers.whole(count) + (count == 1 ? " step" : " steps");
    }

    /// What part of the runs, in whole per cent: `41 %`, `under 1 %`.
    static String share(long part, long of) {
        long percent = Math.round(100.0 * part / Math.max(1, of));
        return part > 0 && percent == 0 ? "under 1 %" : percent + " %";
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
        return Numbers.whole(known.length) + of + (all == 1 ? " run: " : " runs: ");
    }

    private static void addBad(MapWork work, int[] known, List<String> parts) {
        for (RunEnd.Kind kind : RunEnd.Kind.values()) {
            long many = IntStream.of(known)
                    .filter(cell -> work.end(cell).kind() == kind)
                    .count();
            if (kind != RunEnd.Kind.LOWER && many > 0) {
                String words = kind.isBroken() ? kind.words() : "ended higher than they began";
                parts.add(share(many, known.length) + " " + words);
            }
        }
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
