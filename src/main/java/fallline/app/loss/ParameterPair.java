package fallline.app.loss;

import fallline.app.controls.Focus;
import fallline.app.controls.Quietly;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.app.pane.Chip;
import fallline.experiment.view.PlaneChoice;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// Chooses the two parameters on the axes.
final class ParameterPair {
    private static final double GAP = 5;

    private final ComboBox<String> horizontal = new ComboBox<>();
    private final ComboBox<String> vertical = new ComboBox<>();
    private final Consumer<PlaneChoice> choose;
    private PlaneChoice.Parameters shown = new PlaneChoice.Parameters(0, 1);
    private final List<Node> nodes;
    private final Quietly quietly = new Quietly();

    ParameterPair(Consumer<PlaneChoice> choose) {
        this.choose = choose;
        horizontal.setAccessibleText("Horizontal parameter");
        vertical.setAccessibleText("Vertical parameter");
        horizontal.setId("plane-horizontal");
        vertical.setId("plane-vertical");
        horizontal.setTooltip(
                new Tooltip("The parameter on the horizontal axis; those on no axis are held at the playhead"));
        vertical.setTooltip(
                new Tooltip("The parameter on the vertical axis; those on no axis are held at the playhead"));
        for (ComboBox<String> box : List.of(horizontal, vertical)) {
            box.getStyleClass().add("small-combo");
            Focus.returnedAfterChoice(box);
            Chip.fit(box, name -> name);
            box.setOnAction(_ -> onChoice(box));
        }
        Label cross = Tips.on(new Label("×"), Term.SHOWN_PARAMETERS);
        cross.getStyleClass().add("card-subtitle");
        HBox second = new HBox(GAP, cross, vertical);
        second.setAlignment(Pos.CENTER_LEFT);
        nodes = List.of(horizontal, second);
    }

    /// Its parts, in order, so that they wrap with what stands before them.
    List<Node> nodes() {
        return nodes;
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
