package fallline.app.fit;

import fallline.analysis.question.Scores;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.number.Numbers;
import fallline.problem.Score;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How well the model predicts, in two words; for classes a click shows which are taken for which.
final class ScoreView extends Button {
    private static final int MOST_CLASSES = 12;

    private Optional<Scores> score = Optional.empty();

    ScoreView() {
        setId("score");
        getStyleClass().addAll("tool", "score");
        setFocusTraversable(false);
        setMinWidth(Region.USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        Tips.on(this, Term.SCORE);
        setOnAction(_ -> score.ifPresent(this::showMatrices));
    }

    /// Shows a score, or nothing.
    void show(Optional<Scores> now) {
        score = now;
        setVisible(now.isPresent());
        now.ifPresent(known -> setText(words(known)));
    }

    private static String words(Scores scores) {
        return words(scores.training())
                + scores.test().map(test -> " · test " + words(test)).orElse("");
    }

    private static String words(Score score) {
        return switch (score) {
            case Score.OfValue value ->
                value.rSquared().isPresent()
                        ? rSquared(value.rSquared().getAsDouble())
                        : "deviation " + Numbers.brief(value.deviation(), 3);
            case Score.OfClasses classes -> percent(classes.accuracy()) + " right";
        };
    }

    /// Of a line that runs away R² says no more than that it is a bad one.
    private static String rSquared(double value) {
        return value < -999 || Double.isNaN(value) ? "R² < −999" : "R² " + Numbers.steady(value, 3);
    }

    private static String percent(double share) {
        return Math.round(1000 * share) / 10.0 + " %";
    }

    private void showMatrices(Scores now) {
        if (!(now.training() instanceof Score.OfClasses classes)
                || classes.classes().size() > MOST_CLASSES) {
            return;
        }
        VBox box = new VBox(6, note("Rows of the class at the left, taken for the class above"), matrix(classes));
        now.test().ifPresent(test -> {
            if (test instanceof Score.OfClasses held) {
                GridPane grid = matrix(held);
                grid.setId("test-confusion-matrix");
                box.getChildren().addAll(note("The same of the test rows"), grid);
            }
        });
        box.getStyleClass().add("confusion");
        CustomMenuItem item = new CustomMenuItem(box, false);
        item.setId("confusion");
        new ContextMenu(item).show(this, Side.BOTTOM, 0, 4);
    }

    private static Label note(String sentence) {
        Label label = new Label(sentence);
        label.getStyleClass().add("note");
        return label;
    }

    private static GridPane matrix(Score.OfClasses classes) {
        GridPane grid = new GridPane();
        grid.setId("confusion-matrix");
        grid.getStyleClass().add("confusion-grid");
        List<String> names = classes.classes();
        for (int i = 0; i < names.size(); i++) {
            grid.add(head(names.get(i)), 0, i + 1);
            grid.add(head(names.get(i)), i + 1, 0);
            for (int j = 0; j < names.size(); j++) {
                Label count = new Label(Numbers.whole(classes.confusion()[i][j]));
                count.getStyleClass().add(i == j ? "right" : "wrong");
                count.setMaxWidth(Double.MAX_VALUE);
                grid.add(count, j + 1, i + 1);
            }
        }
        return grid;
    }

    private static Label head(String name) {
        Label head = new Label(name);
        head.getStyleClass().add("note");
        return head;
    }
}
