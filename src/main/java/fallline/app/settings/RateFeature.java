package fallline.app.settings;

import fallline.app.feature.Command;
import fallline.app.feature.Feature;
import fallline.app.feature.Key;
import fallline.app.feature.MenuPlace.Menu;
import fallline.experiment.Run;
import fallline.experiment.edit.Edits;
import fallline.experiment.edit.RateEdits;
import fallline.optimizer.Optimizer;
import fallline.workbench.Workbench;
import java.util.List;

/// Doubles and halves the learning rate of the chosen run.
public final class RateFeature implements Feature {
    private final Workbench workbench;

    public RateFeature(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("half-rate", "Half the learning rate", () -> scale(0.5))
                        .on(Key.typed("[", "["))
                        .changing("rate")
                        .in(Menu.RUN, 2),
                Command.of("twice-rate", "Twice the learning rate", () -> scale(2))
                        .on(Key.typed("]", "]"))
                        .changing("rate")
                        .in(Menu.RUN, 2));
    }

    private void scale(double factor) {
        Run chosen = workbench.scene().chosen();
        Optimizer optimizer = workbench.resolver().optimizer(workbench.experiment(), chosen);
        int from = Edits.from(workbench.view());
        workbench.edit(RateEdits.withScaledRate(workbench.experiment(), chosen.name(), optimizer, factor, from));
    }
}
