package fallline.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The guide as HTML")
class GuideFolderTest {
    private static final Pattern TARGET = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

    @TempDir
    Path parent;

    private static List<Path> pages(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.getParent());
    }

    private Path put() {
        return new GuideFolder(parent).put();
    }

    private static List<Path> inside(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    @DisplayName("has no link, picture or anchor that leads nowhere")
    void links() throws IOException {
        Path folder = folder(put());
        List<String> broken = new ArrayList<>();
        int pictures = 0;
        int links = 0;
        for (Path page : pages(folder)) {
            Matcher targets = TARGET.matcher(Files.readString(page));
            while (targets.find()) {
                String target = targets.group(1);
                if (target.contains("://")) {
                    continue;
                }
                String[] parts = target.split("#", 2);
                Path file = parts[0].isEmpty() ? page : folder.resolve(parts[0]);
                boolean there = Files.isRegularFile(file)
                        && (parts.length == 1 || Files.readString(file).contains("id=\"" + parts[1] + "\""));
                if (!there) {
                    broken.add(page.getFileName() + " → " + target);
                }
                pictures += target.endsWith(".png") ? 1 : 0;
                links++;
            }
        }
        assertThat(broken).isEmpty();
        assertThat(pictures).isGreaterThan(20);
        assertThat(links).isGreaterThan(100);
    }

    @Test
    @DisplayName("has the guide, the glossary, the views and all pages that the guide links to, with their tables")
    void whole() throws IOException {
        Path first = put();
        List<String> names = pages(folder(first)).stream()
                .map(page -> page.getFileName().toString())
                .toList();
        assertThat(names)
                .contains("index.html", "glossary.html", "views.html", "optimizers.html", "formula-language.html")
                .doesNotContain("architecture.html");
        assertThat(Files.readString(first))
                .contains("<h1 id=\"user-guide\">User guide</h1>", "<a href=\"index.html\" aria-current=\"page\">");
        assertThat(Files.readString(first.resolveSibling("glossary.html"))).contains("<td>epoch</td>");
        assertThat(Files.readString(first.resolveSibling("guide.css"))).contains("prefers-color-scheme: dark");
        assertThat(first.resolveSibling("pictures").resolve("solid.png"))
                .hasSameBinaryContentAs(Path.of("docs", "guide", "solid.png"));
    }

    @Test
    @DisplayName("is put there once, whole, beside nothing else; an older one goes")
    void once() throws IOException {
        Path older = Files.createDirectories(parent.resolve("guide-0123456789ab"));
        Files.writeString(older.resolve("index.html"), "old");
        Path kept = Files.writeString(parent.resolve("preferences.json"), "{}");
        Path first = put();
        FileTime written = FileTime.fromMillis(0);
        Files.setLastModifiedTime(first, written);
        assertThat(put()).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(first)).isEqualTo(written);
        assertThat(inside(parent)).containsExactlyInAnyOrder(folder(first), kept);
    }

    @Test
    @DisplayName("goes among the temporary files where its folder cannot be made")
    void elsewhere() throws IOException {
        Path file = Files.writeString(parent.resolve("a-file"), "");
        Path first = new GuideFolder(file.resolve("folder")).put();
        assertThat(first).exists();
        assertThat(Files.readString(file)).isEmpty();
        try (Stream<Path> files = Files.walk(folder(folder(first)))) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    @DisplayName("leads by a page's heading to what stands under it, and to nothing by another word")
    void sections() {
        assertThat(Guide.view("loss-a-map")).hasValueSatisfying(section -> {
            assertThat(section.title()).isEqualTo("Loss: a map");
            assertThat(section.content()).hasSizeGreaterThanOrEqualTo(3);
        });
        assertThat(Guide.view("no-such-view")).isEmpty();
    }
}
