package fallline.app.problem;

import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.app.desk.Desk;
import fallline.app.typeset.FormulaPicture;
import fallline.figure.paint.Typesetter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The problem in one typeset line, in the toolbar.
final class FormulaLine extends HBox {
    private static final double SIZE = 15;

    /// The toolbar has room for so many lines of a long one.
    private static final int LINES = 2;

    FormulaLine(ProblemModel model, Desk desk, Typesetter typesetter) {
        FormulaPicture picture =
                new FormulaPicture(typesetter, SIZE, LINES, desk.appearance().themeProperty(), desk.questions());
        picture.setId("formula-line");
        getStyleClass().add("formula-line");
        setMinWidth(0);
        HBox.setHgrow(picture, Priority.SOMETIMES);
        getChildren().setAll(Tips.on(picture, Term.LOSS));
        model.latex().subscribe(latex -> picture.show(latex.loss()));
    }
}
