package fallline.app.shell;

import fallline.app.controls.Focus;
import fallline.app.controls.Icons;
import fallline.app.desk.Appearance;
import fallline.figure.paint.Theme;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Tooltip;

/// The button with the choice of colours.
final class ThemeMenu extends MenuButton {
    private static final double SIGN = 15;

    private final Appearance appearance;

    ThemeMenu(Appearance appearance) {
        this.appearance = appearance;
        setId("theme");
        getStyleClass().addAll("tool", "big", "no-arrow");
        setGraphic(Icons.THEME.sized(SIGN));
        setTooltip(new Tooltip("Light, dark or high contrast"));
        setAccessibleText("Colours of the window");
        setFocusTraversable(false);
        Focus.returnedAfterClick(this);
        RadioMenuItem system = item("theme-system", "As the system", Optional.empty());
        system.setOnAction(_ -> appearance.followSystem());
        getItems()
                .setAll(
                        system,
                        item("theme-light", "Light", Theme.LIGHT),
                        item("theme-dark", "Dark", Theme.DARK),
                        item("theme-high-contrast", "High contrast", Theme.HIGH_CONTRAST));
    }

    private RadioMenuItem item(String id, String text, Theme theme) {
        RadioMenuItem item = item(id, text, Optional.of(theme));
        item.setOnAction(_ -> appearance.choose(theme));
        return item;
    }

    /// @param theme what is chosen when this one is marked
    private RadioMenuItem item(String id, String text, Optional<Theme> theme) {
        RadioMenuItem item = new RadioMenuItem(text);
        item.setId(id);
        appearance.chosenProperty().subscribe(chosen -> item.setSelected(chosen.equals(theme)));
        return item;
    }
}
