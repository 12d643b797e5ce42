package fallline.experiment.view;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Which runs are looked at.
///
/// @param chosen the run that the settings belong to
/// @param hidden the names of runs that are not drawn
/// @param before what was hidden before a run was looked at alone; empty where none is, or that is not known any more
public record RunsLook(String chosen, Set<String> hidden, Optional<Set<String>> before) {
    public RunsLook {
        hidden = sorted(hidden);
        before = before.map(RunsLook::sorted);
    }

    /// As above, with no run that is looked at alone for a while.
    public RunsLook(String chosen, Set<String> hidden) {
        this(chosen, hidden, Optional.empty());
    }

    private static Set<String> sorted(Set<String> names) {
        return Collections.unmodifiableSet(new TreeSet<>(names));
    }

    public RunsLook withChosen(String name) {
        return new RunsLook(name, hidden, before);
    }

    public RunsLook withHidden(Set<String> names) {
        return new RunsLook(chosen, names);
    }

    /// With the run shown if it was hidden, and the other way round.
    public RunsLook withToggled(String run) {
        Set<String> names = new TreeSet<>(hidden);
        if (!names.remove(run)) {
            names.add(run);
        }
        return withHidden(names);
    }

    /// With another name of a run, where it is hidden or was.
    public RunsLook withRenamed(String run, String name) {
        return new RunsLook(
                chosen.equals(run) ? name : chosen,
                renamed(hidden, run, name),
                before.map(names -> renamed(names, run, name)));
    }

    private static Set<String> renamed(Set<String> names, String run, String name) {
        Set<String> others = new TreeSet<>(names);
        if (others.remove(run)) {
            others.add(name);
        }
        return others;
    }

    /// Whether the run is drawn and no other is.
    ///
    /// @param all the names of all runs
    public boolean isSolo(String run, Collection<String> all) {
        return all.size() > 1 && all.stream().allMatch(name -> name.equals(run) != hidden.contains(name));
    }

    /// With the run chosen and drawn alone; if it is already, the others come back as they were.
    ///
    /// @param all the names of all runs
    public RunsLook withSolo(String run, Collection<String> all) {
        if (isSolo(run, all)) {
            Set<String> shown = new TreeSet<>(before.orElse(Set.of()));
            shown.remove(run); // it stays in sight
            return new RunsLook(run, shown);
        }
        Set<String> others = new TreeSet<>(all);
        others.remove(run);
        return new RunsLook(run, others, before.or(() -> Optional.of(hidden)));
    }
}
