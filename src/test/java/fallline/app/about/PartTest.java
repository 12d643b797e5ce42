package fallline.app.about;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The list of parts")
class PartTest {
    private final String pom = read();

    private static String read() {
        try {
            return Files.readString(Path.of("pom.xml"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("names every library that the application ships, with a licence")
    void complete() {
        int own = pom.indexOf("<dependencies>", pom.indexOf("</dependencyManagement>"));
        String dependencies = pom.substring(own, pom.indexOf("</dependencies>", own));
        Set<String> shipped = new HashSet<>();
        for (String dependency : dependencies.split("</dependency>", -1)) {
            var group = Pattern.compile("<groupId>([^<]+)</groupId>").matcher(dependency);
            if (group.find() && !dependency.contains("<scope>test</scope>")) {
                shipped.add(group.group(1));
            }
        }
        Set<String> named = new HashSet<>();
        Part.all().forEach(part -> named.add(part.group()));

        assertThat(shipped).isNotEmpty();
        assertThat(named).containsAll(shipped);
        assertThat(Part.all()).allMatch(part -> !part.licence().isBlank());
    }
}
