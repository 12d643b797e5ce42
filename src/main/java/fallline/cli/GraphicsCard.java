package fallline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Lets JavaFX paint by itself on a Linux machine without a graphics card. It would ask for OpenGL else, which such a
/// machine emulates: that costs as much time and 70 MB more.
public final class GraphicsCard {
    private static final String PROPERTY = "prism.order";

    /// JavaFX keeps small pictures of round-cornered backgrounds and stretches them. A card does that in no time;
    /// without one it costs three times as much as painting the background.
    private static final String NO_STRETCHING = "prism.disableRegionCaching";

    /// JavaFX paints at most six rectangles anew, and joins what is more to larger ones: four figures and the
    /// words beside them become nearly the whole window.
    private static final String RECTANGLES = "prism.dirtyregioncount";

    private static final String ENOUGH_RECTANGLES = "16";

    /// Where the drivers show their cards.
    private static final List<Path> DEVICES =
            List.of(Path.of("/dev/dri"), Path.of("/dev/nvidiactl"), Path.of("/dev/dxg"));

    private GraphicsCard() {}

    /// To be called before JavaFX is touched; what the user chose holds.
    public static void choosePainter() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        if (linux && System.getProperty(PROPERTY) == null && DEVICES.stream().noneMatch(Files::exists)) {
            System.setProperty(PROPERTY, "sw");
        }
        if ("sw".equals(System.getProperty(PROPERTY))) {
            setDefault(NO_STRETCHING, "true");
            setDefault(RECTANGLES, ENOUGH_RECTANGLES);
        }
    }

    private static void setDefault(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
