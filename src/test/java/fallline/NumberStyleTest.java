package fallline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Numbers that people see are written in one place.
@DisplayName("Numbers that are shown")
class NumberStyleTest {
    private static final Path SOURCES = Path.of("src/main/java/fallline");

    /// The rooms that show things.
    private static final List<String> ROOMS = List.of("figure", "workbench", "analysis", "picture", "app");

    /// Ways around `fallline.number`.
    private static final Pattern BYWAY = Pattern.compile(
            "\"[^\"]*%[-+0#(]*([0-9]*(\\.[0-9]+)?[eEfgG]|,[0-9]*(\\.[0-9]+)?[dfgG])[^\"]*\"|Double\\.toString\\("
                    + "|Float\\.toString\\(|Long\\.toString\\(|toPlainString\\(|DecimalFormat|NumberFormat\\.");

    /// A number with commas between groups of digits, in words.
    private static final Pattern COMMAS = Pattern.compile("\"[^\"]*(?<![{\\d])\\d{1,3}(,\\d{3})+(?![\\d}])[^\"]*\"");

    /// A power of ten with an e, in words.
    private static final Pattern EXPONENT = Pattern.compile("\"[^\"]*\\de−\\d[^\"]*\"");

    /// Who writes numbers otherwise, and why.
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "app/controls/NumberField.java", "shows a whole number without groups while it is typed",
            "picture/fit/EditPlane.java", "writes a cell of data, as a file has it");

    private static List<String> lines(Path room, Pattern what) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(room)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            for (Path file : sources) {
                String name = SOURCES.relativize(file).toString().replace('\\', '/');
                for (String line : EXCEPTIONS.containsKey(name) ? List.<String>of() : Files.readAllLines(file)) {
                    if (!line.strip().startsWith("///") && what.matcher(line).find()) {
                        found.add(name + ": " + line.strip());
                    }
                }
            }
        }
        return found;
    }

    @Test
    @DisplayName("are written by fallline.number alone in the rooms that show them")
    void oneWriter() throws IOException {
        List<String> found = new ArrayList<>();
        for (String room : ROOMS) {
            found.addAll(lines(SOURCES.resolve(room), BYWAY));
        }
        assertThat(found).as("use fallline.number.Numbers").isEmpty();
    }

    @Test
    @DisplayName("have no commas between groups of digits, and no e, in any sentence of the program")
    void sentences() throws IOException {
        assertThat(lines(SOURCES, COMMAS)).as("write \\u202f, or Numbers.whole").isEmpty();
        assertThat(lines(SOURCES, EXPONENT)).as("write 10⁻⁹, or Numbers.brief").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"%.1e\"", "\"%,d rows\"", "\"%6.3f\"", "Double.toString(x)", "\"%.0f\"", "\"%g\""})
    @DisplayName("would be found if they were written otherwise")
    void canFail(String line) {
        assertThat(BYWAY.matcher(line).find()).isTrue();
        assertThat(BYWAY.matcher("\"(%s, %d)\" + Numbers.brief(x, 3) + \"50 % of\"")
                        .find())
                .isFalse();
        assertThat(COMMAS.matcher("\"at most 1,000,000 steps\"").find()).isTrue();
    }
}
