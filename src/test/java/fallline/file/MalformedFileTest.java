package fallline.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fallline.io.FileException;
import fallline.optimizer.catalogue.FileCatalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedFileTest {
    private static final ExperimentFile FILE = new ExperimentFile(FileCatalogue.load());

    private static final String GOOD = """
            {"fallline": 1,
             "problem": {"kind": "formula", "expression": "x^2 + a y^2", "variables": ["x", "y"], "goal": "minimise",
                         "parameters": {"a": {"value": 1, "min": 0, "max": 3}}},
             "start": [1, 2], "seed": 4, "steps": 50,
             "runs": [{"name": "one", "optimizer": "gd", "hyperparameters": {"lr": 0.1}},
                      {"name": "two", "optimizer": "momentum", "hyperparameters": {"lr": 0.2, "momentum": 0.5}, "batch": "full",
                       "stream": 3, "schedule": {"kind": "constant"}, "changes": [{"step": 7, "hyperparameters": {"lr": 0.3}}]}]}
            """;

    private static final String DATA = """
            {"fallline": 1,
             "problem": {"kind": "logistic-regression", "data": {"columns": {"x": [1, 2, 4], "z": [1, 1, 2], "c": ["no", "yes", "no"]}},
                         "features": ["x", "z"], "target": "c", "positive": "yes", "l2": 0.5, "standardise": true},
             "runs": [{"optimizer": "gd", "batch": {"rows": [[0, 1], [2]]}}]}
            """;

    private final Path folder;

    MalformedFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private String refusal(String json) {
        FileException e = catchThrowableOfType(FileException.class, () -> FILE.parse("test.json", json, folder));
        assertThat(e).as(json).isNotNull();
        assertThat(e.isInput()).isTrue();
        return String.valueOf(e.getMessage());
    }

    @ParameterizedTest(name = "{0} → {1}")
    @DisplayName("names the place of what is wrong with an experiment on a formula")
    @CsvSource(delimiter = '¦', quoteCharacter = '~', textBlock = """
            "fallline": 1                 ¦ "fallline": 2                      ¦ fallline is 2, but this version of Fall Line reads files up to 1: open it with a newer version.
            "fallline": 1                 ¦ "fallline": "1"                    ¦ fallline must be a whole number from 1 on, got "1".
            "fallline": 1,                ¦ ~~                                 ¦ fallline is missing: it must be 1, the version of the format.
            "kind": "formula",            ¦ ~~                                 ¦ problem.kind is missing: it must be "formula", "function", "linear-regression", "logistic-regression", "softmax-regression", or "network".
            "kind": "formula"             ¦ "kind": "formular"                 ¦ problem.kind must be "formula", "function", "linear-regression", "logistic-regression", "softmax-regression", or "network", got "formular".
            "kind": "formula"             ¦ "kind": "network"                  ¦ problem.data is missing: it must be where the data is, such as {"dataset": "hours_studied"}.
            "x^2 + a y^2"                 ¦ "x^2 + q"                          ¦ problem.expression: unknown name 'q' at column 7: use x, y, a, pi, e or declare it.
            "x^2 + a y^2"                 ¦ 7                                  ¦ problem.expression must be a text, got 7.
            ["x", "y"]                    ¦ "x"                                ¦ problem.variables must be a list, got "x".
            ["x", "y"]                    ¦ ["x", 3]                           ¦ problem.variables[1] must be a text, got 3.
            ["x", "y"]                    ¦ ["x", "y", "x"]                    ¦ problem: the name 'x' is declared twice.
            "goal": "minimise"            ¦ "goal": "minimize"                 ¦ problem.goal must be "minimise" or "maximise", got "minimize".
            {"value": 1, "min": 0         ¦ {"value": 1, "min": 4              ¦ problem.parameters.a has min 4 above max 3: exchange them.
            {"value": 1, "min": 0         ¦ {"value": 1, "log": true, "min": 0  ¦ problem.parameters.a has a logarithmic slider from 0: let min be above 0, or leave log out.
            {"value": 1, "min": 0         ¦ {"value": 1, "log": 1, "min": 0     ¦ problem.parameters.a.log must be true or false, got 1.
            {"value": 1, "min": 0         ¦ {"value": 1                        ¦ problem.parameters.a.min is missing: it must be a number, the left end of the slider.
            {"value": 1                   ¦ {"value": null                     ¦ problem.parameters.a.value must be a number, got null.
            [1, 2]                        ¦ [1]                                ¦ start has 1 number, but the problem has 2 parameters: x, y.
            [1, 2]                        ¦ [1, "2"]                           ¦ start[1] must be a number, got "2".
            [1, 2]                        ¦ 5                                  ¦ start must be a list of numbers, got 5.
            [1, 2]                        ¦ [1, 1e999]                         ¦ start[1] is Infinity, which is too large: numbers go up to 1.8e308.
            [1, 2]                        ¦ {"random": "lecun"}                ¦ start.random must be "normal" or "glorot" or "he", got "lecun".
            [1, 2]                        ¦ {"random": "even"}                 ¦ start.random must be "normal" or "glorot" or "he", got "even".
            "seed": 4                     ¦ "seed": 4.5                        ¦ seed must be a whole number, got 4.5.
            "seed": 4                     ¦ "seed": 99999999999999999999       ¦ seed must be a whole number, got 99999999999999999999.
            "steps": 50                   ¦ "steps": 0                         ¦ steps must be a whole number from 1 to 1\u202f000\u202f000, got 0.
            "steps": 50                   ¦ "steps": 1000001                   ¦ steps must be a whole number from 1 to 1\u202f000\u202f000, got 1000001.
            "runs": [                     ¦ "rums": [                          ¦ runs is missing: it must be a list of one or more runs.
            "name": "two"                 ¦ "name": "one"                      ¦ runs[1].name: another run is already called "one"; give each run its own name.
            "name": "two"                 ¦ "name": " "                        ¦ runs[1].name must be a name that is not blank, got " ".
            "optimizer": "gd"             ¦ "optimizer": 1                     ¦ runs[0].optimizer must be a text, got 1.
            , "optimizer": "gd"           ¦ ~~                                 ¦ runs[0].optimizer is missing: it must be the name of an optimizer, such as "gd".
            "lr": 0.2                     ¦ "lr": "fast"                       ¦ runs[1].hyperparameters.lr: lr of momentum must be a number, got 'fast'.
            "lr": 0.2                     ¦ "lr": [0.2]                        ¦ runs[1].hyperparameters.lr must be a number, a word, or true or false, got a list.
            "lr": 0.1                     ¦ "beta": 0.1                        ¦ runs[0].hyperparameters.beta: gd has no hyperparameter 'beta': it has lr, weight_decay.
            "batch": "full"               ¦ "batch": "half"                    ¦ runs[1].batch must be "full", {"size": 32} or {"rows": [[0, 1], [2, 3]]}, got "half".
            "batch": "full"               ¦ "batch": {"size": 0}               ¦ runs[1].batch.size must be a whole number from 1 on, got 0.
            "batch": "full"               ¦ "batch": {}                        ¦ runs[1].batch must have either size or rows: "full", {"size": 32} or {"rows": [[0, 1], [2, 3]]}.
            "batch": "full"               ¦ "batch": {"size": 2}               ¦ runs[1]: a formula has no rows to batch: its batch must be full.
            "stream": 3                   ¦ "stream": -1                       ¦ runs[1].stream must be a whole number from 0 on, got -1.
            {"kind": "constant"}          ¦ {"kind": "step"}                   ¦ runs[1].schedule.step_size is missing: it must be a whole number.
            {"kind": "constant"}          ¦ {"kind": "exponential", "gamma": 0} ¦ runs[1].schedule: gamma of exponential must be above 0, got 0.
            {"kind": "constant"}          ¦ {"kind": "plateau", "mode": "low"} ¦ runs[1].schedule.mode must be "min" or "max", got "low".
            {"kind": "constant"}          ¦ {"kind": "bumpy"}                  ¦ runs[1].schedule.kind must be the name of a schedule, such as "constant", got "bumpy".
            {"kind": "constant"}          ¦ {}                                 ¦ runs[1].schedule.kind is missing: it must be the name of a schedule, such as "constant".
            {"kind": "constant"           ¦ {"warmup": {"total_iters": 0}, "kind": "constant" ¦ runs[1].schedule: total_iters of warmup must be at least 1, got 0.
            "stream": 3                   ¦ "modifiers": {"clip_norm": 0}      ¦ runs[1].modifiers: clip_norm must be above 0, got 0.
            "stream": 3                   ¦ "modifiers": {"average": 1}        ¦ runs[1].modifiers.average must be true or false, got 1.
            "stream": 3                   ¦ "modifiers": {"lookahead": {"k": 0}} ¦ runs[1].modifiers.lookahead.k must be a whole number from 1 on, got 0.
            "stream": 3                   ¦ "modifiers": {"lookahead": {"alpha": 2}} ¦ runs[1].modifiers: alpha of lookahead must be in (0, 1], got 2.
            "stream": 3                   ¦ "modifiers": {"sam": {"rho": -1}}  ¦ runs[1].modifiers: rho of sam must be a number from 0 on, got −1.
            "stream": 3                   ¦ "modifiers": {"sam": 0.05}         ¦ runs[1].modifiers.sam must be an object { … }, got 0.05.
            "stream": 3                   ¦ "line_search": {"kind": "exact"}   ¦ runs[1].line_search: momentum takes no line search: gd and newton do.
            "step": 7                     ¦ "step": -7                         ¦ runs[1].changes[0].step must be a whole number from 0 to 1\u202f000\u202f000, got -7.
            {"lr": 0.3}                   ¦ {"lr": -0.3}                       ¦ runs[1].changes[0].hyperparameters.lr: lr of momentum must be in [0, infinity), got −0.3.
            "steps": 50                   ¦ "optimizers": {"gd": 5}            ¦ optimizers.gd must be a text, got 5.
            """)
    void namesThePlace(String good, String bad, String sentence) {
        assertThat(GOOD).contains(good);
        assertThat(refusal(GOOD.replace(good, bad))).isEqualTo(sentence);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @DisplayName("names the place of what is wrong with an experiment on data")
    @CsvSource(delimiter = '¦', quoteCharacter = '~', textBlock = """
            "data": {"columns": {         ¦ "data": {"csv": "a.csv", "columns": { ¦ problem.data must have one of csv, dataset and columns: {"csv": "points.csv"}, {"dataset": "iris"} or {"columns": {"x": [1, 2], "y": [3, 5]}}.
            "data": {"columns": {         ¦ "data": {"folder": {                  ¦ problem.data must have one of csv, dataset and columns: {"csv": "points.csv"}, {"dataset": "iris"} or {"columns": {"x": [1, 2], "y": [3, 5]}}.
            [1, 2, 4]                     ¦ [1, 2]                                ¦ problem.data.columns: the data: column 'z' has 3 values where 'x' has 2: make them equally long.
            [1, 2, 4]                     ¦ [1, 2, true]                          ¦ problem.data.columns.x[2] must be a number, got true.
            [1, 2, 4]                     ¦ [1, 2, "4", true]                     ¦ problem.data.columns.x[3] must be a text, got true.
            [1, 2, 4]                     ¦ 5                                     ¦ problem.data.columns.x must be a list of numbers or words, got 5.
            "features": ["x", "z"]        ¦ "features": "x"                       ¦ problem.features must be a list, got "x".
            "features": ["x", "z"]        ¦ "features": ["x", "w"]                ¦ problem: the data has no column 'w': choose one of x, z, c.
            , "target": "c"               ¦ ~~                                    ¦ problem.target is missing: it must be the name of a column.
            "positive": "yes"             ¦ "positive": true                      ¦ problem.positive must be a text, got true.
            "positive": "yes"             ¦ "positive": "maybe"                   ¦ problem: the data: column 'c' has no value 'maybe' to be the positive class: choose no or yes.
            "no", "yes", "no"             ¦ "no", "yes", "maybe"                  ¦ problem: the data: column 'c' has 3 values (no, yes, maybe) where logistic regression needs two: choose a target with two classes.
            "l2": 0.5                     ¦ "l2": -0.5                            ¦ problem.l2 must be 0 or more, got -0.5.
            "standardise": true           ¦ "standardise": "yes"                  ¦ problem.standardise must be true or false, got "yes".
            [[0, 1], [2]]                 ¦ [[0, 1], [3]]                         ¦ runs[0]: batch names row 3: rows are numbered 0 to 2.
            [[0, 1], [2]]                 ¦ [[0, 1], []]                          ¦ runs[0].batch.rows[1] is empty: a batch has at least one row.
            [[0, 1], [2]]                 ¦ []                                    ¦ runs[0].batch.rows is empty: give at least one batch.
            [[0, 1], [2]]                 ¦ [[0, 1.5], [2]]                       ¦ runs[0].batch.rows[0][1] must be a whole number from 0 on, got 1.5.
            "optimizer": "gd"             ¦ "optimizer": "rprop"                  ¦ runs[0]: rprop needs the gradient over all rows: its batch must be full.
            "kind": "logistic-regression" ¦ "loss": "huber", "kind": "linear-regression" ¦ problem.loss must be "mse" or "half-mse", got "huber".
            "kind": "logistic-regression" ¦ "degree": 10, "kind": "linear-regression" ¦ problem.degree must be a whole number from 1 to 9, got 10.
            "l2": 0.5                     ¦ "degree": 2.5                         ¦ problem.degree must be a whole number from 1 to 9, got 2.5.
            "l2": 0.5                     ¦ "degree": 7                           ¦ problem.degree: the degree of 2 features must be 1 to 6, got 7.
            "l2": 0.5                     ¦ "l1": -0.5                            ¦ problem.l1 must be 0 or more, got -0.5.
            "l2": 0.5                     ¦ "l1": "much"                          ¦ problem.l1 must be a number, got "much".
            "optimizer": "gd"             ¦ "optimizer": "newton"                 ¦ runs[0]: newton needs the gradient over all rows: its batch must be full.
            """)
    void namesThePlaceInData(String good, String bad, String sentence) {
        assertThat(DATA).contains(good);
        assertThat(refusal(DATA.replace(good, bad))).isEqualTo(sentence);
    }

    @Test
    @DisplayName("the files that the tables above break are whole")
    void theGoodOnesAreGood() {
        assertThat(FILE.parse("test.json", GOOD, folder).warnings()).isEmpty();
        assertThat(FILE.parse("test.json", DATA, folder).warnings()).isEmpty();
    }

    @Test
    @DisplayName("says at which line and column a truncated file breaks off, wherever that is")
    void truncatedFiles() {
        String text = GOOD.strip();
        for (int length = 1; length < text.length(); length++) {
            assertThat(refusal(text.substring(0, length)))
                    .matches("test\\.json (breaks off|is not JSON) at line \\d+, column \\d+: [^\n]*");
        }
        assertThat(refusal("{\n  \"fallline\": 1,\n  \"problem\": {"))
                .isEqualTo("test.json breaks off at line 3, column 15: the rest of it is missing, so get a complete"
                        + " copy.");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("says at which line and column the text is not JSON")
    @CsvSource(delimiter = '¦', quoteCharacter = '~', textBlock = """
            ~{"fallline": 1,}~                ¦ 1 ¦ 16
            ~{"fallline": 1 "steps": 2}~      ¦ 1 ¦ 16
            ~{"fallline": NaN}~               ¦ 1 ¦ 17
            ~{"fallline": 1, "fallline": 1}~  ¦ 1 ¦ 27
            ~{"fallline": 1} {}~              ¦ 1 ¦ 17
            ~{'fallline': 1}~                 ¦ 1 ¦ 2
            """)
    void notJson(String text, int line, int column) {
        assertThat(refusal(text))
                .startsWith("test.json is not JSON at line " + line + ", column " + column + ": ")
                .endsWith("; correct it there.")
                .doesNotContainIgnoringCase("feature");
    }

    @ParameterizedTest
    @DisplayName("says that a file holds something else")
    @ValueSource(strings = {"[]", "5", "\"text\"", "null"})
    void somethingElse(String text) {
        assertThat(refusal(text)).startsWith("The file must be an object { … }, got ");
    }

    @Test
    @DisplayName("has a sentence for an empty file, one that is not text, one that is not there, and a folder")
    void unreadableFiles() throws IOException {
        assertThat(refusal("")).isEqualTo("test.json is empty: choose a file that Fall Line has saved.");
        assertThat(refusal(" \n ")).isEqualTo("test.json is empty: choose a file that Fall Line has saved.");
        Path binary = Files.write(folder.resolve("picture.json"), new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"'});
        assertThat(refusalOf(binary)).startsWith("picture.json is not JSON at line 1, column ");
        Path missing = folder.resolve("nowhere.json");
        assertThat(refusalOf(missing)).isEqualTo("There is no file " + missing + ": check its name and folder.");
        assertThat(refusalOf(folder)).isEqualTo(folder + " is a folder: choose an experiment file in it.");
    }

    @Test
    @DisplayName("says where the CSV or the data set that a file names is missing")
    void missingData() {
        String csv = DATA.replaceFirst("\\{\"columns\": .*\\]\\}\\}", "{\"csv\": \"no such.csv\"}");
        assertThat(refusal(csv))
                .isEqualTo("problem.data.csv: There is no file " + folder.resolve("no such.csv")
                        + ": check its name and folder.");
        String builtIn = DATA.replaceFirst("\\{\"columns\": .*\\]\\}\\}", "{\"dataset\": \"moons\"}");
        assertThat(refusal(builtIn)).startsWith("problem.data.dataset: ").contains("moons", "hours_studied");
    }

    @Test
    @DisplayName("says where the rule of an own optimizer is wrong")
    void wrongRules() {
        String json = GOOD.replace("\"steps\": 50", "\"optimizers\": {\"mine\": \"theta <- theta - lr*\"}");

        assertThat(refusal(json)).startsWith("optimizers.mine: line 1, column ");
    }

    @Test
    @DisplayName("refuses deep nesting with a sentence")
    void deepNesting() {
        assertThat(refusal("[".repeat(100_000))).startsWith("test.json is nested too deeply");
    }

    @Test
    @DisplayName("reads UTF-8 with a byte order mark")
    void byteOrderMark() throws IOException {
        Path file = folder.resolve("marked.json");
        Files.write(file, ("\ufeff" + GOOD).getBytes(StandardCharsets.UTF_8));

        assertThat(FILE.read(file).experiment().steps()).isEqualTo(50);
    }

    private static String refusalOf(Path file) {
        FileException e = catchThrowableOfType(FileException.class, () -> FILE.read(file));
        assertThat(e).isNotNull();
        return String.valueOf(e.getMessage());
    }
}
