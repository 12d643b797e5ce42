package fallline.app.paint;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// What a view of a picture has besides it: a word where there is none, a ring while it has the keyboard, and sentences
/// for those who cannot see it. FX thread.
final class BesidePicture {
    private final Region view;
    private final List<Node> nodes;

    // made when they are needed, since few views ever need them
    private Optional<Label> word = Optional.empty();
    private Optional<Region> ring = Optional.empty();

    /// What a screen reader says of the picture; asked for when it asks.
    private Supplier<String> summary = () -> "";

    /// While a picture changes again and again, a screen reader is not told of every one of them.
    private final PauseTransition told = new PauseTransition(Duration.millis(600));

    /// @param nodes those in `view`
    /// @param tell tells a screen reader that there is something new to be heard
    BesidePicture(Region view, List<Node> nodes, Runnable tell) {
        this.view = view;
        this.nodes = nodes;
        told.setOnFinished(_ -> tell.run());
        view.focusVisibleProperty().subscribe(this::ring);
    }

    /// The keyboard was brought here: a ring over the picture, which would hide a border.
    private void ring(boolean shown) {
        if (shown && ring.isEmpty()) {
            Region made = new Region();
            made.getStyleClass().add("focus-ring");
            made.setMouseTransparent(true);
            made.setManaged(false);
            nodes.add(made);
            ring = Optional.of(made);
        }
        ring.ifPresent(made -> made.setVisible(shown));
        view.requestLayout();
    }

    /// Shows a word where the picture would be.
    void say(String text) {
        if (word.isEmpty()) {
            Label label = new Label();
            label.getStyleClass().add("note");
            label.setMouseTransparent(true);
            label.setManaged(false);
            nodes.add(label);
            word = Optional.of(label);
        }
        word.get().setText(text);
        word.get().setVisible(true);
        view.requestLayout();
    }

    /// Says something else, if a word is there.
    void sayInstead(String text) {
        word.ifPresent(label -> label.setText(text));
    }

    void sayNothing() {
        word.ifPresent(label -> label.setVisible(false));
    }

    /// Tells a screen reader, if it is here, once the picture has not changed for a while.
    void describe(Supplier<String> words) {
        summary = words;
        if (view.isFocused()) {
            told.playFromStart();
        }
    }

    /// The picture in a sentence or two; empty if nobody said any.
    String summary() {
        return summary.get();
    }

    void lay() {
        ring.ifPresent(made -> made.resizeRelocate(0, 0, view.getWidth(), view.getHeight()));
        word.ifPresent(label -> {
            label.autosize();
            label.relocate(
                    view.snapPositionX((view.getWidth() - label.getWidth()) / 2),
                    view.snapPositionY((view.getHeight() - label.getHeight()) / 2));
        });
    }
}
