package fallline.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Finds out, before JavaFX is touched, whether a window can be opened here.
///
/// macOS and Windows always have a display. On Linux JavaFX needs GTK 3 and an X server.
public final class DisplayCheck {
    private static final String HEADLESS = "Headless";

    private final String system;
    private final String platform;
    private final Map<String, String> environment;
    private final NativeLibraries libraries;

    /// @param system the value of `os.name`
    /// @param platform the value of `glass.platform`; the headless one of the tests counts as a display
    DisplayCheck(String system, String platform, Map<String, String> environment, NativeLibraries libraries) {
        this.system = system;
        this.platform = platform;
        this.environment = environment;
        this.libraries = libraries;
    }

    /// The check of this machine.
    public static DisplayCheck ofThisMachine() {
        return new DisplayCheck(
                System.getProperty("os.name", ""),
                System.getProperty("glass.platform", ""),
                System.getenv(),
                new LinkedLibraries());
    }

    /// Why no window can be opened, in a few words; empty if one can.
    public Optional<String> obstacle() {
        if (platform.equals(HEADLESS) || !system.toLowerCase(Locale.ROOT).contains("linux")) {
            return Optional.empty();
        }
        if (isUnset("DISPLAY") && isUnset("WAYLAND_DISPLAY")) {
            return Optional.of("there is no display (DISPLAY is not set)");
        }
        if (!libraries.has("libgtk-3.so.0")) {
            return Optional.of("GTK 3 (libgtk-3.so.0) is not installed");
        }
        if (!libraries.has("libXtst.so.6")) {
            return Optional.of("the X library libXtst.so.6 is not installed");
        }
        return libraries.reachXServer()
                ? Optional.empty()
                : Optional.of("no X server answers at DISPLAY=" + environment.getOrDefault("DISPLAY", ""));
    }

    private boolean isUnset(String variable) {
        return environment.getOrDefault(variable, "").isBlank();
    }
}
