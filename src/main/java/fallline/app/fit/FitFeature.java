package fallline.app.fit;

import fallline.app.desk.Desk;
import fallline.app.desk.Pointing;
import fallline.app.feature.Command;
import fallline.app.feature.Feature;
import fallline.app.feature.Key;
import fallline.app.feature.MenuPlace.Menu;
import fallline.app.pane.PlacedPane;
import fallline.app.pane.PlacedPane.Place;
import java.util.List;
import javafx.scene.input.KeyCode;

/// Brings the pane of the fit.
public final class FitFeature implements Feature {
    private final FitController controller;

    public FitFeature(Desk desk, Pointing pointing) {
        controller = new FitController(desk, pointing);
    }

    @Override
    public List<PlacedPane> panes() {
        return List.of(new PlacedPane(controller.pane(), Place.UPPER_RIGHT));
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("residuals", "Residuals", controller::onSticks)
                        .on(Key.letter('S'))
                        .in(Menu.VIEW, 2)
                        .enabledWhen(controller::offersSticks)
                        .switching(controller::hasSticks),
                Command.of("squares", "Areas of the residuals", controller::onSquares)
                        .on(Key.letter('A'))
                        .in(Menu.VIEW, 2)
                        .enabledWhen(controller::offersSquares)
                        .switching(controller::hasSquares),
                Command.of("edit-data", "Edit the data", controller::onEditing)
                        .on(Key.letter('I'))
                        .in(Menu.EDIT, 3)
                        .enabledWhen(controller::offersEditing)
                        .switching(controller::isEditing),
                Command.of("delete-point", "Remove the chosen point", controller::onDelete)
                        .on(Key.pressed("Delete", KeyCode.DELETE))
                        .in(Menu.EDIT, 3));
    }
}
