package fallline.app.desk;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Sentences that stand over the lower edge of the panes for a few seconds, the newest lowest. A click takes one away.
public final class Toasts extends VBox implements Notices {
    private static final int MOST = 3;
    private static final Duration SHORT = Duration.seconds(4);
    private static final Duration LONG = Duration.seconds(10);

    public Toasts() {
        getStyleClass().add("toasts");
        setAlignment(Pos.BOTTOM_CENTER);
        setPickOnBounds(false);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    @Override
    public void tell(String sentence) {
        show(sentence, "toast-told", SHORT);
    }

    @Override
    public void warn(String sentence) {
        show(sentence, "toast-warning", LONG);
    }

    private void show(String sentence, String style, Duration duration) {
        getChildren()
                .removeIf(old -> old instanceof Label label && label.getText().equals(sentence));
        Label toast = new Label(sentence);
        toast.getStyleClass().addAll("toast", style);
        toast.setWrapText(true);
        toast.setMaxWidth(560);
        toast.setAccessibleRole(AccessibleRole.TEXT);
        toast.setOnMouseClicked(_ -> getChildren().remove(toast));
        getChildren().add(toast);
        if (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
        PauseTransition pause = new PauseTransition(duration);
        pause.setOnFinished(_ -> getChildren().remove(toast));
        pause.play();
    }
}
