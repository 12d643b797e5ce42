package fallline.app.preferences;

import fallline.file.user.WindowPlace;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Puts the window where it stood last, and knows where it stands.
public final class StagePlace {
    /// So much of the title bar must lie on a screen, or the window could not be caught with the mouse.
    private static final double CATCHABLE = 120;

    private static final double TITLE_BAR = 24;

    private final Stage stage;

    /// Where it stood when it was neither maximised nor on the full screen.
    private Optional<WindowPlace> normal = Optional.empty();

    /// @param kept where it stood last; a screen that is gone is no place
    StagePlace(Stage stage, Optional<WindowPlace> kept) {
        this.stage = stage;
        if (!stage.isShowing()) {
            put(stage, kept);
        }
        normal = kept.filter(StagePlace::canBeSeen);
        stage.xProperty().subscribe((_, _) -> look());
        stage.yProperty().subscribe((_, _) -> look());
        stage.widthProperty().subscribe((_, _) -> look());
        stage.heightProperty().subscribe((_, _) -> look());
    }

    /// Puts a window that is to be shown where it stood last; a screen that is gone is no place.
    public static void put(Stage stage, Optional<WindowPlace> kept) {
        kept.filter(StagePlace::canBeSeen).ifPresent(place -> {
            stage.setX(place.x());
            stage.setY(place.y());
            stage.setWidth(place.width());
            stage.setHeight(place.height());
            stage.setMaximized(place.maximised());
        });
    }

    private void look() {
        if (stage.isShowing() && !stage.isMaximized() && !stage.isFullScreen() && !stage.isIconified()) {
            normal = place(false);
        }
    }

    private Optional<WindowPlace> place(boolean maximised) {
        double x = stage.getX();
        double y = stage.getY();
        double width = stage.getWidth();
        double height = stage.getHeight();
        boolean known = Double.isFinite(x) && Double.isFinite(y) && width >= 1 && height >= 1;
        return known ? Optional.of(new WindowPlace(x, y, width, height, maximised)) : Optional.empty();
    }

    /// Where the window is to be put next time.
    Optional<WindowPlace> now() {
        boolean maximised = stage.isMaximized();
        return normal.map(place -> new WindowPlace(place.x(), place.y(), place.width(), place.height(), maximised));
    }

    private static boolean canBeSeen(WindowPlace place) {
        return Screen.getScreens().stream().map(Screen::getVisualBounds).anyMatch(screen -> onScreen(screen, place));
    }

    private static boolean onScreen(Rectangle2D screen, WindowPlace place) {
        double left = Math.max(screen.getMinX(), place.x());
        double right = Math.min(screen.getMaxX(), place.x() + place.width());
        return right - left >= CATCHABLE
                && place.y() >= screen.getMinY() - 1
                && place.y() + TITLE_BAR <= screen.getMaxY();
    }
}
