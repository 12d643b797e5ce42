package fallline.app.loss;

import fallline.app.Chip;
import fallline.experiment.SurfaceLook;
import fallline.experiment.SurfaceLook.Camera;
import fallline.experiment.SurfaceLook.Colours;
import fallline.experiment.SurfaceLook.Height;
import fallline.experiment.SurfaceLook.Overlay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The switches of the surface: a small bar over the plot while the mouse is on it, and the same in the menu.
final class SurfaceTools {
    private final HBox bar = new HBox();
    private final List<MenuItem> menu = new ArrayList<>();
    private final Map<Overlay, ToggleButton> chips = new EnumMap<>(Overlay.class);
    private final Map<Overlay, CheckMenuItem> checks = new EnumMap<>(Overlay.class);
    private final Map<Height, RadioMenuItem> heights = new EnumMap<>(Height.class);
    private final Map<Colours, RadioMenuItem> colours = new EnumMap<>(Colours.class);
    private final List<ToggleButton> places;
    private final ToggleButton height;
    private final Supplier<SurfaceLook> look;
    private final Consumer<SurfaceLook> change;

    /// @param fly moves the camera
    SurfaceTools(Supplier<SurfaceLook> look, Consumer<SurfaceLook> change, Consumer<Camera> fly) {
        this.look = look;
        this.change = change;
        overlay(
                Overlay.GRADIENT_FIELD,
                "∇ field",
                "gradient-field",
                "The gradient on a grid, longer where it is larger");
        overlay(Overlay.QUADRATIC_MODEL, "Curvature", "quadratic-model", "The Hessian's ellipse at the playhead");
        overlay(Overlay.CRITICAL_POINTS, "Critical points", "critical-points", "Where the gradient vanishes, and why");
        overlay(
                Overlay.SLOPE_DIAL,
                "What ∇J is",
                "slope-dial",
                "The gradient across the level line, and the slope in all directions");
        height = Chip.of(
                "solid-height", "log", "What the height means: J, its logarithm or its percentile", this::nextHeight);
        places = List.of(
                Chip.of("camera-top", "top", "Seen from above", () -> fly.accept(Camera.TOP)),
                Chip.of("camera-side", "side", "Seen from the side", () -> fly.accept(Camera.SIDE)),
                Chip.of("camera-corner", "corner", "Seen from a corner", () -> fly.accept(Camera.CORNER)));
        bar.getStyleClass().add("hover-tools");
        bar.setId("surface-tools");
        bar.setPickOnBounds(false);
        bar.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        bar.getChildren().addAll(places);
        bar.getChildren().add(height);
        bar.getChildren().addAll(chips.values());
        menu.addAll(checks.values());
        menu.add(choice("Height of the solid", Height.values(), heights, SurfaceLook::withHeight));
        menu.add(choice("Colours", Colours.values(), colours, SurfaceLook::withColours));
    }

    private void overlay(Overlay overlay, String text, String id, String tip) {
        Runnable toggle = () -> change.accept(look.get().withToggled(overlay));
        chips.put(overlay, Chip.of(id, text, tip, toggle));
        CheckMenuItem item = new CheckMenuItem(tip.substring(0, 1).toUpperCase(Locale.ROOT) + tip.substring(1));
        item.setOnAction(_ -> toggle.run());
        checks.put(overlay, item);
    }

    /// How a choice changes the look.
    @FunctionalInterface
    private interface Choice<T> {
        SurfaceLook with(SurfaceLook look, T value);
    }

    private <T extends Enum<T>> Menu choice(String title, T[] values, Map<T, RadioMenuItem> items, Choice<T> choice) {
        Menu parent = new Menu(title);
        for (T value : values) {
            RadioMenuItem item = new RadioMenuItem(words(value));
            item.setOnAction(_ -> change.accept(choice.with(look.get(), value)));
            items.put(value, item);
            parent.getItems().add(item);
        }
        return parent;
    }

    private static String words(Enum<?> value) {
        return value == Height.RANK ? "percentile" : value.name().toLowerCase(Locale.ROOT);
    }

    private void nextHeight() {
        List<Height> all = List.of(Height.values());
        UnaryOperator<SurfaceLook> next = now -> now.withHeight(all.get((all.indexOf(now.height()) + 1) % all.size()));
        change.accept(next.apply(look.get()));
    }

    HBox bar() {
        return bar;
    }

    List<MenuItem> menu() {
        return menu;
    }

    /// Model to view.
    ///
    /// @param plane whether there is a surface of two parameters at all
    /// @param findable whether critical points can be sought
    void show(SurfaceLook now, boolean plane, boolean findable) {
        chips.forEach((overlay, chip) -> {
            chip.setSelected(now.shows(overlay));
            boolean onSolid = overlay == Overlay.CRITICAL_POINTS;
            shown(chip, plane && (onSolid ? findable : !now.solid()));
        });
        checks.forEach((overlay, item) -> {
            item.setSelected(now.shows(overlay));
            item.setVisible(plane && (overlay != Overlay.CRITICAL_POINTS || findable));
        });
        heights.forEach((kind, item) -> item.setSelected(kind == now.height()));
        colours.forEach((kind, item) -> item.setSelected(kind == now.colours()));
        height.setText("height: " + words(now.height()));
        places.forEach(chip -> shown(chip, plane && now.solid()));
        shown(height, plane && now.solid());
    }

    private static void shown(Region node, boolean yes) {
        node.setVisible(yes);
        node.setManaged(yes);
    }
}
