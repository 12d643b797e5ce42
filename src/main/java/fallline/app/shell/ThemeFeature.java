package fallline.app.shell;

import fallline.app.desk.Appearance;
import fallline.app.feature.Command;
import fallline.app.feature.Feature;
import fallline.app.feature.MenuPlace;
import fallline.app.feature.MenuPlace.Menu;
import fallline.app.feature.SubMenu;
import fallline.figure.paint.Theme;
import java.util.List;
import java.util.Optional;

/// Brings the choice of colours.
public final class ThemeFeature implements Feature {
    private final Appearance appearance;

    public ThemeFeature(Appearance appearance) {
        this.appearance = appearance;
    }

    @Override
    public List<SubMenu> subMenus() {
        return List.of(new SubMenu("theme", "Colours", new MenuPlace(Menu.VIEW, 5), this::entries));
    }

    @Override
    public List<Command> choices() {
        return entries().stream()
                .map(entry -> entry.named("Colours: " + entry.title()))
                .toList();
    }

    private List<Command> entries() {
        return List.of(
                Command.of("theme-system", "As the system", appearance::followSystem)
                        .switching(() -> isChosen(Optional.empty())),
                theme("theme-light", "Light", Theme.LIGHT),
                theme("theme-dark", "Dark", Theme.DARK),
                theme("theme-high-contrast", "High contrast, dark", Theme.HIGH_CONTRAST),
                theme("theme-high-contrast-light", "High contrast, light", Theme.HIGH_CONTRAST_LIGHT));
    }

    private Command theme(String id, String title, Theme theme) {
        return Command.of(id, title, () -> appearance.choose(theme)).switching(() -> isChosen(Optional.of(theme)));
    }

    private boolean isChosen(Optional<Theme> theme) {
        return appearance.chosenProperty().get().equals(theme);
    }
}
