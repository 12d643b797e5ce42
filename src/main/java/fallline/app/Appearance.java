package fallline.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import fallline.figure.Theme;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// Light or dark: follows the system until the user chooses.
///
/// A theme is AtlantaFX's sheet of controls, one short sheet that gives its roles our colours, and our own sheet, which
/// names roles only. Figures have the same roles in [Theme].
public final class Appearance {
    private static final String SHEET = sheet("fallline.css");
    private static final String CONTROLS = sheet("controls.css");

    private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(Theme.LIGHT);
    private boolean chosen;

    /// Follows the system from now on.
    public Appearance() {
        loadFont("/fonts/Inter_400Regular.ttf");
        loadFont("/fonts/Inter_600SemiBold.ttf");
        Platform.getPreferences().colorSchemeProperty().subscribe(scheme -> {
            if (!chosen) {
                wear(scheme == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT);
            }
        });
    }

    /// What figures are painted with.
    public ReadOnlyObjectProperty<Theme> themeProperty() {
        return theme.getReadOnlyProperty();
    }

    public Theme theme() {
        return theme.get();
    }

    /// Light instead of dark, or the other way round, whatever the system says from now on.
    public void toggle() {
        choose(theme.get().dark() ? Theme.LIGHT : Theme.DARK);
    }

    /// Stays with this theme, whatever the system says.
    public void choose(Theme other) {
        chosen = true;
        wear(other);
    }

    /// Whether the user chose the theme here, instead of leaving it to the system.
    public boolean isChosen() {
        return chosen;
    }

    /// Whether the user asked the system for less movement.
    public boolean reducedMotion() {
        return Platform.getPreferences().isReducedMotion();
    }

    /// Dresses a window's scene, now and whenever the theme changes.
    public void dress(Scene scene) {
        theme.subscribe(worn -> scene.getStylesheets().setAll(sheets(worn)));
    }

    /// Our sheets over AtlantaFX's, for scenes that do not live as long as the window: dialogs.
    public List<String> sheets() {
        return sheets(theme.get());
    }

    private static List<String> sheets(Theme worn) {
        return List.of(sheet(worn.dark() ? "dark.css" : "light.css"), SHEET, CONTROLS);
    }

    private void wear(Theme other) {
        Application.setUserAgentStylesheet(
                other.dark() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        theme.set(other);
    }

    private static String sheet(String name) {
        URL url = Appearance.class.getResource("/css/" + name);
        return Objects.requireNonNull(url, name).toExternalForm();
    }

    private static void loadFont(String resource) {
        InputStream stream = Objects.requireNonNull(Appearance.class.getResourceAsStream(resource), resource);
        Font.loadFont(stream, 12);
    }
}
