package fallline.experiment;

import fallline.text.Quote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the runs of one experiment have of one another: looks that tell them apart, and forks that lead to runs which
/// are there.
final class Kinship {
    private Kinship() {}

    /// The runs, each with a look, and none forked from a run that is not there.
    ///
    /// @throws IllegalArgumentException with a sentence, if forks go round in a circle
    static List<Run> settled(List<Run> runs) {
        Map<String, Run> byName = new HashMap<>();
        int[] worn = new int[Run.LOOKS];
        for (Run run : runs) {
            byName.put(run.name(), run);
            run.look().ifPresent(look -> worn[look]++);
        }
        List<Run> settled = new ArrayList<>();
        for (Run run : runs) {
            Run fitted = run.look().isPresent() ? run : run.withLook(first(worn));
            settled.add(withFamily(fitted, byName));
        }
        return List.copyOf(settled);
    }

    /// The first of the looks that the fewest runs have; it is worn from now on.
    private static int first(int[] worn) {
        int least = 0;
        for (int look = 1; look < worn.length; look++) {
            least = worn[look] < worn[least] ? look : least;
        }
        worn[least]++;
        return least;
    }

    private static Run withFamily(Run run, Map<String, Run> byName) {
        Set<String> seen = new HashSet<>();
        for (Run one = run; one != null; ) {
            if (!seen.add(one.name())) {
                throw new IllegalArgumentException("the forks of " + Quote.of(run.name()) + " go round in a circle");
            }
            one = one.fork().flatMap(Fork::of).map(byName::get).orElse(null);
        }
        return run.fork()
                .filter(fork ->
                        fork.of().filter(name -> !byName.containsKey(name)).isPresent())
                .map(fork -> run.withFork(Optional.of(new Fork(Optional.empty(), fork.step()))))
                .orElse(run);
    }
}
