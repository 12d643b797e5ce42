package fallline.app.loss;

import fallline.app.controls.Quietly;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.experiment.view.PlaneChoice;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// Chooses the two parameters on the axes.
final class ParameterPair extends HBox {
    private final ComboBox<String> horizontal = new ComboBox<>();
    private final ComboBox<String> vertical = new ComboBox<>();
    private final Consumer<PlaneChoice> choose;
    private PlaneChoice.Parameters shown = new PlaneChoice.Parameters(0, 1);
    private final Quietly quietly = new Quietly();

    ParameterPair(Consumer<PlaneChoice> choose) {
        this.choose = choose;
        getStyleClass().add("plane-chooser");
        setAlignment(Pos.CENTER_LEFT);
        horizontal.setId("plane-horizontal");
        vertical.setId("plane-vertical");
        horizontal.setTooltip(
                new Tooltip("The parameter on the horizontal axis; those on no axis are held at the playhead"));
        vertical.setTooltip(
                new Tooltip("The parameter on the vertical axis; those on no axis are held at the playhead"));
        for (ComboBox<String> box : List.of(horizontal, vertical)) {
            box.getStyleClass().add("small-combo");
            box.setFocusTraversable(false);
            box.setOnAction(_ -> onChoice(box));
        }
        Label cross = Tips.on(new Label("×"), Term.SHOWN_PARAMETERS);
        cross.getStyleClass().add("card-subtitle");
        getChildren().setAll(horizontal, cross, vertical);
    }

    /// Model to view.
    void offer(List<String> names, PlaneChoice.Parameters plane) {
        quietly.run(() -> {
            shown = plane;
            for (ComboBox<String> box : List.of(horizontal, vertical)) {
                if (!box.getItems().equals(names)) {
                    box.getItems().setAll(names);
                }
            }
            horizontal.getSelectionModel().select(plane.horizontal());
            vertical.getSelectionModel().select(plane.vertical());
        });
    }

    /// A parameter stands on one axis only: choosing it for the other swaps the two.
    private void onChoice(ComboBox<String> changed) {
        int across = horizontal.getSelectionModel().getSelectedIndex();
        int up = vertical.getSelectionModel().getSelectedIndex();
        if (quietly.isQuiet() || across < 0 || up < 0) {
            return;
        }
        if (across == up) {
            int other = changed == horizontal ? shown.horizontal() : shown.vertical();
            across = changed == horizontal ? across : other;
            up = changed == horizontal ? other : up;
        }
        choose.accept(new PlaneChoice.Parameters(across, up));
    }
}
