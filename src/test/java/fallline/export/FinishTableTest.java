package fallline.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fallline.Formulas;
import fallline.experiment.Experiment;
import fallline.experiment.RecordedPath;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.export.FinishTable.Column;
import fallline.export.FinishTable.Line;
import fallline.objective.Goal;
import fallline.objective.formula.FunctionCatalogue;
import fallline.optimizer.HyperValue;
import fallline.picture.Looked;
import fallline.problem.Problem;
import fallline.problem.Problems;
import fallline.workbench.Scene;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The finish table")
class FinishTableTest {
    private static final FinishTarget GAP = new FinishTarget(OptionalDouble.of(0), 1e-6, Goal.MINIMISE);
    private static final FinishTarget NOTHING = new FinishTarget(OptionalDouble.empty(), Double.NaN, Goal.MINIMISE);

    private static final List<Line> LINES = List.of(
            new Line(
                    "Adam_1 & co. \\ 50%",
                    new Reach.At(120, OptionalLong.of(121), OptionalLong.of(7), true),
                    200,
                    OptionalLong.of(200),
                    OptionalLong.of(9),
                    1.5e-12,
                    -0.0,
                    "converged"),
            new Line(
                    "recorded",
                    new Reach.At(9, OptionalLong.empty(), OptionalLong.empty(), false),
                    40,
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    -2,
                    Double.NaN,
                    "recorded"),
            new Line(
                    "=lost",
                    new Reach.Never(true),
                    40,
                    OptionalLong.of(40),
                    OptionalLong.of(0),
                    Double.POSITIVE_INFINITY,
                    Double.NaN,
                    "diverged"));

    private static final FinishTable TABLE = new FinishTable(GAP, LINES);

    @Test
    @DisplayName("as LaTeX has seven cells a row, counts to the target, and no sign of a name means anything in it")
    void latex() {
        assertThat(TABLE.latex())
                .startsWith("\\begin{tabular}{lrrrrrl}\n\\toprule\n")
                .contains("\\multicolumn{3}{c}{to $J - J^* < 10^{-6}$}")
                .contains("Adam\\_1 \\& co. \\textbackslash{} 50\\% & 120 & 121 & 7 & $1.5 \\times 10^{-12}$ & ")
                .contains("recorded & $\\le 9$ &  &  & $-2$ &  & recorded \\\\\n")
                .contains("=lost & never &  &  & $\\infty$ &  & diverged \\\\\n")
                .endsWith("\\bottomrule\n\\end{tabular}\n");
        TABLE.latex()
                .lines()
                .filter(line -> line.endsWith("\\\\") && !line.contains("multicolumn"))
                .forEach(line -> assertThat(line.replace("\\&", "")
                                .chars()
                                .filter(c -> c == '&')
                                .count())
                        .as(line)
                        .isEqualTo(6));
    }

    @Test
    @DisplayName("as LaTeX without a target says what was counted in all")
    void latexWithoutTarget() {
        assertThat(new FinishTable(NOTHING, LINES).latex())
                .contains("\\multicolumn{3}{c}{in all}")
                .contains("50\\% & 200 & 200 & 9 & ");
    }

    @Test
    @DisplayName("as text has tabs between cells, and all digits")
    void text() {
        assertThat(TABLE.text().lines())
                .hasSize(4)
                .allSatisfy(line ->
                        assertThat(line.chars().filter(c -> c == '\t').count()).isEqualTo(11))
                .anyMatch(line -> line.contains("\t1.5E-12\t"));
    }

    @Test
    @DisplayName("as CSV says how a target was reached, and computes nothing in a spreadsheet")
    void csv() {
        assertThat(TABLE.csv().lines().toList())
                .containsExactly(
                        "run,target,reached,steps to target,gradient evaluations to target,function evaluations to target,"
                                + "steps,gradient evaluations,function evaluations,final J,gradient norm,verdict",
                        "Adam_1 & co. \\ 50%,J - J* < 1.0E-6,at,120,121,7,200,200,9,1.5E-12,-0.0,converged",
                        "recorded,J - J* < 1.0E-6,by,9,,,40,,,-2.0,,recorded",
                        "'=lost,J - J* < 1.0E-6,never,,,,40,40,0,Infinity,,diverged");
    }

    @Test
    @DisplayName("is sorted by numbers as numbers, those that never came last either way")
    void sorted() {
        assertThat(names(Column.STEPS, false)).containsExactly("recorded", "Adam_1 & co. \\ 50%", "=lost");
        assertThat(names(Column.STEPS, true)).containsExactly("Adam_1 & co. \\ 50%", "recorded", "=lost");
        assertThat(names(Column.GRADIENTS, true)).first().isEqualTo("Adam_1 & co. \\ 50%");
        assertThat(names(Column.LOSS, false)).containsExactly("recorded", "Adam_1 & co. \\ 50%", "=lost");
        assertThat(names(Column.VERDICT, true)).containsExactly("recorded", "=lost", "Adam_1 & co. \\ 50%");
        assertThat(names(Column.RUN, false)).first().isEqualTo("=lost");
    }

    private static List<String> names(Column column, boolean descending) {
        return TABLE.sorted(column, descending).lines().stream().map(Line::run).toList();
    }

    /// J after k steps of gd on w² is J₀ (1 − 2 lr)^(2k): the first k below ε is known.
    @ParameterizedTest(name = "rate {0}, ε {1}")
    @CsvSource({"0.1, 1e-6", "0.1, 1e-2", "0.03, 1e-3", "0.9, 1e-6"})
    @DisplayName("counts the steps of gradient descent on w² as the closed form does")
    void closedForm(double rate, double epsilon) {
        Scene scene = square(Looked.run("gd", rate), 400, epsilon);
        int expected = (int) Math.ceil(Math.log(epsilon / 400) / (2 * Math.log(Math.abs(1 - 2 * rate))));
        Reach reach = FinishTable.of(scene).lines().getFirst().reach();
        assertThat(reach).isEqualTo(new Reach.At(expected, OptionalLong.of(expected), OptionalLong.of(0), true));
    }

    @Test
    @DisplayName("says never of a run that diverges, and of one that does not come so far")
    void never() {
        assertThat(reaches(square(Looked.run("gd", 1.01), 50, 1e-6))).containsExactly(new Reach.Never(true));
        assertThat(reaches(square(Looked.run("gd", 0.1), 10, 1e-6))).containsExactly(new Reach.Never(true));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"-x^3, -1e300, 8, unbounded", "-x^3, -1e200, 7, unbounded", "log(x), -5, -1, left the domain"})
    @DisplayName("takes J = −∞ for less than any J that is typed, but not where J has no value")
    void overflow(String formula, double loss, int expected, String verdict) {
        Experiment experiment = Looked.experiment(
                Formulas.of(formula, List.of("x"), Goal.MINIMISE), new double[] {1}, 20, Looked.run("gd", 1));
        Scene scene = Looked.at(experiment, view -> view.withRace(race -> race.withLoss(OptionalDouble.of(loss))));
        Line line = FinishTable.of(scene).lines().getFirst();
        assertThat(line.verdict()).isEqualTo(verdict);
        assertThat(line.reach().first().orElse(-1)).isEqualTo(expected);
    }

    private static List<Reach> reaches(Scene scene) {
        return FinishTable.of(scene).lines().stream().map(Line::reach).toList();
    }

    /// (x − 0)² of the catalogue's sphere, so that J* is known.
    private static Scene square(Run run, int steps, double epsilon) {
        Problem sphere = Problems.function(FunctionCatalogue.find("sphere"), Map.of(), Goal.MINIMISE);
        Experiment experiment = Looked.experiment(sphere, new double[] {20, 0}, steps, run);
        return Looked.at(experiment, view -> view.withRace(race -> race.withEpsilon(epsilon)));
    }

    @Test
    @DisplayName("counts the evaluations of L-BFGS as PyTorch does")
    void lbfgs() throws IOException {
        JsonNode golden;
        try (InputStream in = FinishTableTest.class.getResourceAsStream("/golden/traj_rosenbrock.json")) {
            golden = new JsonMapper().readTree(in);
        }
        JsonNode reference = golden;
        for (JsonNode entry : golden.get("trajectories")) {
            reference = entry.get("id").asText().equals("lbfgs_strong_wolfe") ? entry : reference;
        }
        int place = 2; // step 2: 1.3 before, 1.9e-7 there
        assertThat(reference.at("/loss/1").asDouble()).isGreaterThan(1e-6);
        assertThat(reference.at("/loss/2").asDouble()).isLessThan(1e-6);
        double[] start = {
            golden.at("/header/start/0").asDouble(),
            golden.at("/header/start/1").asDouble()
        };
        Run run = new Run(
                "L-BFGS",
                RunRecipe.of(
                        "lbfgs",
                        Map.of(
                                "lr", HyperValue.of(1),
                                "max_iterations", HyperValue.of(20),
                                "history", HyperValue.of(100),
                                "line_search", new HyperValue.Word("strong-wolfe"))));
        Problem rosenbrock = Problems.function(FunctionCatalogue.find("rosenbrock"), Map.of(), Goal.MINIMISE);
        Scene scene = Looked.at(
                Looked.experiment(rosenbrock, start, 20, run), view -> view.withRace(race -> race.withEpsilon(1e-6)));
        assertThat(reaches(scene))
                .containsExactly(new Reach.At(
                        2,
                        OptionalLong.of(
                                reference.at("/closure_evals").get(place).asLong()),
                        OptionalLong.of(0),
                        true));
    }

    @Test
    @DisplayName("has no target where J* is not known, until a J is typed; where J is maximised it is to rise above it")
    void typed() {
        Experiment experiment = Looked.experiment(
                Formulas.of("3 - x^2 - y^4", List.of("x", "y"), Goal.MAXIMISE),
                new double[] {2, 0},
                60,
                Looked.run("gd", 0.1));
        Scene scene = Looked.at(experiment, UnaryOperator.identity());
        assertThat(FinishTable.of(scene).target().isSet()).isFalse();
        assertThat(reaches(scene)).containsExactly(new Reach.Untold());
        Scene told = new Scene(
                experiment, scene.records(), scene.view().withRace(race -> race.withLoss(OptionalDouble.of(2.9))));
        // x_k = 2 · 0.8^k, and x² < 0.1 from k = 9 on
        assertThat(FinishTable.of(told).target().words()).isEqualTo("J > 2.9");
        assertThat(reaches(told)).containsExactly(new Reach.At(9, OptionalLong.of(9), OptionalLong.of(0), true));
    }

    @Test
    @DisplayName("says of a recorded path with gaps by which step it came there, and not that it never did")
    void gaps() {
        Problem sphere = Problems.function(FunctionCatalogue.find("sphere"), Map.of(), Goal.MINIMISE);
        Run recorded = new Run(
                "elsewhere",
                new RecordedPath(
                        Path.of("x.csv"),
                        Optional.empty(),
                        new int[] {0, 10, 20},
                        new double[] {9, 1, 0.01},
                        Map.of()));
        Experiment experiment = Looked.experiment(sphere, new double[] {3, 0}, 20, recorded);
        assertThat(reaches(Looked.at(experiment, view -> view.withRace(race -> race.withEpsilon(0.1)))))
                .containsExactly(new Reach.At(20, OptionalLong.empty(), OptionalLong.empty(), false));
        assertThat(reaches(Looked.at(experiment, view -> view.withRace(race -> race.withEpsilon(1e-3)))))
                .containsExactly(new Reach.Never(false));
    }

    @Test
    @DisplayName("has the shown runs only")
    void shown() {
        Problem sphere = Problems.function(FunctionCatalogue.find("sphere"), Map.of(), Goal.MINIMISE);
        Experiment experiment =
                Looked.experiment(sphere, new double[] {3, 0}, 20, Looked.run("gd", 0.1), Looked.run("momentum", 0.1));
        Scene scene = Looked.at(experiment, view -> view.withRuns(runs -> runs.withToggled("gd 0.1")));
        assertThat(FinishTable.of(scene).lines()).extracting(Line::run).containsExactly("momentum 0.1");
    }
}
