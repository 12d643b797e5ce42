package fallline.app.desk;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import fallline.figure.paint.Theme;
import fallline.file.user.Preferences;
import fallline.file.user.Shares;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.MapChangeListener;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.util.Subscription;

/// Light, dark or high contrast, following the system until the user chooses; how large everything is; how the panes
/// share the window, and what is folded away in it.
///
/// A theme is AtlantaFX's sheet of controls, one short sheet that gives its roles our colours, and our own sheet, which
/// names roles only. Figures have the same roles in [Theme].
public final class Appearance {
    private static final String SHEET = sheet("fallline.css");
    private static final String CONTROLS = sheet("controls.css");
    private static final String FOCUS = sheet("focus.css");

    /// The one thing among the controls that moves by itself.
    private static final String STILL = inline(".toggle-switch { -fx-thumb-move-animation-time: 0; }");

    /// The sizes that can be chosen, in percent.
    public static final List<Integer> SIZES = List.of(80, 90, 100, 110, 125, 150, 175, 200);

    /// As the sheets are written.
    private static final int USUAL_SIZE = 100;

    private final Subscription system;
    private final MapChangeListener<String, Object> onSystem = _ -> follow();
    private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(Theme.LIGHT);
    private final ReadOnlyObjectWrapper<Optional<Theme>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper size = new ReadOnlyIntegerWrapper(USUAL_SIZE);
    /// The size that comes back, while another one is worn.
    private OptionalInt lent = OptionalInt.empty();

    private final ReadOnlyBooleanWrapper still = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Shares> shares = new SimpleObjectProperty<>(Shares.USUAL);
    private final ObjectProperty<Map<String, Boolean>> folds = new SimpleObjectProperty<>(Map.of());

    /// Follows the system from now on.
    public Appearance() {
        loadFont("/fonts/Inter_400Regular.ttf");
        loadFont("/fonts/Inter_600SemiBold.ttf");
        system = Platform.getPreferences().colorSchemeProperty().subscribe(_ -> follow());
        Platform.getPreferences().addListener(onSystem);
    }

    /// Follows the system no more: it would hold on to the window as long as the program runs.
    public void close() {
        system.unsubscribe();
        Platform.getPreferences().removeListener(onSystem);
    }

    /// What figures are painted with.
    public ReadOnlyObjectProperty<Theme> themeProperty() {
        return theme.getReadOnlyProperty();
    }

    public Theme theme() {
        return theme.get();
    }

    /// What the user chose here, if not to leave it to the system.
    public ReadOnlyObjectProperty<Optional<Theme>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// Stays with this theme, whatever the system says.
    public void choose(Theme other) {
        if (lent.isEmpty()) {
            wear(other);
        }
        chosen.set(Optional.of(other));
    }

    /// Wears another theme and another size for a while; what the user chose, and what is kept of it, stays.
    ///
    /// @param times how wide lines are, as a share of the theme's own
    public void lend(Theme other, double times, int percent) {
        if (lent.isEmpty()) {
            lent = OptionalInt.of(size.get());
        }
        wear(times == 1 ? other : other.withLines(times * other.lines()));
        size.set(percent);
    }

    /// Looks as the user chose again.
    public void giveBack() {
        if (lent.isPresent()) {
            int before = lent.getAsInt();
            lent = OptionalInt.empty();
            size.set(before);
            chosen.get().ifPresentOrElse(this::wear, this::follow);
        }
    }

    /// Whether something else is worn than what the user chose.
    public boolean isLent() {
        return lent.isPresent();
    }

    /// Looks as the system says, now and whenever it changes.
    public void followSystem() {
        chosen.set(Optional.empty());
        follow();
    }

    /// The size of the interface in percent.
    public ReadOnlyIntegerProperty sizeProperty() {
        return size.getReadOnlyProperty();
    }

    /// Makes everything as large as this, 80 … 200 percent.
    public void resize(int percent) {
        if (lent.isPresent()) {
            lent = OptionalInt.of(Math.clamp(percent, Preferences.SMALLEST, Preferences.LARGEST));
            return;
        }
        size.set(Math.clamp(percent, Preferences.SMALLEST, Preferences.LARGEST));
    }

    /// One size larger or smaller, or, for 0, the usual one.
    public void resizeBy(int sizes) {
        int now = size.get();
        int next = sizes == 0
                ? USUAL_SIZE
                : sizes > 0
                        ? SIZES.stream()
                                .filter(other -> other > now)
                                .findFirst()
                                .orElse(now)
                        : SIZES.reversed().stream()
                                .filter(other -> other < now)
                                .findFirst()
                                .orElse(now);
        if (lent.isPresent()) {
            size.set(next);
        } else {
            resize(next);
        }
    }

    /// How the panes share the window.
    public ObjectProperty<Shares> sharesProperty() {
        return shares;
    }

    /// Which parts of the left column a hand opened, or folded away, by id.
    public ObjectProperty<Map<String, Boolean>> foldsProperty() {
        return folds;
    }

    private void follow() {
        if (chosen.get().isEmpty() && lent.isEmpty()) {
            wear(ofSystem());
        }
    }

    /// The theme of a user who likes this one.
    public static Theme meant(Preferences.Theme liked) {
        return switch (liked) {
            case LIGHT -> Theme.LIGHT;
            case DARK -> Theme.DARK;
            case HIGH_CONTRAST -> Theme.HIGH_CONTRAST;
            case HIGH_CONTRAST_LIGHT -> Theme.HIGH_CONTRAST_LIGHT;
            case SYSTEM -> ofSystem();
        };
    }

    private static Theme ofSystem() {
        Platform.Preferences system = Platform.getPreferences();
        boolean contrast = Boolean.TRUE.equals(system.get("Windows.SPI.HighContrast"))
                || String.valueOf(system.get("GTK.theme_name")).startsWith("HighContrast");
        boolean dark = system.getColorScheme() == ColorScheme.DARK;
        if (contrast) {
            return dark || isBlack(system.getBackgroundColor()) ? Theme.HIGH_CONTRAST : Theme.HIGH_CONTRAST_LIGHT;
        }
        return dark ? Theme.DARK : Theme.LIGHT;
    }

    private static boolean isBlack(Color ground) {
        return ground.getBrightness() < 0.5;
    }

    /// Whether the user asked for less movement, here or of the system: nothing flies or slides to another
    /// place then, and nothing goes on by itself that nobody started; playing, which is what is shown, goes on.
    public boolean reducedMotion() {
        return still.get() || Platform.getPreferences().isReducedMotion();
    }

    /// Reduces movement, or leaves it to the system.
    public void setStill(boolean now) {
        still.set(now);
    }

    /// Dresses a window's scene, now and whenever the theme changes.
    public void dress(Scene scene) {
        theme.subscribe(_ -> scene.getStylesheets().setAll(sheets()));
        size.subscribe((_, _) -> scene.getStylesheets().setAll(sheets()));
        still.subscribe((_, _) -> scene.getStylesheets().setAll(sheets()));
    }

    /// Our sheets over AtlantaFX's, for scenes that do not live as long as the window: dialogs.
    public List<String> sheets() {
        List<String> all = new ArrayList<>(sheets(theme.get()));
        if (size.get() != USUAL_SIZE) {
            all.add(popups(size.get()));
        }
        if (reducedMotion()) {
            all.add(STILL);
        }
        return all;
    }

    private static List<String> sheets(Theme worn) {
        return List.of(sheet(worn.name() + ".css"), SHEET, CONTROLS, FOCUS);
    }

    /// Menus and tips are windows of their own, which no node's scale reaches; the words of the menu bar are in the
    /// window, where it does.
    private static String popups(int percent) {
        double pixels = 0.13 * percent;
        String text = ".root.popup, .tooltip, .context-menu .menu-item .label { -fx-font-size: " + pixels + "px; }";
        return inline(text);
    }

    private static String inline(String text) {
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private void wear(Theme other) {
        if (other.equals(theme.get()) && Application.getUserAgentStylesheet() != null) {
            return;
        }
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
