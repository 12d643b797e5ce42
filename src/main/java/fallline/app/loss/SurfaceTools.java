package fallline.app.loss;

import fallline.app.controls.Icons;
import fallline.app.pane.Chip;
import fallline.experiment.view.SurfaceLook;
import fallline.experiment.view.SurfaceLook.Camera;
import fallline.experiment.view.SurfaceLook.Colours;
import fallline.experiment.view.SurfaceLook.Height;
import fallline.experiment.view.SurfaceLook.Overlay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;

/// The switches of the surface, for the head of the pane while the mouse is on it, and the same for its menu.
final class SurfaceTools {
    private final List<MenuItem> menu = new ArrayList<>();
    private final Map<Overlay, ToggleButton> chips = new EnumMap<>(Overlay.class);
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
        for (Overlay overlay : Overlay.values()) {
            offer(overlay);
        }
        height = Chip.of(
                "solid-height", "log", "What the height means: J, its logarithm or its percentile", this::nextHeight);
        places = List.of(
                Chip.of("camera-top", Icons.FROM_TOP, "top", "Seen from above", () -> fly.accept(Camera.TOP)),
                Chip.of("camera-side", Icons.FROM_SIDE, "side", "Seen from the side", () -> fly.accept(Camera.SIDE)),
                Chip.of(
                        "camera-corner",
                        Icons.FROM_CORNER,
                        "corner",
                        "Seen from a corner",
                        () -> fly.accept(Camera.CORNER)));
        menu.add(choice("Height of the solid", Height.values(), heights, SurfaceLook::withHeight));
        menu.add(choice("Colours", Colours.values(), colours, SurfaceLook::withColours));
    }

    private void offer(Overlay overlay) {
        Runnable toggle = () -> change.accept(look.get().withToggled(overlay));
        ToggleButton chip =
                switch (overlay) {
                    case GRADIENT_FIELD ->
                        Chip.of(
                                "gradient-field",
                                Icons.FIELD,
                                "Gradient field",
                                "The gradient on a grid, longer where it is larger (N)",
                                toggle);
                    case QUADRATIC_MODEL ->
                        Chip.of(
                                "quadratic-model",
                                Icons.ELLIPSE,
                                "Curvature",
                                "Curvature: the Hessian's ellipse at the playhead (H)",
                                toggle);
                    case CRITICAL_POINTS ->
                        Chip.of(
                                "critical-points",
                                Icons.STAR,
                                "Critical points",
                                "Critical points: where the gradient vanishes, and why (K)",
                                toggle);
                    case SLOPE_DIAL ->
                        Chip.of(
                                "slope-dial",
                                Icons.DIAL,
                                "What ∇J is",
                                "What ∇J is: across the level line, and the slope in all directions (D)",
                                toggle);
                    case BASINS ->
                        Chip.of(
                                "basins",
                                "Basin map",
                                "Which minimum the chosen run comes to from every start, and how soon",
                                toggle);
                };
        chips.put(overlay, chip);
        menu.add(key(overlay)
                .map(key -> Chip.item(chip.getAccessibleText(), key, chip))
                .orElseGet(() -> Chip.item(chip.getText(), chip)));
    }

    private static Optional<KeyCode> key(Overlay overlay) {
        return switch (overlay) {
            case GRADIENT_FIELD -> Optional.of(KeyCode.N);
            case QUADRATIC_MODEL -> Optional.of(KeyCode.H);
            case CRITICAL_POINTS -> Optional.of(KeyCode.K);
            case SLOPE_DIAL -> Optional.of(KeyCode.D);
            case BASINS -> Optional.empty();
        };
    }

    /// Switches one on, or off, if it is offered now.
    void onOverlay(Overlay overlay) {
        Chip.fire(Objects.requireNonNull(chips.get(overlay)));
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

    /// All switches; those that have no meaning now are not managed.
    List<Region> tools() {
        List<Region> all = new ArrayList<>(places);
        all.add(height);
        chips.forEach((overlay, chip) -> {
            if (overlay != Overlay.BASINS) {
                all.add(chip); // the menu is enough for a map
            }
        });
        return all;
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
        heights.forEach((kind, item) -> item.setSelected(kind == now.height()));
        colours.forEach((kind, item) -> item.setSelected(kind == now.colours()));
        height.setText(words(now.height()));
        places.forEach(chip -> shown(chip, plane && now.solid()));
        shown(height, plane && now.solid());
    }

    private static void shown(Region node, boolean yes) {
        node.setVisible(yes);
        node.setManaged(yes);
    }
}
