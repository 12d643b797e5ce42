package fallline.app.toolbar;

import fallline.app.controls.Focus;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Buttons as they stand in the toolbar.
public final class BarButtons {
    private BarButtons() {}

    /// A button with a sign.
    ///
    /// @param name for those who cannot see it
    public static Button icon(Feather feather, String id, String name, Term term) {
        Button button = big(new Button(), id, term);
        button.setGraphic(new FontIcon(feather));
        button.setAccessibleText(name);
        return button;
    }

    /// Dresses a button, and gives the keyboard back to the window after a click on it.
    public static <B extends Labeled> B big(B button, String id, Term term) {
        button.setId(id);
        button.getStyleClass().addAll("tool", "big");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setFocusTraversable(false);
        Focus.returnedAfterClick(button);
        return Tips.on(button, term);
    }
}
