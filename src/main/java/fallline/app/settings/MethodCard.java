package fallline.app.settings;

import fallline.app.controls.Fold;
import fallline.app.controls.Term;
import fallline.app.desk.Desk;
import fallline.app.typeset.EquationList;
import fallline.figure.paint.Typesetter;
import fallline.optimizer.Optimizer;
import fallline.optimizer.OptimizerCard;
import java.util.Optional;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// What people should know about the chosen optimizer: what it does, its equations, what matters, when it fails.
final class MethodCard extends StackPane {
    private final EquationList equations;
    private final VBox content = new VBox();
    private final Fold fold = new Fold("method-fold", "How it works", Term.HOW_IT_WORKS, content);
    private Optional<Optimizer> shown = Optional.empty();

    MethodCard(Desk desk, Typesetter typesetter) {
        equations = new EquationList(typesetter, desk.appearance().themeProperty(), desk.questions());
        fold.remembered(desk.appearance().foldsProperty());
        content.setId("method-card");
        content.getStyleClass().add("method-card");
        fold.onOpened(this::fill);
        getChildren().setAll(fold);
    }

    void show(Optional<Optimizer> optimizer) {
        if (!optimizer.equals(shown)) {
            shown = optimizer;
            if (fold.isOpen()) {
                fill();
            }
        }
    }

    /// Typesets the equations only when somebody looks.
    private void fill() {
        content.getChildren().clear();
        shown.ifPresent(optimizer -> {
            OptimizerCard card = optimizer.card();
            add("", card.about());
            content.getChildren().add(equations);
            equations.show(optimizer.equations());
            add("Matters: ", card.matters());
            add("Fails: ", card.fails());
            if (!card.paper().isBlank()) {
                add("Source: ", card.paper() + ".");
            }
        });
    }

    private void add(String head, String sentence) {
        if (sentence.isBlank()) {
            return;
        }
        Text bold = new Text(head);
        bold.getStyleClass().addAll("text", "method-head");
        Text text = new Text(sentence);
        text.getStyleClass().addAll("text", "method-text");
        TextFlow flow = head.isEmpty() ? new TextFlow(text) : new TextFlow(bold, text);
        content.getChildren().add(flow);
    }
}
