package fallline.app.fit;

import fallline.app.controls.ArrowGroup;
import fallline.app.controls.Focus;
import fallline.app.controls.Quietly;
import fallline.app.controls.Rows;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.app.pane.Chip;
import fallline.experiment.view.FitLook;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/// Chooses the two features on the axes of a fit, where there are more than two.
final class FeaturePair extends FlowPane {
    private final ComboBox<String> across = new ComboBox<>();
    private final ComboBox<String> upwards = new ComboBox<>();
    private final Consumer<UnaryOperator<FitLook>> look;
    private FitLook shown = FitLook.INITIAL;
    private final Quietly quietly = new Quietly();

    /// @param look changes how the fit is looked at
    FeaturePair(Consumer<UnaryOperator<FitLook>> look) {
        this.look = look;
        getStyleClass().add("feature-pair");
        setId("feature-pair");
        managedProperty().bind(visibleProperty());
        across.setAccessibleText("Horizontal feature");
        upwards.setAccessibleText("Vertical feature");
        across.setId("fit-across");
        upwards.setId("fit-upwards");
        for (ComboBox<String> box : List.of(across, upwards)) {
            box.getStyleClass().add("small-combo");
            Focus.returnedAfterChoice(box);
            Tips.on(box, Term.SHOWN_FEATURES);
            Chip.fit(box, name -> name);
            box.setOnAction(_ -> onChoice(box));
        }
        ArrowGroup.in(this);
        Label cross = Tips.on(new Label("×"), Term.SHOWN_FEATURES);
        cross.getStyleClass().add("card-subtitle");
        getChildren().setAll(Rows.caption("Features", Term.SHOWN_FEATURES), across, cross, upwards);
    }

    /// Model to view.
    ///
    /// @param names the features; fewer than three are not to be chosen among
    void offer(List<String> names, FitLook now) {
        setVisible(names.size() > 2);
        if (names.size() <= 2) {
            return;
        }
        quietly.run(() -> {
            shown = now.among(names.size());
            for (ComboBox<String> box : List.of(across, upwards)) {
                if (!box.getItems().equals(names)) {
                    box.getItems().setAll(names);
                }
            }
            across.getSelectionModel().select(shown.across());
            upwards.getSelectionModel().select(shown.upwards());
        });
    }

    /// A feature stands on one axis only: choosing it for the other swaps the two.
    private void onChoice(ComboBox<String> changed) {
        int x = across.getSelectionModel().getSelectedIndex();
        int y = upwards.getSelectionModel().getSelectedIndex();
        if (quietly.isQuiet() || x < 0 || y < 0) {
            return;
        }
        boolean swap = x == y;
        int nextX = swap && changed == upwards ? shown.upwards() : x;
        int nextY = swap && changed == across ? shown.across() : y;
        look.accept(before -> before.withFeatures(nextX, nextY));
    }
}
