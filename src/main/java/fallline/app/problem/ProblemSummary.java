package fallline.app.problem;

import fallline.app.controls.FittingLabel;
import fallline.app.typeset.FormulaPicture;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The problem beside its card's title: the formula if it fits into the line, else in words.
final class ProblemSummary extends Region {
    private final FormulaPicture picture;
    private final FittingLabel words = new FittingLabel("card-subtitle");
    private boolean typeset;

    /// @param picture for one line
    ProblemSummary(FormulaPicture picture) {
        this.picture = picture;
        getChildren().setAll(picture, words);
        HBox.setHgrow(this, Priority.ALWAYS);
        setMinWidth(0);
        words.label().setId("problem-summary");
    }

    /// @param latex the formula; empty for a problem that is better named
    /// @param ways to say it, from the longest to the shortest
    void show(String latex, List<String> ways) {
        typeset = !latex.isEmpty();
        picture.show(latex);
        words.say(ways);
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        return typeset ? picture.prefWidth(-1) : words.prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        return words.prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        boolean drawn = typeset && picture.fits(getWidth());
        picture.setVisible(drawn);
        words.setVisible(!drawn);
        double height = picture.prefHeight(getWidth());
        picture.resizeRelocate(0, Math.rint((getHeight() - height) / 2), getWidth(), height);
        words.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
