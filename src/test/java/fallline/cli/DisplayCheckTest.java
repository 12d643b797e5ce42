package fallline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DisplayCheckTest {
    private static final Map<String, String> DISPLAY = Map.of("DISPLAY", ":0");
    private static final Set<String> ALL = Set.of("libgtk-3.so.0", "libXtst.so.6");

    private record Machine(Set<String> libraries, boolean answers) implements NativeLibraries {
        @Override
        public boolean has(String library) {
            return libraries.contains(library);
        }

        @Override
        public boolean reachXServer() {
            return answers;
        }
    }

    private static Optional<String> obstacle(
            String system, String platform, Map<String, String> environment, Machine machine) {
        return new DisplayCheck(system, platform, environment, machine).obstacle();
    }

    @Test
    @DisplayName("finds nothing in the way where all is there")
    void allIsWell() {
        assertThat(obstacle("Linux", "", DISPLAY, new Machine(ALL, true))).isEmpty();
        assertThat(obstacle("Linux", "", Map.of("WAYLAND_DISPLAY", "wayland-0"), new Machine(ALL, true)))
                .isEmpty();
    }

    @Test
    @DisplayName("says what is missing on Linux")
    void linux() {
        assertThat(obstacle("Linux", "", Map.of(), new Machine(ALL, true)))
                .contains("there is no display (DISPLAY is not set)");
        assertThat(obstacle("Linux", "", Map.of("DISPLAY", ""), new Machine(ALL, true)))
                .isPresent();
        assertThat(obstacle("Linux", "", DISPLAY, new Machine(Set.of("libXtst.so.6"), true)))
                .contains("GTK 3 (libgtk-3.so.0) is not installed");
        assertThat(obstacle("Linux", "", DISPLAY, new Machine(Set.of("libgtk-3.so.0"), true)))
                .contains("the X library libXtst.so.6 is not installed");
        assertThat(obstacle("Linux", "", DISPLAY, new Machine(ALL, false)))
                .contains("no X server answers at DISPLAY=:0");
    }

    @Test
    @DisplayName("takes a display for granted on macOS, on Windows and on the headless platform of the tests")
    void elsewhere() {
        Machine bare = new Machine(Set.of(), false);
        assertThat(obstacle("Mac OS X", "", Map.of(), bare)).isEmpty();
        assertThat(obstacle("Windows 11", "", Map.of(), bare)).isEmpty();
        assertThat(obstacle("Linux", "Headless", Map.of(), bare)).isEmpty();
    }

    @Test
    @DisplayName("a library that does not exist is not there, and looking for it is no error")
    void missingLibrary() {
        assertThat(new LinkedLibraries().has("libno-such-library-anywhere.so.0"))
                .isFalse();
    }
}
