package fallline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.io.LogFile;
import fallline.io.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
    private final Path folder;
    private final Session session = new Session();

    CliTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private String file(String json) throws IOException {
        return Files.writeString(folder.resolve("my experiment.json"), json).toString();
    }

    private static String formula(String expression, String variables, String rest) {
        return "{\"fallline\": 1, \"problem\": {\"kind\": \"formula\", \"expression\": \"" + expression
                + "\", \"variables\": " + variables + "}, " + rest + "}";
    }

    private List<String> trace(String json) throws IOException {
        Path trace = folder.resolve("out file.csv");
        assertThat(session.run("run", file(json), "--trace", trace.toString()))
                .as(session.err())
                .isZero();
        String text = Files.readString(trace, StandardCharsets.UTF_8);
        assertThat(text).endsWith("\n").doesNotContain("\r");
        return text.lines().toList();
    }

    @Test
    @DisplayName("prints a table of all runs, in order, one line each")
    void table() throws IOException {
        int code = session.run("run", file(formula("w^2", "[\"w\"]", """
                "start": [20], "steps": 4, "runs": [
                  {"name": "good", "optimizer": "gd", "hyperparameters": {"lr": 0.1}},
                  {"name": "exact", "optimizer": "gd", "hyperparameters": {"lr": 0.5}}]""")));

        assertThat(code).isZero();
        assertThat(session.err()).isEmpty();
        assertThat(session.out()).isEqualTo("""
                run    steps  gradient evaluations  function evaluations  final loss    ‖∇J‖  verdict
                good       4                     4                     0   67.108864  16.384  not there yet: 83 % of the way after 4 steps; at this rate about 27 more
                exact      4                     4                     0         0.0     0.0  converged: nothing is left to gain
                """);
    }

    @Test
    @DisplayName("counts to a target before the verdict, and writes the quartiles of runs that are repeated")
    void race() throws IOException {
        String file = file(formula("w^2", "[\"w\"]", """
                "start": [20], "steps": 40, "runs": [
                  {"name": "good", "optimizer": "gd", "hyperparameters": {"lr": 0.1}},
                  {"name": "noisy", "optimizer": "gd", "hyperparameters": {"lr": 0.1}, "repeats": 5,
                   "modifiers": {"gradient_noise": 0.5}}]"""));
        Path csv = folder.resolve("quartiles.csv");
        // 400 · 0.8^(2k) < 1 from k = 14 on
        assertThat(session.run("run", file, "--to", "1,0", "--repeats", csv.toString()))
                .isZero();
        assertThat(session.out())
                .containsPattern("final loss +‖∇J‖ +steps to J (- J\\* )?< 1.0 +gradient evaluations to it")
                .containsPattern("good +40 .* 14 +14 +0  converged|good +40 .* 14 +14 +0  not there yet")
                .containsPattern("noisy, 5 seeds: .* of 5");
        assertThat(Files.readAllLines(csv)).hasSize(42).element(1).isEqualTo("noisy,0,0.0,5,400.0,400.0,400.0");
    }

    @Test
    @DisplayName("says what is wrong with a target, and that nothing is repeated")
    void noRace() throws IOException {
        String file = file(formula("w^2", "[\"w\"]", """
                "start": [20], "steps": 4, "runs": [{"name": "good", "optimizer": "gd"}]"""));
        assertThat(session.run("run", file, "--to", "soon")).isEqualTo(2);
        assertThat(session.err()).contains("--to must be a number such as 1e-6, got 'soon'.");
        assertThat(session.run("run", file, "--repeats", folder.resolve("q.csv").toString()))
                .isEqualTo(2);
        assertThat(session.err()).contains("no run of this experiment is repeated");
    }

    @Test
    @DisplayName("writes the trace: step 0 is the start, its lr is empty, numbers are the shortest that come back")
    void traceOfOneParameter() throws IOException {
        assertThat(trace(formula("w^2", "[\"w\"]", """
                "start": [20], "steps": 2, "runs": [{"name": "a", "optimizer": "gd", "hyperparameters": {"lr": 0.1}}]""")))
                .containsExactly(
                        "run,step,evaluations,lr,loss,gradient_norm,w",
                        "a,0,0,,400.0,40.0,20.0",
                        "a,1,1,0.1,256.0,32.0,16.0",
                        "a,2,2,0.1,163.84000000000003,25.6,12.8");
    }

    @Test
    @DisplayName("w² from 20 with α = 0.1 has the textbook's iterates, to the last bit")
    void textbook() throws IOException {
        List<String> lines = trace(formula("w^2", "[\"w\"]", """
                "start": [20], "steps": 30, "runs": [{"name": "a", "optimizer": "gd", "hyperparameters": {"lr": 0.1}}]"""));
        double w = 20;
        for (int step = 0; step <= 30; step++) {
            assertThat(lines.get(step + 1)).endsWith("," + w);
            w = w - 0.1 * (2 * w);
        }
        assertThat(lines.subList(2, 9).stream().map(line -> line.substring(line.lastIndexOf(',') + 1)))
                .containsExactly("16.0", "12.8", "10.24", "8.192", "6.5536", "5.24288", "4.194304000000001");
    }

    @Test
    @DisplayName("writes the row in which a run ceased to be finite, spelling NaN and Infinity so")
    void divergence() throws IOException {
        List<String> up = trace(formula("w^4", "[\"w\"]", """
                "start": [1e100], "steps": 9, "runs": [{"name": "a", "optimizer": "gd", "hyperparameters": {"lr": 1}}]"""));
        assertThat(up).hasSize(2);
        assertThat(up.get(1)).isEqualTo("a,0,0,,Infinity,4.0E300,1.0E100");
        assertThat(session.out()).contains("cannot start: J is not finite at the start");

        List<String> off = trace(formula("log(w)", "[\"w\"]", """
                "start": [1], "steps": 9, "runs": [{"name": "a", "optimizer": "gd", "hyperparameters": {"lr": 3}}]"""));
        assertThat(off).hasSize(3);
        assertThat(off.get(2)).startsWith("a,1,1,3.0,NaN,").endsWith(",-2.0");
        assertThat(session.out()).contains("left the domain");
    }

    @Test
    @DisplayName("names columns after the intercept and the features, in quotes where a comma needs them")
    void columnNames() throws IOException {
        List<String> lines = trace("""
                {"fallline": 1, "problem": {"kind": "linear-regression",
                   "data": {"columns": {"width, cm": [1, 2, 4], "a \\"b\\"": [1, 0, 2], "y": [3, 5, 10]}},
                   "features": ["width, cm", "a \\"b\\""], "target": "y"}, "steps": 1,
                 "runs": [{"optimizer": "gd", "name": "one, two"}]}""");

        assertThat(lines.getFirst())
                .isEqualTo("run,step,evaluations,lr,loss,gradient_norm,intercept,\"width, cm\",\"a \"\"b\"\"\"");
        assertThat(lines.get(1)).startsWith("\"one, two\",0,0,,");
    }

    @Test
    @DisplayName("counts one gradient for a batch, however few its rows, and measures loss and gradient over all")
    void evaluationsOfBatches() throws IOException {
        String json = """
                {"fallline": 1, "problem": {"kind": "linear-regression",
                   "data": {"columns": {"x": [1, 2, 4], "y": [3, 5, 10]}}, "features": ["x"], "target": "y"}, "steps": 3,
                 "runs": [{"optimizer": "gd", "name": "a", "hyperparameters": {"lr": 0.01}, "batch": {"rows": [[0], [2, 1]]}}]}""";

        assertThat(trace(json))
                .containsExactly(
                        "run,step,evaluations,lr,loss,gradient_norm,intercept,x",
                        "a,0,0,,44.666666666666664," + StrictMath.hypot(12, 106 / 3.0) + ",0.0,0.0",
                        trace(json).get(2),
                        trace(json).get(3),
                        trace(json).get(4));
        assertThat(trace(json).get(2)).startsWith("a,1,1,0.01,").endsWith(",0.06,0.06");
        assertThat(trace(json).get(4)).startsWith("a,3,3,0.01,");
    }

    @Test
    @DisplayName("writes the same bytes for many runs in parallel as for each alone, in the order of the file")
    void parallelRunsAreInOrder() throws IOException {
        StringBuilder runs = new StringBuilder();
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            String run = "{\"name\": \"r" + i + "\", \"optimizer\": \"" + (i % 2 == 0 ? "gd" : "momentum")
                    + "\", \"hyperparameters\": {\"lr\": " + (i + 1) * 1e-4 + "}}";
            runs.append(i == 0 ? "" : ", ").append(run);
            trace(rosenbrock(run)).stream().skip(1).forEach(line -> expected.append(line)
                    .append('\n'));
        }
        String together = String.join(
                        "\n",
                        trace(rosenbrock(runs.toString())).stream().skip(1).toList()) + "\n";

        assertThat(together).isEqualTo(expected.toString());
    }

    private static String rosenbrock(String runs) {
        return formula(
                "(1-x)^2 + 100*(y-x^2)^2",
                "[\"x\", \"y\"]",
                "\"start\": [-1.5, 2], \"steps\": 300, \"runs\": [" + runs + "]");
    }

    @Test
    @DisplayName("replays the parameters of runs that are too long and wide to be stored")
    void replaysLongRuns() throws IOException {
        int n = 300;
        int steps = 14_500;
        StringBuilder columns = new StringBuilder();
        StringBuilder features = new StringBuilder();
        for (int j = 0; j < n; j++) {
            columns.append("\"f").append(j).append("\": [1, -1, 0], ");
            features.append(j == 0 ? "" : ", ").append("\"f").append(j).append('"');
        }
        Path trace = folder.resolve("long.csv");
        String json = "{\"fallline\": 1, \"problem\": {\"kind\": \"linear-regression\", \"data\": {\"columns\": {"
                + columns
                + "\"y\": [2, 2, 2]}}, \"features\": [" + features + "], \"target\": \"y\"}, \"steps\": " + steps
                + ", \"runs\": [{\"optimizer\": \"gd\", \"name\": \"a\", \"hyperparameters\": {\"lr\": 0.25}}]}";

        assertThat(session.run("run", file(json), "--trace", trace.toString())).isZero();

        try (Stream<String> lines = Files.lines(trace)) {
            List<List<String>> some = lines.filter(line -> line.matches("a,(1|2|9000|" + steps + "),.*"))
                    .map(line -> List.of(line.split(",", -1)))
                    .toList();
            assertThat(some)
                    .allSatisfy(row -> assertThat(row).hasSize(6 + n + 1).endsWith("0.0"));
            // the intercept halves its distance from 2 in every step, and the slopes have no reason to move
            assertThat(some.stream().map(row -> row.get(6))).containsExactly("1.0", "1.5", "2.0", "2.0");
        }
    }

    @Test
    @DisplayName("names unknown fields on stderr, and goes on")
    void warnings() throws IOException {
        String json = formula("w^2", "[\"w\"]", "\"colour\": 1, \"steps\": 1, \"runs\": [{\"optimizer\": \"gd\"}]");

        assertThat(session.run("run", file(json))).isZero();
        assertThat(session.err().lines()).hasSize(1).first().asString().startsWith("fallline: colour: ");
    }

    @Test
    @DisplayName("bad input is one line on stderr and exit 2")
    void badInput() throws IOException {
        assertThat(session.run("run", folder.resolve("no such file.json").toString()))
                .isEqualTo(2);
        assertThat(session.run("run", folder.toString())).isEqualTo(2);
        assertThat(session.run("run", file("{"))).isEqualTo(2);
        assertThat(session.run("run", file(formula("w^", "[\"w\"]", "\"runs\": [{\"optimizer\": \"gd\"}]"))))
                .isEqualTo(2);
        assertThat(session.run("run")).isEqualTo(2);
        assertThat(session.run("run", "a.json", "b.json")).isEqualTo(2);
        assertThat(session.run("run", "a.json", "--trails", "x.csv")).isEqualTo(2);
        assertThat(session.run("--colour")).isEqualTo(2);

        assertThat(session.err().lines())
                .hasSize(8)
                .allSatisfy(line -> assertThat(line).startsWith("fallline: ").doesNotContain("Exception"));
        assertThat(session.err()).contains("problem.expression: ");
        assertThat(session.out()).isEmpty();
        assertThat(session.opened()).isEmpty();
    }

    @Test
    @DisplayName("a trace that cannot be written is one line on stderr and exit 1, and prints no table")
    void unwritableTrace() throws IOException {
        String json = file(formula("w^2", "[\"w\"]", "\"steps\": 1, \"runs\": [{\"optimizer\": \"gd\"}]"));

        int code = session.run(
                "run",
                json,
                "--trace",
                folder.resolve("none").resolve("out.csv").toString());

        assertThat(code).isEqualTo(1);
        assertThat(session.err().lines()).hasSize(1).first().asString().contains("There is no folder");
        assertThat(session.out()).isEmpty();
    }

    @Test
    @DisplayName("an empty name of a file is said to be one, and opens nothing")
    void emptyName() {
        assertThat(session.run("")).isEqualTo(2);
        assertThat(session.run("run", "")).isEqualTo(2);
        assertThat(session.err().lines()).hasSize(2).allSatisfy(line -> assertThat(line)
                .contains("The name of the file is empty"));
        assertThat(session.opened()).isEmpty();
    }

    @Test
    @DisplayName("opens the window without a command, with a file or without one")
    void opensTheWindow() {
        assertThat(session.run()).isZero();
        assertThat(session.run("an experiment.json")).isZero();

        assertThat(session.opened()).containsExactly(Optional.empty(), Optional.of("an experiment.json"));
    }

    @Test
    @DisplayName("has help and a version, the same as the build's")
    void helpAndVersion() throws IOException {
        assertThat(session.run("--help")).isZero();
        assertThat(session.out()).contains("fallline [-hV] [FILE] [COMMAND]", "run     Computes all runs");
        assertThat(session.run("run", "--help")).isZero();
        assertThat(session.out()).contains("fallline run [-hV] [--repeats=OUT.csv] [--to=EPS] [--trace=OUT.csv] FILE");
        assertThat(session.run("--version")).isZero();
        assertThat(session.out()).endsWith("Fall Line " + Version.text() + System.lineSeparator());
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<version>" + Version.text() + "</version>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr", "ar-EG-u-nu-arab", "de"})
    @DisplayName("writes the same in every locale")
    void locales(String tag) throws IOException {
        Locale before = Locale.getDefault();
        String json = formula("w^2", "[\"w\"]", """
                "goal": "minimise", "start": [1.5], "steps": 3, "runs": [{"optimizer": "gd", "hyperparameters": {"lr": 1e-5}}]""");
        List<String> usual = trace(json);
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            assertThat(trace(json)).isEqualTo(usual);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    @DisplayName("check prints a row a point, and ends with 0 where the gradient agrees everywhere")
    void checks() throws IOException {
        Path file = Files.writeString(folder.resolve("check.json"), """
                {"fallline": 1, "problem": {"kind": "formula", "expression": "x^2 + exp(y)", "variables": ["x", "y"]},
                 "start": [1, 1], "steps": 8, "runs": [{"name": "down", "optimizer": "gd"}]}""");
        var session = new Session();

        assertThat(session.run("check", file.toString())).isZero();

        assertThat(session.out().lines().map(line -> line.split("  ", -1)[0]))
                .startsWith("point", "start", "random point 1")
                .contains("down, step 2", "down, step 8");
        assertThat(session.out()).contains("agrees").doesNotContain("disagrees");
    }

    @Test
    @DisplayName("check says that there is a kink or a hole, and does not fail there")
    void checksKinks() throws IOException {
        Path file = Files.writeString(folder.resolve("kink.json"), """
                {"fallline": 1, "problem": {"kind": "formula", "expression": "max(x, 2*x) + sqrt(y)", "variables": ["x", "y"]},
                 "start": [0, 1], "steps": 1, "runs": [{"optimizer": "gd"}]}""");
        var session = new Session();

        assertThat(session.run("check", file.toString())).isZero();
        assertThat(session.out()).contains("kink", "hole");
    }

    @Test
    @DisplayName("code refuses a library that it does not know, with a sentence")
    void unknownTarget() throws IOException {
        Path file = Files.writeString(folder.resolve("x.json"), """
                {"fallline": 1, "problem": {"kind": "formula", "expression": "x^2", "variables": ["x"]},
                 "start": [1], "steps": 1, "runs": [{"optimizer": "gd"}]}""");
        var session = new Session();

        assertThat(session.run(
                        "code",
                        file.toString(),
                        "--target",
                        "jax",
                        "-o",
                        folder.resolve("x.py").toString()))
                .isEqualTo(2);
        assertThat(session.err()).contains("--target must be numpy, numpy-short, pytorch or notebook, got 'jax'.");
    }

    @Test
    @DisplayName("a table of data is told from an experiment, with the way to use it")
    void tableOfData() throws IOException {
        Path file = Files.writeString(folder.resolve("points.csv"), "x,y\n1,2\n3,4\n");
        var session = new Session();

        assertThat(session.run("run", file.toString())).isEqualTo(2);
        assertThat(session.err()).contains("points.csv is a table of data", "\"data\": {\"csv\": \"points.csv\"}");
    }

    @Test
    @DisplayName("a mistake in the program is one line on stderr and exit 1, and its trace is in the log")
    void mistake() throws IOException {
        LogFile log = new LogFile(folder.resolve("fallline.log"));
        int code = session.run(
                _ -> {
                    throw new IllegalStateException("no pane");
                },
                log);
        assertThat(code).isEqualTo(1);
        assertThat(session.err())
                .isEqualTo("fallline: This did not work, through a mistake in this program (IllegalStateException: no"
                        + " pane). The details are in " + log.file() + ".\n");
        assertThat(Files.readString(log.file()))
                .contains("java.lang.IllegalStateException: no pane", "at fallline.cli");
    }
}
