package fallline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Exported scripts, run by the Python of this machine, beside the engine.
class PythonCodeTest {
    private static final double TOLERANCE = 1e-10;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it
    private static Path folder;

    private static final List<Case> CASES = PythonCases.all();
    private static Optional<Python> numpy = Optional.empty();
    private static Optional<Python> torch = Optional.empty();
    private static boolean compiled;

    @BeforeAll
    @SuppressWarnings("NullAway") // JUnit has made the folder by then
    static void runAllScripts() throws IOException {
        Optional<Python> plain = Python.with();
        numpy = Python.with("numpy");
        // before 2.0, NAdam multiplied one momentum in twice, and L-BFGS's last digits were others
        torch = Python.with("torch", "numpy")
                .filter(python ->
                        python.succeeds("-c", "import torch; assert int(torch.__version__.split('.')[0]) >= 2"));
        List<Path> numpyScripts = new ArrayList<>();
        List<Path> torchScripts = new ArrayList<>();
        for (int i = 0; i < CASES.size(); i++) {
            Path file =
                    Files.writeString(folder.resolve(i + ".json"), CASES.get(i).experiment());
            numpyScripts.add(write(file, "numpy", folder.resolve(i + "_numpy.py")));
            torchScripts.add(write(file, "pytorch", folder.resolve(i + "_torch.py")));
        }
        if (plain.isPresent()) {
            List<String> compile = new ArrayList<>(List.of("-m", "py_compile"));
            torchScripts.forEach(script -> compile.add(script.toString()));
            compiled = plain.get().succeeds(compile.toArray(String[]::new));
        }
        if (numpy.isPresent()) {
            numpy.get().run(numpyScripts, folder);
        }
        if (torch.isPresent()) {
            torch.get().run(torchScripts, folder);
        }
    }

    private static Path write(Path file, String target, Path script) {
        var session = new Session();
        assertThat(session.run("code", file.toString(), "--target", target, "-o", script.toString()))
                .as(session.err())
                .isZero();
        return script;
    }

    static List<Case> cases() {
        return CASES;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    @DisplayName("with NumPy prints the trace's CSV, all numbers within 1e-10")
    void numpyAgrees(Case one) throws IOException {
        assumeTrue(numpy.isPresent(), "there is no python3 with numpy on this machine");
        compare(one, "_numpy.py");
    }

    @Test
    @DisplayName("with PyTorch prints the traces' CSV as well, all numbers within 1e-10")
    void torchAgrees() throws IOException {
        assumeTrue(torch.isPresent(), "there is no python3 with torch 2 or newer on this machine");
        for (Case one : CASES) {
            compare(one, "_torch.py");
        }
    }

    @Test
    @DisplayName("with PyTorch uses torch.optim where the rule is PyTorch's, and our own update where it is not")
    void torchText() throws IOException {
        String adam = torchOf("w2/adam_default");
        assertThat(adam)
                .contains("class Adam(TorchOptim):", "make = torch.optim.Adam", "betas=(beta1, beta2)")
                .contains("torch.set_default_dtype(torch.float64)", "torch.autograd.grad(value, theta)");
        assertThat(torchOf("a rule of its own")).contains("class MyRule:").doesNotContain("torch.optim");
        assertThat(torchOf("lbfgs and cg")).contains("torch.optim.LBFGS(", "class ConjugateGradient:");
    }

    private static String torchOf(String name) throws IOException {
        int index = 0;
        while (!CASES.get(index).name().startsWith(name)) {
            index++;
        }
        return Files.readString(folder.resolve(index + "_torch.py"));
    }

    @Test
    @DisplayName("with PyTorch compiles, every one of them")
    void torchCompiles() {
        assumeTrue(Python.with().isPresent(), "there is no python3 on this machine");
        assertThat(compiled).isTrue();
    }

    private static void compare(Case one, String ending) throws IOException {
        int index = CASES.indexOf(one);
        Path script = folder.resolve(index + ending);
        Path errors = folder.resolve(index + ending + ".err");
        assertThat(Files.exists(errors) ? Files.readString(errors) : "").isEmpty();
        Path trace = folder.resolve(index + ".csv");
        var session = new Session();
        assertThat(session.run("run", folder.resolve(index + ".json").toString(), "--trace", trace.toString()))
                .as(session.err())
                .isZero();
        List<String> expected = Files.readAllLines(trace);
        List<String> actual = Files.readAllLines(Path.of(script + ".out"));
        assertThat(actual.getFirst()).isEqualTo(expected.getFirst());
        List<String> wanted =
                expected.stream().filter(line -> isCompared(line, one)).toList();
        List<String> found =
                actual.stream().filter(line -> isCompared(line, one)).toList();
        assertThat(found).hasSameSizeAs(wanted);
        for (int i = 1; i < wanted.size(); i++) {
            compare(wanted.get(i), found.get(i));
        }
    }

    /// The cells of a line without its first, the run's name.
    private static List<String> cells(String line) {
        String rest = line.startsWith("\"") ? line.substring(line.lastIndexOf("\",") + 1) : line;
        return List.of(rest.substring(rest.indexOf(',') + 1).split(",", -1));
    }

    private static boolean isCompared(String line, Case one) {
        String step = cells(line).getFirst();
        return step.equals("step") || Integer.parseInt(step) <= one.lastStep();
    }

    private static void compare(String expected, String actual) {
        List<String> wanted = cells(expected);
        List<String> found = cells(actual);
        assertThat(found).as(actual).hasSameSizeAs(wanted);
        assertThat(actual.substring(0, actual.indexOf(','))).isEqualTo(expected.substring(0, expected.indexOf(',')));
        assertThat(found.subList(0, 2)).as(expected).isEqualTo(wanted.subList(0, 2));
        for (int j = 2; j < wanted.size(); j++) {
            if (found.get(j).equals(wanted.get(j))) {
                continue;
            }
            double number = Double.parseDouble(wanted.get(j));
            assertThat(Double.parseDouble(found.get(j)))
                    .as("column %d of %s against %s", j, actual, expected)
                    .isCloseTo(number, within(TOLERANCE * Math.max(1, Math.abs(number))));
        }
    }
}
