package fallline.experiment.view;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// Which runs are looked at.
///
/// @param chosen the run that the settings belong to
/// @param hidden the names of runs that are not drawn
public record RunsLook(String chosen, Set<String> hidden) {
    public RunsLook {
        hidden = Collections.unmodifiableSet(new TreeSet<>(hidden));
    }

    public RunsLook withChosen(String name) {
        return new RunsLook(name, hidden);
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
}
