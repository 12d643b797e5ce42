package fallline.app.typeset;

import fallline.app.work.Questions;
import fallline.figure.paint.Theme;
import fallline.figure.paint.Typesetter;
import fallline.optimizer.Equation;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The lines of an optimizer's step, typeset one under the other, each under its caption.
public final class EquationList extends VBox {
    private static final double SIZE = 13.5;

    private final Typesetter typesetter;
    private final ObservableValue<Theme> theme;
    private final Questions questions;
    private final List<FormulaPicture> pictures = new ArrayList<>();
    private final List<Label> captions = new ArrayList<>();
    private List<Equation> shown = List.of();

    public EquationList(Typesetter typesetter, ObservableValue<Theme> theme, Questions questions) {
        this.typesetter = typesetter;
        this.theme = theme;
        this.questions = questions;
        getStyleClass().add("equations");
    }

    /// Shows these lines.
    public void show(List<Equation> equations) {
        if (equations.equals(shown)) {
            return;
        }
        shown = equations;
        while (pictures.size() < equations.size()) {
            pictures.add(new FormulaPicture(typesetter, SIZE, theme, questions));
            Label caption = new Label();
            caption.getStyleClass().add("note");
            caption.setWrapText(true);
            captions.add(caption);
        }
        getChildren().clear();
        for (int i = 0; i < equations.size(); i++) {
            pictures.get(i).show(equations.get(i).latex());
            captions.get(i).setText(equations.get(i).caption());
            VBox line = new VBox(1);
            if (!equations.get(i).caption().isBlank()) {
                line.getChildren().add(captions.get(i));
            }
            line.getChildren().add(pictures.get(i));
            getChildren().add(line);
        }
    }
}
