package fallline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fallline.cli.PythonCases.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The short scripts and the notebooks, run by the Python of this machine, beside the engine.
class TextbookCodeTest {
    /// In the short script powers are NumPy's, sums have another order, and nothing is carried from step to step.
    private static final double TOLERANCE = 1e-7;

    private static final int BOOKS = 20;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it
    private static Path folder;

    /// Of the reference trajectories every fourth: [PythonCodeTest] runs them all.
    private static final List<Case> CASES = sample(PythonCases.all());

    private static List<Case> sample(List<Case> all) {
        List<Case> sample = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (i % 4 == 0 || !all.get(i).name().contains("/")) {
                sample.add(all.get(i));
            }
        }
        return sample;
    }

    private static Optional<Python> numpy = Optional.empty();
    private static final List<Integer> WRITTEN = new ArrayList<>();
    private static final List<String> REFUSED = new ArrayList<>();

    @BeforeAll
    static void runAllScripts() throws IOException {
        numpy = Python.with("numpy");
        List<Path> scripts = new ArrayList<>();
        for (int i = 0; i < CASES.size(); i++) {
            Path file =
                    Files.writeString(folder.resolve(i + ".json"), CASES.get(i).experiment());
            Path script = folder.resolve(i + "_short.py");
            var session = new Session();
            if (session.run("code", file.toString(), "--target", "numpy-short", "-o", script.toString()) == 0) {
                WRITTEN.add(i);
                scripts.add(script);
            } else {
                REFUSED.add(CASES.get(i).name() + ": " + session.err().strip());
                assertThat(Files.exists(script)).isFalse();
            }
        }
        if (numpy.isPresent()) {
            numpy.get().run(scripts, folder);
        }
    }

    @Test
    @DisplayName("The short script prints the run's steps, J and parameters, within 1e-7")
    void agrees() throws IOException {
        assumeTrue(numpy.isPresent(), "there is no python3 with numpy on this machine");
        int compared = 0;
        for (int index : WRITTEN) {
            Path script = folder.resolve(index + "_short.py");
            Path errors = folder.resolve(index + "_short.py.err");
            assertThat(Files.exists(errors) ? Files.readString(errors) : "")
                    .as(Files.readString(script))
                    .isEmpty();
            compared += compare(CASES.get(index), script, trace(index));
        }
        assertThat(compared).isGreaterThan(3000);
    }

    private static List<String> trace(int index) throws IOException {
        Path trace = folder.resolve(index + ".csv");
        var session = new Session();
        assertThat(session.run("run", folder.resolve(index + ".json").toString(), "--trace", trace.toString()))
                .isZero();
        return Files.readAllLines(trace);
    }

    /// @return how many lines were compared
    private static int compare(Case one, Path script, List<String> trace) throws IOException {
        boolean shuffled = Files.readString(script).contains("rng.permutation");
        List<String> printed = Files.readAllLines(Path.of(script + ".out"));
        String run = run(trace.get(1));
        int lines = 0;
        for (String line : trace.subList(1, trace.size())) {
            if (!run(line).equals(run)) {
                break;
            }
            String rest = line.substring(run.length() + 1);
            String[] cells = rest.split(",", -1);
            int step = Integer.parseInt(cells[0]);
            boolean finite = Double.isFinite(Double.parseDouble(cells[3]));
            if (step > one.lastStep() || !finite || (shuffled && step > 0)) {
                break;
            }
            String[] found = printed.get(step).split(" ", -1);
            assertThat(found[0]).isEqualTo(cells[0]);
            close(found[1], cells[3], one + ": " + line);
            for (int j = 5; j < cells.length; j++) {
                close(found[j - 3], cells[j], one + ": " + line);
            }
            lines++;
        }
        return lines;
    }

    private static String run(String line) {
        return line.startsWith("\"")
                ? line.substring(0, line.lastIndexOf("\",") + 1)
                : line.substring(0, line.indexOf(','));
    }

    private static void close(String found, String wanted, String line) {
        double number = Double.parseDouble(wanted);
        assertThat(Double.parseDouble(found))
                .as(line)
                .isCloseTo(number, within(TOLERANCE * Math.max(1, Math.abs(number))));
    }

    @Test
    @DisplayName("What a few lines cannot say is refused in one sentence with a remedy, and nothing else is")
    void refused() {
        assertThat(WRITTEN).hasSizeGreaterThan(CASES.size() / 2);
        assertThat(REFUSED).allSatisfy(said -> assertThat(said)
                .contains("The short script has no lines for ")
                .containsAnyOf(
                        "Newton",
                        "L-BFGS",
                        "onjugate",
                        "line search",
                        "noise",
                        "averaging",
                        "its schedule",
                        "were given",
                        "on the way",
                        "l1")
                .endsWith(": write the exact script, or choose another run."));
    }

    @Test
    @DisplayName("J = w² is some fifteen lines, with the numbers 20, 16, 12.8")
    void parabola() throws IOException {
        Path file = Files.writeString(folder.resolve("parabola.json"), """
                {"fallline": 1, "problem": {"kind": "formula", "expression": "w^2", "variables": ["w"]}, "start": [20], "steps": 3,
                 "runs": [{"name": "a", "optimizer": "gd", "hyperparameters": {"lr": 0.1}}]}""");
        Path script = folder.resolve("parabola.py");
        assertThat(new Session().run("code", file.toString(), "--target", "numpy-short", "-o", script.toString()))
                .isZero();
        String text = Files.readString(script);
        assertThat(text.lines().count()).isLessThanOrEqualTo(16);
        assertThat(text).contains("return w**2", "return 2*w", "w = w - lr*g").doesNotContain("weight_decay");
        assumeTrue(numpy.isPresent(), "there is no python3 with numpy on this machine");
        numpy.get().run(List.of(script), folder);
        assertThat(Files.readString(Path.of(script + ".out"))).startsWith("0 400.0 20.0\n1 256.0 16.0\n2 163.84");
    }

    @Test
    @DisplayName("A notebook is nbformat 4.5, and its cells run one after the other")
    void notebook() throws IOException {
        List<Path> scripts = new ArrayList<>();
        for (int i = 0; i < CASES.size(); i += CASES.size() / BOOKS) {
            Path book = folder.resolve(i + ".ipynb");
            var session = new Session();
            assertThat(session.run(
                            "code",
                            folder.resolve(i + ".json").toString(),
                            "--target",
                            "notebook",
                            "-o",
                            book.toString()))
                    .as(session.err())
                    .isZero();
            JsonNode read = new ObjectMapper().readTree(Files.readString(book));
            assertThat(read.path("nbformat").asInt()).isEqualTo(4);
            assertThat(read.path("nbformat_minor").asInt()).isEqualTo(5);
            StringBuilder code = new StringBuilder();
            for (JsonNode cell : read.path("cells")) {
                assertThat(cell.path("id").asText()).matches("[a-zA-Z0-9-_]{1,64}");
                StringBuilder source = new StringBuilder();
                cell.path("source").forEach(line -> source.append(line.asText()));
                if (cell.path("cell_type").asText().equals("code")) {
                    assertThat(cell.has("outputs") && cell.has("execution_count"))
                            .isTrue();
                    // each in the names of those before, as in a notebook; without the plot's library the plot is left
                    // out
                    code.append("exec(compile(")
                            .append(new ObjectMapper().writeValueAsString(source.toString()))
                            .append(", 'cell', 'exec'), globals())\n");
                }
            }
            code.insert(0, """
                    import sys, types
                    class Anything:
                        def __getattr__(self, name): return lambda *a, **k: None
                    plain = types.ModuleType("matplotlib.pyplot")
                    plain.__getattr__ = lambda name: (lambda *a, **k: None)
                    sys.modules["matplotlib"] = types.ModuleType("matplotlib")
                    sys.modules["matplotlib"].pyplot = plain
                    sys.modules["matplotlib.pyplot"] = plain
                    """);
            scripts.add(Files.writeString(folder.resolve(i + "_book.py"), code));
        }
        assumeTrue(numpy.isPresent(), "there is no python3 with numpy on this machine");
        numpy.get().run(scripts, folder);
        for (Path script : scripts) {
            Path errors = Path.of(script + ".err");
            assertThat(Files.exists(errors) ? Files.readString(errors) : "").isEmpty();
            assertThat(Files.readString(Path.of(script + ".out"))).contains("steps; the last is {'run': ");
        }
    }
}
