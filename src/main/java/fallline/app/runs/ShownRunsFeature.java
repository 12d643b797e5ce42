package fallline.app.runs;

import fallline.app.feature.Command;
import fallline.app.feature.Feature;
import fallline.app.feature.Key;
import fallline.experiment.Run;
import fallline.workbench.Workbench;
import java.util.ArrayList;
import java.util.List;

/// Shows and hides the first nine runs by their numbers.
public final class ShownRunsFeature implements Feature {
    private static final int NUMBERED = 9;

    private final Workbench workbench;

    public ShownRunsFeature(Workbench workbench) {
        this.workbench = workbench;
    }

    /// One for each number; the list of keys says it once for all.
    @Override
    public List<Command> commands() {
        List<Command> all = new ArrayList<>();
        all.add(Command.of("toggle-run", "Show or hide a run", () -> {})
                .on(Key.typed("1 – 9", ""))
                .enabledWhen(() -> false));
        for (int place = 0; place < NUMBERED; place++) {
            int which = place;
            String number = String.valueOf(place + 1);
            all.add(Command.of("toggle-run-" + number, "Show or hide run " + number, () -> toggle(which))
                    .on(Key.typed("", number))
                    .enabledWhen(() -> which < runs().size()));
        }
        return all;
    }

    private List<Run> runs() {
        return workbench.experiment().runs();
    }

    private void toggle(int place) {
        String run = runs().get(place).name();
        workbench.look(workbench.view().withRuns(look -> look.withToggled(run)));
    }
}
