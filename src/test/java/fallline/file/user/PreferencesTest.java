package fallline.file.user;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.experiment.view.SurfaceLook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesTest {
    private final Path folder;

    PreferencesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @EnumSource(Preferences.Theme.class)
    @DisplayName("come back as they were, in a folder that did not exist")
    void roundTrip(Preferences.Theme theme) {
        var file = new PreferencesFile(folder.resolve("new").resolve("preferences.json"));
        Preferences preferences = Preferences.USUAL
                .withTheme(theme)
                .withColours(SurfaceLook.Colours.CIVIDIS)
                .withSize(150)
                .withDigits(12)
                .withSpeed(30)
                .withAutosave(true)
                .withFolder(Optional.of(folder))
                .withLastFolder(folder)
                .withWindow(new WindowPlace(-20, 10, 1200, 800, true))
                .withShares(new Shares(0.3, 0.7))
                .withLessons(Optional.of(folder));

        assertThat(file.write(preferences)).isTrue();

        assertThat(file.read()).isEqualTo(preferences);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"theme\": 5}", "{\"theme\": \"pink\"}", "{\"last_folder\": [1]}"})
    @DisplayName("are the usual ones where the file is damaged")
    void damaged(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("preferences.json"), text);

        assertThat(new PreferencesFile(file).read()).isEqualTo(Preferences.USUAL);
    }

    @Test
    @DisplayName("lose only the part that is damaged")
    void damagedPart() throws IOException {
        Path file = Files.writeString(
                folder.resolve("preferences.json"),
                "{\"theme\": \"dark\", \"size\": \"large\", \"window\": {\"x\": 1}, \"digits\": 900, \"speed\": -1}");

        assertThat(new PreferencesFile(file).read())
                .isEqualTo(Preferences.USUAL
                        .withTheme(Preferences.Theme.DARK)
                        .withDigits(17)
                        .withSpeed(0.5));
    }

    @Test
    @DisplayName("are the usual ones where there is no file, and forget a folder that is gone")
    void missing() throws IOException {
        Path file = folder.resolve("preferences.json");
        assertThat(new PreferencesFile(file).read()).isEqualTo(Preferences.USUAL);

        Files.writeString(file, "{\"theme\": \"dark\", \"last_folder\": \"/no/such/folder\"}");
        assertThat(new PreferencesFile(file).read()).isEqualTo(Preferences.USUAL.withTheme(Preferences.Theme.DARK));
    }

    @Test
    @DisplayName("that cannot be written are no error")
    void unwritable() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("file"), "x");

        assertThat(new PreferencesFile(notAFolder.resolve("preferences.json")).write(Preferences.USUAL))
                .isFalse();
    }

    @Test
    @DisplayName("lie where each operating system wants them")
    void places() {
        Path home = folder.toAbsolutePath();
        Path elsewhere = home.resolve("elsewhere");

        assertThat(ConfigFolder.of("Linux", Map.of(), home)).isEqualTo(home.resolve(".config/fallline"));
        assertThat(ConfigFolder.of("Linux", Map.of("XDG_CONFIG_HOME", elsewhere.toString()), home))
                .isEqualTo(elsewhere.resolve("fallline"));
        assertThat(ConfigFolder.of("Linux", Map.of("XDG_CONFIG_HOME", "relative"), home))
                .isEqualTo(home.resolve(".config/fallline"));
        assertThat(ConfigFolder.of("Windows 11", Map.of("APPDATA", elsewhere.toString()), home))
                .isEqualTo(elsewhere.resolve("Fall Line"));
        assertThat(ConfigFolder.of("Mac OS X", Map.of(), home))
                .isEqualTo(home.resolve("Library/Application Support/Fall Line"));
    }
}
