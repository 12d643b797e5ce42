package fallline.app.runs;

import fallline.app.feature.Command;
import fallline.app.feature.Feature;
import fallline.app.feature.Key;
import fallline.experiment.Run;
import fallline.workbench.Workbench;
import java.util.ArrayList;
import java.util.List;

/// Shows and hides the first nine runs by their numbers, and shows one of them alone.
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
        all.add(Command.of("solo-run", "Show one run alone, or all again", () -> {})
                .on(Key.typed("Alt 1 – 9", ""))
                .enabledWhen(() -> false));
        for (int place = 0; place < NUMBERED; place++) {
            int which = place;
            String number = String.valueOf(place + 1);
            all.add(Command.of("toggle-run-" + number, "Show or hide run " + number, () -> toggle(which))
                    .on(Key.typed("", number))
                    .enabledWhen(() -> which < runs().size()));
            all.add(Command.of("solo-run-" + number, "Show only run " + number, () -> solo(which))
                    .on(Key.altDigit(place + 1))
                    .enabledWhen(() -> which < runs().size() && runs().size() > 1));
        }
        return all;
    }

    private List<Run> runs() {
        return workbench.experiment().runs();
    }

    private void solo(int place) {
        List<String> names = runs().stream().map(Run::name).toList();
        workbench.look(workbench.view().withRuns(look -> look.withSolo(names.get(place), names)));
    }

    private void toggle(int place) {
        String run = runs().get(place).name();
        workbench.look(workbench.view().withRuns(look -> look.withToggled(run)));
    }
}
