package fallline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Lets JavaFX paint by itself on a Linux machine without a graphics card. It would ask for OpenGL else, which such a
/// machine emulates: that costs as much time and 70 MB more.
public final class GraphicsCard {
    private static final String PROPERTY = "prism.order";

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
    }
}
