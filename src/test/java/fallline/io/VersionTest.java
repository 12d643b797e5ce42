package fallline.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class VersionTest {
    @Test
    @DisplayName("is the one of the build")
    void version() throws IOException {
        assertThat(Version.text()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<version>" + Version.text() + "</version>");
    }
}
