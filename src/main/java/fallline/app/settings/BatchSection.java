package fallline.app.settings;

import fallline.analysis.SliderScale;
import fallline.app.controls.ErrorLine;
import fallline.app.controls.NumberField;
import fallline.app.controls.Rows;
import fallline.app.controls.Segments;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.app.controls.ValueSlider;
import fallline.experiment.edit.Batches;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

/// From how many rows a step takes its gradient: all, some, or one.
final class BatchSection extends VBox {
    private static final SliderScale ANY = new SliderScale(2, 3, true);

    private final SettingsController controller;
    private final ToggleButton full = segment("Batch", "batch-full", Term.BATCH, Batches.Kind.FULL);
    private final ToggleButton mini = segment("Mini-batch", "batch-mini", Term.MINI_BATCH, Batches.Kind.MINI);
    private final ToggleButton stochastic =
            segment("Stochastic", "batch-stochastic", Term.STOCHASTIC, Batches.Kind.STOCHASTIC);
    private final Segments segments = new Segments(List.of(full, mini, stochastic));
    private final Label reason = new Label();
    private final NumberField size;
    private final ValueSlider slider;
    private final VBox sizeRows = new VBox();

    BatchSection(SettingsController controller) {
        this.controller = controller;
        size = NumberField.whole(value -> {
            controller.onBatchSize(value);
            controller.onRelease();
        });
        slider = new ValueSlider(ANY, value -> controller.onBatchSize(Math.rint(value)), controller::onRelease);
        compose();
    }

    private ToggleButton segment(String text, String id, Term term, Batches.Kind kind) {
        ToggleButton button = new ToggleButton(text);
        button.setId(id);
        button.setOnAction(_ -> onSegment(kind));
        return Tips.on(button, term);
    }

    private void onSegment(Batches.Kind kind) {
        controller.onBatchKind(kind);
    }

    private void compose() {
        getStyleClass().add("setting");
        size.setId("batch-size");
        slider.setId("batch-size-slider");
        slider.setAccessibleText("Rows a batch");
        Tips.on(size, Term.BATCH_SIZE);
        Tips.on(slider, Term.BATCH_SIZE);
        reason.getStyleClass().add("note");
        reason.setWrapText(true);
        reason.setMinHeight(USE_PREF_SIZE);
        reason.managedProperty().bind(reason.visibleProperty());
        sizeRows.getStyleClass().add("setting");
        sizeRows.managedProperty().bind(sizeRows.visibleProperty());
        sizeRows.getChildren()
                .setAll(
                        Rows.line(Rows.caption("Rows a batch", Term.BATCH_SIZE), size),
                        slider,
                        new ErrorLine(size.errorProperty()));
        Label caption = Rows.caption("Gradient from", Term.GRADIENT);
        caption.getStyleClass().add("batch-caption");
        caption.managedProperty().bind(caption.visibleProperty()); // a low window hides it
        getChildren().setAll(caption, segments, reason, sizeRows);
    }

    void show(Batches batches) {
        boolean free = batches.refusal().isEmpty();
        segments.show(
                switch (batches.kind()) {
                    case FULL -> 0;
                    case MINI -> 1;
                    case STOCHASTIC -> 2;
                    case GIVEN -> -1;
                });
        mini.setDisable(!free);
        stochastic.setDisable(!free);
        String note = batches.kind() == Batches.Kind.GIVEN
                ? "The rows of every batch are listed in the file."
                : batches.refusal().orElse("");
        reason.setText(note);
        reason.setVisible(!note.isEmpty());
        sizeRows.setVisible(free && batches.kind() == Batches.Kind.MINI && batches.rows() > 2);
        size.setNumber(batches.size());
        if (batches.rows() > 2) {
            slider.show(new SliderScale(2, batches.rows(), true), batches.size());
        }
    }
}
