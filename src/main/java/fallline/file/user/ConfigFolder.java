package fallline.file.user;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where an operating system wants a program's settings.
final class ConfigFolder {
    private ConfigFolder() {}

    /// The folder of the user who runs this program.
    static Path ofUser() {
        return of(System.getProperty("os.name", ""), System.getenv(), Path.of(System.getProperty("user.home", ".")));
    }

    /// @param system the value of `os.name`
    /// @param home the user's home folder
    static Path of(String system, Map<String, String> environment, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return variable("APPDATA", environment, home.resolve("AppData").resolve("Roaming"))
                    .resolve("Fall Line");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Fall Line");
        }
        return variable("XDG_CONFIG_HOME", environment, home.resolve(".config")).resolve("fallline");
    }

    private static Path variable(String name, Map<String, String> environment, Path usual) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(usual);
    }
}
