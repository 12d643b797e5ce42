package fallline.app.help;

import fallline.app.controls.Focus;
import fallline.app.controls.Tips;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The hints that are left, in a line of their own below a picture, so that nothing in it is covered. A cross puts one
/// away.
final class HintStrip extends FlowPane {
    private final Consumer<Hint> dismiss;

    HintStrip(Consumer<Hint> dismiss) {
        this.dismiss = dismiss;
        setId("hints");
        getStyleClass().add("hints");
        setMinWidth(0);
        setPrefWrapLength(0);
        setMinHeight(Region.USE_PREF_SIZE);
    }

    void show(Set<Hint> left) {
        getChildren().setAll(left.stream().map(this::chip).toList());
    }

    private Node chip(Hint hint) {
        Label words = Tips.on(new Label(hint.words()), hint.tip());
        words.setMinWidth(Region.USE_PREF_SIZE);
        Button away = new Button("×");
        away.setId("dismiss-" + hint.word());
        away.getStyleClass().add("hint-away");
        away.setAccessibleText("Put away the hint: " + hint.words());
        away.setFocusTraversable(false);
        away.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        away.setOnAction(_ -> dismiss.accept(hint));
        Tips.on(away, "Puts this hint away; Help brings it back.");
        Focus.returnedAfterClick(away);
        HBox chip = new HBox(words, away);
        chip.setId("hint-" + hint.word());
        chip.getStyleClass().add("hint");
        chip.setAlignment(Pos.CENTER_LEFT);
        return chip;
    }
}
