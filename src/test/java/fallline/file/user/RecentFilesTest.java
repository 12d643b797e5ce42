package fallline.file.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The list of recent files")
class RecentFilesTest {
    private final Path folder;
    private final RecentFiles recent;

    RecentFilesTest(@TempDir Path folder) {
        this.folder = folder;
        recent = new RecentFiles(folder.resolve("config").resolve("recent.json"));
    }

    @Test
    @DisplayName("has ten files, the last one first and each once")
    void order() {
        for (int i = 0; i < 12; i++) {
            recent.add(folder.resolve(i + ".fallline"));
        }
        recent.add(folder.resolve("5.fallline"));
        assertThat(recent.read())
                .hasSize(10)
                .doesNotHaveDuplicates()
                .startsWith(folder.resolve("5.fallline"), folder.resolve("11.fallline"))
                .endsWith(folder.resolve("2.fallline"));
        recent.clear();
        assertThat(recent.read()).isEmpty();
    }

    @Test
    @DisplayName("is empty where there is none, or it is damaged")
    void damaged() throws IOException {
        assertThat(recent.read()).isEmpty();
        Files.createDirectories(recent.file().getParent());
        for (String text :
                new String[] {"", "{", "[1]", "{\"files\": 3}", "{\"files\": [3]}", "{\"files\": [\"\\u0000\"]}"}) {
            Files.writeString(recent.file(), text);
            assertThat(recent.read()).as(text).isEmpty();
        }
        recent.add(folder.resolve("a.json"));
        assertThat(recent.read()).containsExactly(folder.resolve("a.json"));
    }
}
