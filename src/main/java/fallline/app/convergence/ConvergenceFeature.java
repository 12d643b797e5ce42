package fallline.app.convergence;

import fallline.app.desk.Desk;
import fallline.app.desk.Pointing;
import fallline.app.feature.Command;
import fallline.app.feature.Feature;
import fallline.app.feature.Key;
import fallline.app.feature.MenuPlace.Menu;
import fallline.app.pane.PlacedPane;
import fallline.app.pane.PlacedPane.Place;
import fallline.app.race.RepeatsModel;
import fallline.workbench.Workbench;
import java.util.List;
import java.util.function.IntConsumer;

/// Brings the pane of the curves.
public final class ConvergenceFeature implements Feature {
    private final Workbench workbench;
    private final ConvergenceController controller;

    /// @param moveTo moves the playhead by hand
    public ConvergenceFeature(Desk desk, Pointing pointing, IntConsumer moveTo, RepeatsModel repeats) {
        workbench = desk.workbench();
        controller = new ConvergenceController(desk, pointing, moveTo, repeats);
    }

    @Override
    public List<PlacedPane> panes() {
        return List.of(new PlacedPane(controller.pane(), Place.LOWER_LEFT));
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("logarithmic", "Logarithmic axis", this::onLogarithmic)
                        .on(Key.letter('L'))
                        .in(Menu.VIEW, 3)
                        .switching(() -> workbench.view().convergence().logarithmic()),
                Command.of("measure", "What the curves show", controller::onNextMeasure)
                        .on(Key.letter('J'))
                        .in(Menu.VIEW, 3),
                Command.of("curve-table", "Table of the curves…", controller::onTable)
                        .in(Menu.VIEW, 3)
                        .tipped("The numbers of the convergence curves, a line a step."),
                Command.of("across", "Steps, evaluations or epochs", controller::onNextAcross)
                        .on(Key.letter('V'))
                        .in(Menu.VIEW, 3));
    }

    private void onLogarithmic() {
        workbench.look(workbench.view().withConvergence(curves -> curves.withLogarithmic(!curves.logarithmic())));
    }
}
