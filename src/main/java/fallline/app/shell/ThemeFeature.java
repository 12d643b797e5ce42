package fallline.app.shell;

import fallline.app.desk.Appearance;
import fallline.app.feature.Feature;
import fallline.app.feature.Tool;
import fallline.app.feature.Tool.Place;
import java.util.List;

/// Brings the choice of colours.
public final class ThemeFeature implements Feature {
    private final ThemeMenu menu;

    public ThemeFeature(Appearance appearance) {
        menu = new ThemeMenu(appearance);
    }

    @Override
    public List<Tool> toolbar() {
        return List.of(new Tool(menu, Place.ACTION));
    }
}
