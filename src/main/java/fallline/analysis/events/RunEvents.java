package fallline.analysis.events;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/// The steps of one run at which something happened, one bit a step and kind. Immutable.
public final class RunEvents {
    /// Nothing happened.
    public static final RunEvents NONE = new RunEvents(new EnumMap<>(EventKind.class), false);

    private final Map<EventKind, BitSet> steps;
    private final boolean coarse;

    /// @param steps by kind; nobody writes them any more
    /// @param coarse whether turns are known between stored steps only
    RunEvents(Map<EventKind, BitSet> steps, boolean coarse) {
        this.steps = steps;
        this.coarse = coarse;
    }

    /// The first step behind `step` at which something of these kinds happened.
    public OptionalInt next(int step, Set<EventKind> kinds) {
        return kinds.stream()
                .filter(steps::containsKey)
                .mapToInt(kind -> bits(kind).nextSetBit(Math.max(0, step + 1)))
                .filter(at -> at >= 0)
                .min();
    }

    /// The last step before `step` at which something of these kinds happened.
    public OptionalInt previous(int step, Set<EventKind> kinds) {
        return kinds.stream()
                .filter(kind -> step > 0 && steps.containsKey(kind))
                .mapToInt(kind -> bits(kind).previousSetBit(step - 1))
                .filter(at -> at >= 0)
                .max();
    }

    /// What happened at `step`.
    public Set<EventKind> at(int step) {
        EnumSet<EventKind> found = EnumSet.noneOf(EventKind.class);
        steps.forEach((kind, bits) -> {
            if (step >= 0 && bits.get(step)) {
                found.add(kind);
            }
        });
        return found;
    }

    /// The steps at which something of this kind happened, rising.
    public int[] steps(EventKind kind) {
        return bits(kind).stream().toArray();
    }

    /// The step with the best J; empty where no J is finite.
    public OptionalInt best() {
        int at = bits(EventKind.BEST).nextSetBit(0);
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
    }

    /// How many epochs had ended up to `step`, that one included.
    public int epochs(int step) {
        return bits(EventKind.EPOCH).get(0, step + 1).cardinality();
    }

    /// Whether turns were looked for between the steps whose parameters are stored only, because going to all others
    /// would cost as much as the run.
    public boolean isCoarse() {
        return coarse;
    }

    private BitSet bits(EventKind kind) {
        return steps.getOrDefault(kind, new BitSet());
    }
}
