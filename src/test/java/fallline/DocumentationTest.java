package fallline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The pages of the documentation and how they hang together.
class DocumentationTest {
    /// `[words](target)`, also of a picture.
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");

    private static final Path ROOT = Path.of("");

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }

    /// The files that a page links to; other sites and places within the page are left out.
    private static List<Path> targets(Path page) throws IOException {
        List<Path> targets = new ArrayList<>();
        Matcher links = LINK.matcher(Files.readString(page));
        while (links.find()) {
            String target = links.group(1).replaceFirst("#.*", "");
            if (!target.isEmpty() && !target.contains("://")) {
                targets.add(page.resolveSibling(target).normalize());
            }
        }
        return targets;
    }

    @Test
    @DisplayName("every link of the README and of docs leads to a file that exists")
    void links() throws IOException {
        List<String> broken = new ArrayList<>();
        int count = 0;
        for (Path page : pages()) {
            for (Path target : targets(page)) {
                count++;
                if (!Files.exists(target)) {
                    broken.add(page + " → " + target);
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(count).isGreaterThan(30);
    }

    @Test
    @DisplayName("every page can be reached from the README")
    void reachable() throws IOException {
        List<Path> reached = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        for (int i = 0; i < reached.size(); i++) {
            for (Path target : targets(reached.get(i))) {
                if (target.toString().endsWith(".md") && Files.exists(target) && !reached.contains(target)) {
                    reached.add(target);
                }
            }
        }
        assertThat(pages())
                .filteredOn(page -> !page.startsWith(Path.of("docs", "decisions"))) // the folder itself is linked
                .allSatisfy(page -> assertThat(reached).contains(page));
    }
}
