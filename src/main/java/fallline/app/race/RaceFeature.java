package fallline.app.race;

import fallline.app.desk.Desk;
import fallline.app.feature.Command;
import fallline.app.feature.Feature;
import fallline.app.feature.MenuPlace.Menu;
import fallline.experiment.Run;
import fallline.experiment.edit.RepeatEdits;
import fallline.workbench.Workbench;
import java.util.List;

/// Brings the finish table, and runs repeated with other seeds.
public final class RaceFeature implements Feature {
    private final Desk desk;
    private final Workbench workbench;
    private final RepeatsModel repeats;

    /// @param repeats follows the workbench from now on
    public RaceFeature(Desk desk, RepeatsModel repeats) {
        this.desk = desk;
        this.repeats = repeats;
        workbench = desk.workbench();
        workbench.listen(repeats::follow);
        repeats.follow(workbench.scene());
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("finish-table", "Finish table…", () -> new FinishSheet(desk, repeats).open())
                        .in(Menu.RUN, 2)
                        .tipped("Steps and evaluations that each run took to a target, final J and verdict."),
                Command.of("repeat-run", "Repeat with seeds…", this::onRepeat)
                        .in(Menu.RUN, 3)
                        .enabledWhen(this::canRepeat)
                        .tipped("The chosen run again with other seeds: median, quartiles and ends of the repeats."),
                Command.of("repeat-none", "Remove the repeats", this::onNone)
                        .in(Menu.RUN, 3)
                        .enabledWhen(() -> chosen().repeats().isPresent()));
    }

    /// Asks how often the chosen run is to be repeated.
    public void onRepeat() {
        new RepeatSheet(desk).open();
    }

    private Run chosen() {
        return workbench.scene().chosen();
    }

    private boolean canRepeat() {
        return chosen().recorded().isEmpty();
    }

    private void onNone() {
        workbench.edit(RepeatEdits.without(workbench.experiment(), chosen().name()));
    }
}
