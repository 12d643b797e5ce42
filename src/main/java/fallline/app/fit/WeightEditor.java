package fallline.app.fit;

import fallline.app.controls.ErrorLine;
import fallline.app.controls.Focus;
import fallline.app.controls.NumberField;
import fallline.app.controls.Rows;
import fallline.app.paint.FigureView;
import fallline.experiment.edit.Edits;
import fallline.figure.fit.NetworkFigure;
import fallline.number.Numbers;
import fallline.objective.Objective;
import fallline.workbench.Scene;
import fallline.workbench.Workbench;
import java.awt.geom.Point2D;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/// Reads and changes the weights of a network in its drawing: what is pointed at is named, and a click opens a field
/// for it. What is changed is the start, from which every run begins.
final class WeightEditor {
    private static final double GAP = 10;

    private final Workbench workbench;
    private final FigureView view;
    private final Runnable redraw;
    private final Pane overlay = new Pane();
    private final Label head = new Label();
    private final Label note = new Label();
    private final NumberField field = Rows.called(NumberField.of(this::onNumber), "Weight");
    private final VBox card = new VBox(4, head, field, new ErrorLine(field.errorProperty()), note);
    private OptionalInt pointed = OptionalInt.empty();
    private OptionalInt edited = OptionalInt.empty();

    /// @param redraw shows the figure anew
    WeightEditor(Workbench workbench, FigureView view, Runnable redraw) {
        this.workbench = workbench;
        this.view = view;
        this.redraw = redraw;
        overlay.setPickOnBounds(false);
        overlay.setMinSize(0, 0);
        overlay.getChildren().setAll(card);
        card.setId("weight-card");
        card.getStyleClass().add("weight-card");
        card.setVisible(false);
        card.setMaxWidth(220);
        head.setId("weight-name");
        head.getStyleClass().add("caption");
        note.setId("weight-note");
        note.getStyleClass().add("note");
        note.setWrapText(true);
        note.setMaxWidth(200);
        note.managedProperty().bind(note.visibleProperty());
        field.setId("weight-field");
    }

    /// What lies over the figure: the field.
    Pane overlay() {
        return overlay;
    }

    void listen() {
        view.addEventHandler(MouseEvent.MOUSE_MOVED, this::onMoved);
        view.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> point(OptionalInt.empty()));
        view.addEventHandler(MouseEvent.MOUSE_CLICKED, this::onClicked);
        field.addEventHandler(
                ActionEvent.ACTION,
                _ -> Platform.runLater(() -> {
                    if (field.errorProperty().get().isEmpty()) {
                        Focus.toWindow(field);
                    }
                }));
        field.focusedProperty().subscribe((before, focused) -> {
            if (before && !focused) {
                close();
            }
        });
    }

    /// The place in θ of the weight that is pointed at or edited.
    OptionalInt pointed() {
        return edited.isPresent() ? edited : pointed;
    }

    /// Closes the field where another problem is shown.
    void follow(Scene scene) {
        Objective objective = scene.experiment().problem().objective();
        if ((edited.isPresent() && edited.getAsInt() >= objective.dimension())
                || !scene.view().fit().network()) {
            close();
        }
    }

    private Optional<NetworkFigure> figure() {
        return view.shown()
                .map(FigureView.Shown::figure)
                .flatMap(figure -> figure instanceof NetworkFigure network ? Optional.of(network) : Optional.empty());
    }

    private OptionalInt parameter(MouseEvent event) {
        return figure().map(
                        network -> network.parameter(view.shown().orElseThrow().size(), event.getX(), event.getY()))
                .orElse(OptionalInt.empty());
    }

    private void onMoved(MouseEvent event) {
        if (figure().isPresent()) {
            OptionalInt now = parameter(event);
            view.setCursor(now.isPresent() ? Cursor.HAND : Cursor.DEFAULT);
            point(now);
        }
    }

    private void point(OptionalInt now) {
        if (!now.equals(pointed)) {
            pointed = now;
            redraw.run();
        }
    }

    private void onClicked(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress() || figure().isEmpty()) {
            return;
        }
        OptionalInt place = parameter(event);
        if (place.isPresent()) {
            open(place.getAsInt());
            event.consume();
        } else {
            close();
        }
    }

    private void open(int place) {
        Scene scene = workbench.scene();
        String name = scene.experiment().problem().objective().parameterNames().get(place);
        head.setText("Start of " + name);
        int step = scene.chosenTrace().map(scene::shownStep).orElse(0);
        note.setText("The picture shows step " + Numbers.whole(step) + "; this changes the start, at step 0.");
        note.setVisible(step > 0);
        edited = OptionalInt.of(place);
        field.setNumber(scene.experiment().startPoint()[place]);
        card.setVisible(true);
        card.applyCss();
        card.autosize();
        Point2D at = figure().orElseThrow().place(view.shown().orElseThrow().size(), place);
        card.relocate(
                Math.clamp(at.getX() + GAP, 2, Math.max(2, view.getWidth() - card.getWidth() - 2)),
                Math.clamp(at.getY() + GAP, 2, Math.max(2, view.getHeight() - card.getHeight() - 2)));
        redraw.run();
        field.requestFocus();
    }

    private void close() {
        if (edited.isPresent()) {
            edited = OptionalInt.empty();
            card.setVisible(false);
            redraw.run();
        }
    }

    private void onNumber(double value) {
        edited.ifPresent(place -> workbench.edit(Edits.withStartCoordinate(workbench.experiment(), place, value)));
    }
}
