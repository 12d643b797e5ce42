package fallline.app.present;

import fallline.app.transport.TransportModel;
import fallline.experiment.view.PresenterLook;
import fallline.experiment.view.PresenterLook.Control;
import fallline.number.Numbers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// What stands below the panes of a stage: questions, the number of the step, and the controls that were ticked, which
/// are lent by the window.
final class StageStrip extends VBox {
    private static final double RATE_WIDTH = 300;
    private static final double SCRUB_WIDTH = 180;

    private final Label number = new Label();
    private final FlowPane controls = new FlowPane(12, 4);
    private final Loan loan = new Loan();
    private Subscription steps = Subscription.EMPTY;
    private Subscription words = Subscription.EMPTY;

    StageStrip(PresenterLook look, TransportModel model, Map<String, Node> offered) {
        setId("stage-strip");
        getStyleClass().add("stage-strip");
        number.setId("stage-step");
        number.getStyleClass().add("stage-step");
        number.setMinWidth(Region.USE_PREF_SIZE);
        steps = model.positionProperty().subscribe(at -> number.setText("Step " + Numbers.whole(at.step())));
        controls.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(controls, Priority.ALWAYS);
        look.controls().stream().sorted().forEach(control -> addControl(control, model, offered));
        HBox line = new HBox(14, number, controls);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("stage-line");
        Optional.ofNullable(offered.get("questions")).flatMap(loan::take).ifPresent(getChildren()::add);
        getChildren().add(line);
    }

    private void addControl(Control control, TransportModel model, Map<String, Node> offered) {
        if (control == Control.VERDICT) {
            controls.getChildren().add(verdict(model));
            return;
        }
        words(control)
                .flatMap(word -> Stream.ofNullable(offered.get(word)))
                .flatMap(node -> loan.take(node).stream())
                .forEach(node -> {
                    if (!node.visibleProperty().isBound()) {
                        node.setVisible(true);
                    }
                    controls.getChildren().add(framed(control, node));
                });
    }

    private static Stream<String> words(Control control) {
        return switch (control) {
            case RATE -> Stream.of("rate");
            case OPTIMIZER -> Stream.of("optimizer");
            case BATCH -> Stream.of("batch");
            case START -> Stream.of("start");
            case STEP -> Stream.of("back", "step");
            case PLAY -> Stream.of("play");
            case SCRUB -> Stream.of("scrub");
            case SPEED -> Stream.of("speed");
            case VERDICT -> Stream.empty();
        };
    }

    /// A card's part needs the room that it has there.
    private static Node framed(Control control, Node node) {
        double width =
                switch (control) {
                    case RATE, OPTIMIZER, BATCH, START -> RATE_WIDTH;
                    case SCRUB -> SCRUB_WIDTH;
                    case STEP, PLAY, SPEED, VERDICT -> Region.USE_COMPUTED_SIZE;
                };
        HBox frame = new HBox(node);
        frame.setAlignment(Pos.CENTER_LEFT);
        frame.getStyleClass().addAll("steer", "stage-control");
        frame.setPrefWidth(width);
        HBox.setHgrow(node, Priority.ALWAYS);
        return frame;
    }

    private Label verdict(TransportModel model) {
        Label label = new Label();
        label.setId("stage-verdict");
        label.setWrapText(true);
        label.setMaxWidth(RATE_WIDTH);
        words = model.narrationProperty().subscribe(now -> label.setText(now.sentence()));
        return label;
    }

    /// The controls that stand here.
    List<Node> controls() {
        return controls.getChildren();
    }

    /// Gives every control back to its place.
    void close() {
        steps.unsubscribe();
        words.unsubscribe();
        loan.giveBack();
        getChildren().clear();
    }
}
