package fallline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.data.Column.TextColumn;
import fallline.data.CsvReader;
import fallline.data.CsvTable;
import fallline.text.Printable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

@DisplayName("A name of a stranger")
class HostileNamesTest {
    private static final List<String> NAMES = List.of(
            "=cmd|' /C calc'!A0",
            "\u001b[2J\u001b]0;title\u0007",
            "a\nb\r\nc\td",
            "\u0000\u0001\u007f\u0085\u009b31m",
            "\u202egnp.exe \u2066",
            "\"\"\"\\'''\\",
            "]]> <b>&amp; $x_1^2$ \\frac{",
            "n".repeat(5_000));

    /// All but the long one in one name.
    private static final String ALL = String.join("", NAMES.subList(0, NAMES.size() - 1));

    private final Session session = new Session();
    private final Path folder;

    HostileNamesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    static List<String> names() {
        return NAMES;
    }

    /// An experiment in which a column, a run and the file itself have such a name.
    private Path experiment(String column, List<String> runs) throws IOException {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("fallline", 1).put("steps", 3);
        ObjectNode problem = root.putObject("problem").put("kind", "linear-regression");
        ObjectNode columns = problem.putObject("data").putObject("columns");
        columns.putArray(column).add(1).add(2).add(4);
        columns.putArray("y").add(1).add(3).add(4);
        problem.putArray("features").add(column);
        problem.put("target", "y");
        var all = root.putArray("runs");
        runs.forEach(name -> all.addObject().put("name", name).put("optimizer", "gd"));
        return Files.writeString(folder.resolve("experiment.json"), escaped(root.toString()));
    }

    /// Half a character can stand in a JSON text only by its number.
    private static String escaped(String json) {
        return json.replaceAll("(?<![\\ud800-\\udbff])\ud83d(?![\\udc00-\\udfff])", "\\\\ud83d");
    }

    private void assertHarmless(String printed) {
        assertThat(Printable.lines(printed)).isEqualTo(printed).doesNotContain("\t");
    }

    @Test
    @DisplayName("with half a character in it is read, or refused with a sentence that says where")
    void half() throws IOException {
        Path experiment = experiment("half \ud83d", List.of("one"));

        if (session.run("run", experiment.toString()) != 0) {
            assertThat(session.err()).contains("line 1, column").endsWith("correct it there.\n");
        }
        assertHarmless(session.out());
        assertHarmless(session.err());
    }

    @Test
    @DisplayName("is printed without anything that a terminal obeys")
    void terminal() throws IOException {
        assertThat(session.run("run", experiment(ALL, NAMES).toString()))
                .as(session.err())
                .isZero();
        assertThat(session.out().lines()).hasSize(1 + NAMES.size());
        new WithoutWindow(Session.CATALOGUE, session.console(), (_, _) -> {}, folder.resolve("a.png"), "there is none")
                .open(Optional.of(folder.resolve("experiment.json").toString()));
        session.run("check", folder.resolve("experiment.json").toString());
        assertHarmless(session.out());
        assertHarmless(session.err());
    }

    @ParameterizedTest
    @MethodSource("names")
    @DisplayName("is repeated in a message with at most 60 characters, and none that a terminal obeys")
    void messages(String name) throws IOException {
        String good = Files.readString(experiment("x", List.of("A")));
        Path twice = experiment("x", List.of(name, name));
        ObjectNode quoted = JsonNodeFactory.instance.objectNode().put("name", name);
        String json = quoted.toString()
                .substring("{\"name\":".length(), quoted.toString().length() - 1);
        List<String> texts = List.of(
                Files.readString(twice),
                good.replace("\"gd\"", json),
                good.replace("\"features\":[\"x\"]", "\"features\":[" + json + "]"),
                good.replace("\"linear-regression\"", json),
                good.replace("\"steps\"", json),
                good.replace("\"fallline\":1", json + ":1," + json + ":2,\"fallline\":1"),
                good.replace("\"optimizer\":\"gd\"", "\"optimizer\":\"gd\",\"hyperparameters\":{" + json + ":1}"));
        for (String text : texts) {
            Files.writeString(twice, escaped(text));
            Session one = new Session();
            one.run("run", twice.toString());
            assertThat(one.err().length()).as(one.err()).isLessThan(700);
            assertThat(one.err()).doesNotContain("n".repeat(61));
            assertHarmless(one.err());
        }
        Session options = new Session();
        options.run("run", "--" + name, name);
        options.run("render", twice.toString(), "--view", name, "-o", "a.png");
        options.run("render", twice.toString(), "--theme=" + name, "-o", "a.png");
        options.run("code", twice.toString(), "--target", name, "-o", "a.py");
        assertThat(options.err()).doesNotContain("n".repeat(61));
        assertHarmless(options.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"svg", "pdf"})
    @DisplayName("leaves pictures well-formed")
    void pictures(String ending) throws IOException, ParserConfigurationException, SAXException {
        Path file = folder.resolve("picture." + ending);
        assertThat(session.run("render", experiment(ALL, NAMES).toString(), "-o", file.toString()))
                .as(session.err())
                .isZero();
        assertThat(session.err()).isEmpty();
        if (ending.equals("svg")) {
            assertThat(DocumentBuilderFactory.newDefaultNSInstance()
                            .newDocumentBuilder()
                            .parse(file.toFile())
                            .getDocumentElement()
                            .getTagName())
                    .isEqualTo("svg");
        } else {
            try (PDDocument document = Loader.loadPDF(file.toFile())) {
                assertThat(document.getNumberOfPages()).isEqualTo(1);
                assertThat(new PDFTextStripper().getText(document)).contains("step");
            }
        }
    }

    @Test
    @DisplayName("leaves scripts that Python reads")
    void scripts() throws IOException {
        Optional<Python> python = Python.with();
        Assumptions.assumeTrue(python.isPresent(), "there is a Python 3 here");
        List<Path> scripts = new ArrayList<>();
        Path experiment = experiment(ALL, NAMES);
        for (String target : List.of("numpy", "pytorch")) {
            Path script = folder.resolve(target + ".py");
            assertThat(session.run("code", experiment.toString(), "--target", target, "-o", script.toString()))
                    .as(session.err())
                    .isZero();
            scripts.add(script);
        }
        List<String> arguments = new ArrayList<>(List.of(
                "-c", "import ast, sys\nfor name in sys.argv[1:]: ast.parse(open(name, encoding='utf-8').read())"));
        scripts.forEach(script -> arguments.add(script.toString()));
        assertThat(python.get().succeeds(arguments.toArray(String[]::new))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+x", "-x", "−x", "@SUM(A1)", "\tx", "'quoted'", "''", "x", "a,\"b\""})
    @DisplayName("is no formula for a spreadsheet, and the same again when the trace is read")
    void spreadsheets(String name) throws IOException {
        Path trace = folder.resolve("trace.csv");
        assertThat(session.run("run", experiment(name, List.of(name)).toString(), "--trace", trace.toString()))
                .as(session.err())
                .isZero();
        String text = Files.readString(trace, StandardCharsets.UTF_8);
        assertThat(text.replace("\"", "").split("[,\n]", -1))
                .noneMatch(cell -> cell.matches("(?s)[=+@\\t\u2212].*|-[^0-9].*"));
        CsvTable table = CsvReader.read(trace);
        assertThat(table.dataset().columns().getLast().name()).isEqualTo(name);
        assertThat(((TextColumn) table.dataset().columns().getFirst()).values()).containsOnly(name);
    }
}
