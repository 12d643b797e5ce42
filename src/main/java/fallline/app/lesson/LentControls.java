package fallline.app.lesson;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Controls of the left column that stand elsewhere for a while, and go back to where they were. FX thread.
final class LentControls {
    /// A control and its place at home.
    ///
    /// @param disabled whether it was locked there
    private record Lent(Node control, Pane home, int place, boolean disabled) {}

    private final List<Lent> lent = new ArrayList<>();

    /// Takes a control away from where it is.
    ///
    /// @param locked whether it can be looked at only
    /// @return whether that was possible
    boolean take(Node control, Pane to, boolean locked) {
        if (!(control.getParent() instanceof Pane home) || home == to) {
            return false;
        }
        int place = home.getChildren().indexOf(control);
        lent.add(new Lent(control, home, place, control.isDisable()));
        home.getChildren().remove(control);
        to.getChildren().add(control);
        if (!control.disableProperty().isBound()) {
            control.setDisable(locked);
        }
        return true;
    }

    /// Locks a control where it is.
    void lock(Node control) {
        if (control.getParent() instanceof Pane home
                && !control.disableProperty().isBound()) {
            lent.add(new Lent(control, home, home.getChildren().indexOf(control), control.isDisable()));
            control.setDisable(true);
        }
    }

    /// Gives everything back, the last that was taken first, so that places are what they were.
    void giveBack() {
        for (Lent one : lent.reversed()) {
            Node control = one.control();
            if (!control.disableProperty().isBound()) {
                control.setDisable(one.disabled());
            }
            if (control.getParent() != one.home()) {
                if (control.getParent() instanceof Pane other) {
                    other.getChildren().remove(control);
                }
                int place = Math.min(one.place(), one.home().getChildren().size());
                one.home().getChildren().add(place, control);
            }
        }
        lent.clear();
    }
}
