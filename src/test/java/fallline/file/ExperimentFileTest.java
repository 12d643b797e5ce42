package fallline.file;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.experiment.Change;
import fallline.experiment.Experiment;
import fallline.experiment.Start;
import fallline.experiment.view.ConvergenceLook;
import fallline.experiment.view.FitLook;
import fallline.experiment.view.LossLook;
import fallline.experiment.view.PlaneChoice;
import fallline.experiment.view.SurfaceLook;
import fallline.experiment.view.ViewState;
import fallline.file.codec.OpenedExperiment;
import fallline.file.json.UnknownFields;
import fallline.objective.Goal;
import fallline.objective.formula.FormulaParameter;
import fallline.optimizer.HyperValue;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.optimizer.schedule.Schedule;
import fallline.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExperimentFileTest {
    private static final FileCatalogue CATALOGUE = FileCatalogue.load();
    private static final ExperimentFile FILE = new ExperimentFile(CATALOGUE);

    private static final String EXAMPLE = """
            { "fallline": 1,
              "problem": { "kind": "formula", "expression": "(a-x)^2+b*(y-x^2)^2", "variables": ["x","y"], "goal": "minimise",
                           "parameters": {"a": {"value": 1, "min": 0, "max": 3}, "b": {"value": 100, "min": 1, "max": 200}} },
              "start": [-1.5, 2.0], "seed": 42, "steps": 200,
              "runs": [ { "name": "Adam", "optimizer": "adam", "hyperparameters": {"lr": 0.1}, "schedule": {"kind": "constant"}, "batch": "full", "stream": 0,
                          "changes": [ {"step": 50, "hyperparameters": {"lr": 0.01}} ] } ] }
            """;

    private final Path folder;

    ExperimentFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private OpenedExperiment open(String json) {
        return FILE.parse("test.json", json, folder);
    }

    private Experiment again(Experiment experiment) {
        return open(FILE.text(experiment, Optional.empty(), UnknownFields.none(), folder))
                .experiment();
    }

    @Test
    @DisplayName("reads every field of the documented example")
    void readsTheExample() {
        OpenedExperiment opened = open(EXAMPLE);

        Experiment experiment = opened.experiment();
        assertThat(opened.warnings()).isEmpty();
        assertThat(opened.view()).isEmpty();
        assertThat(experiment.problem()).isInstanceOfSatisfying(Problem.Formula.class, formula -> {
            assertThat(formula.expression()).isEqualTo("(a-x)^2+b*(y-x^2)^2");
            assertThat(formula.variables()).containsExactly("x", "y");
            assertThat(formula.goal()).isEqualTo(Goal.MINIMISE);
            assertThat(formula.parameters())
                    .containsExactly(
                            Map.entry("a", new FormulaParameter(1, 0, 3)),
                            Map.entry("b", new FormulaParameter(100, 1, 200)));
        });
        assertThat(experiment.problem().objective().value(new double[] {-1.5, 2}))
                .isEqualTo(12.5);
        assertThat(experiment.start()).isEqualTo(Start.at(-1.5, 2));
        assertThat(experiment.seed()).isEqualTo(42);
        assertThat(experiment.steps()).isEqualTo(200);
        assertThat(experiment.runs()).hasSize(1);
        var run = experiment.runs().getFirst();
        assertThat(run.name()).isEqualTo("Adam");
        assertThat(run.recipe().optimizer()).isEqualTo("adam");
        assertThat(run.recipe().hyperparameters()).isEqualTo(Map.of("lr", HyperValue.of(0.1)));
        assertThat(run.recipe().schedule()).isEqualTo(Schedule.constant());
        assertThat(run.recipe().batching()).isEqualTo(Batching.full());
        assertThat(run.recipe().stream()).isZero();
        assertThat(run.recipe().changes()).containsExactly(Change.of(50, "lr", HyperValue.of(0.01)));
    }

    @Test
    @DisplayName("writes two-space JSON in the documented order, the same text every time")
    void writesStableText() {
        Experiment experiment = open(EXAMPLE).experiment();

        assertThat(FILE.text(experiment, Optional.empty(), UnknownFields.none(), folder))
                .isEqualTo("""
                        {
                          "fallline": 1,
                          "problem": {
                            "kind": "formula",
                            "expression": "(a-x)^2+b*(y-x^2)^2",
                            "variables": [ "x", "y" ],
                            "goal": "minimise",
                            "parameters": {
                              "a": {
                                "value": 1,
                                "min": 0,
                                "max": 3
                              },
                              "b": {
                                "value": 100,
                                "min": 1,
                                "max": 200
                              }
                            }
                          },
                          "start": [ -1.5, 2 ],
                          "seed": 42,
                          "steps": 200,
                          "runs": [ {
                            "name": "Adam",
                            "optimizer": "adam",
                            "hyperparameters": {
                              "lr": 0.1
                            },
                            "schedule": {
                              "kind": "constant"
                            },
                            "batch": "full",
                            "stream": 0,
                            "changes": [ {
                              "step": 50,
                              "hyperparameters": {
                                "lr": 0.01
                              }
                            } ]
                          } ]
                        }
                        """);
    }

    @Test
    @DisplayName("fills in what may be left out")
    void fillsInDefaults() {
        Experiment experiment = open("""
                {"fallline": 1, "problem": {"kind": "formula", "expression": "x^2 + y^2", "variables": ["x", "y"]},
                 "runs": [{"optimizer": "gd"}]}""").experiment();

        assertThat(experiment.problem().goal()).isEqualTo(Goal.MINIMISE);
        assertThat(experiment.start()).isEqualTo(Start.at(0, 0));
        assertThat(experiment.seed()).isZero();
        assertThat(experiment.steps()).isEqualTo(200);
        assertThat(experiment.runs().getFirst().name()).isEqualTo("gd");
        assertThat(experiment.runs().getFirst().recipe()).isEqualTo(fallline.experiment.RunRecipe.of("gd", Map.of()));
    }

    @Test
    @DisplayName(
            "fills in the options of models on data: mse, degree 1, no penalty, not standardised, the larger label")
    void fillsInModelDefaults() {
        Experiment linear = open("""
                {"fallline": 1, "problem": {"kind": "linear-regression", "data": {"columns": {"x": [1, 2, 4], "y": [3, 5, 10]}},
                 "features": ["x"], "target": "y"}, "runs": [{"optimizer": "gd"}]}""").experiment();
        Experiment logistic = open("""
                {"fallline": 1, "problem": {"kind": "logistic-regression", "data": {"columns": {"x": [1, 2, 4], "y": [0, 1, 0]}},
                 "features": ["x"], "target": "y"}, "runs": [{"optimizer": "gd"}]}""").experiment();

        assertThat(((Problem.Linear) linear.problem()).options()).isEqualTo(Problem.ModelOptions.PLAIN);
        assertThat(linear.start()).isEqualTo(Start.at(0, 0));
        assertThat(((Problem.Logistic) logistic.problem()).options()).isEqualTo(Problem.ModelOptions.PLAIN);
        assertThat(((Problem.Logistic) logistic.problem()).positive()).isEqualTo("1");
    }

    @Test
    @DisplayName("takes the positive class as a number or as text")
    void takesPositiveEitherWay() {
        for (String positive : List.of("0", "\"0\"")) {
            Experiment experiment = open("""
                    {"fallline": 1, "problem": {"kind": "logistic-regression", "data": {"columns": {"x": [1, 2, 4], "y": [0, 1, 0]}},
                     "features": ["x"], "target": "y", "positive": %s}, "runs": [{"optimizer": "gd"}]}""".formatted(positive)).experiment();

            assertThat(((Problem.Logistic) experiment.problem()).positive()).isEqualTo("0");
        }
    }

    @Test
    @DisplayName("finds a CSV beside the file, and writes its path relative to the new place")
    void keepsCsvPathsRelative() throws IOException {
        Path data = Files.createDirectories(folder.resolve("my data"));
        Files.writeString(data.resolve("points é.csv"), "x,y\n1,3\n2,5\n4,10\n");
        Path file = folder.resolve("line.json");
        Files.writeString(file, """
                {"fallline": 1, "problem": {"kind": "linear-regression", "data": {"csv": "my data/points é.csv"},
                 "features": ["x"], "target": "y"}, "runs": [{"optimizer": "gd"}]}""");

        Experiment experiment = FILE.read(file).experiment();
        Path elsewhere = Files.createDirectories(folder.resolve("saved")).resolve("copy.json");
        FILE.write(elsewhere, experiment, Optional.empty(), UnknownFields.none());

        assertThat(Files.readString(elsewhere)).contains("\"csv\": \"../my data/points é.csv\"");
        assertThat(FILE.read(elsewhere).experiment().problem().objective().value(new double[] {1, 2}))
                .isEqualTo(experiment.problem().objective().value(new double[] {1, 2}));
    }

    @Test
    @DisplayName("keeps words, numbers and missing values of inline columns")
    void keepsInlineColumns() {
        Experiment experiment = open("""
                {"fallline": 1, "problem": {"kind": "logistic-regression", "data": {"columns":
                   {"x": [1, 2.5, -0.0, 1e-7], "spare": [1, null, 2, 3], "class": ["no", "yes", "yes", "no"], "code": ["a", 7, null, "b"]}},
                 "features": ["x"], "target": "class"}, "runs": [{"optimizer": "gd"}]}""").experiment();

        String text = FILE.text(again(experiment), Optional.empty(), UnknownFields.none(), folder);

        assertThat(text)
                .contains("\"x\": [ 1, 2.5, -0.0, 1.0E-7 ]")
                .contains("\"spare\": [ 1, null, 2, 3 ]")
                .contains("\"class\": [ \"no\", \"yes\", \"yes\", \"no\" ]")
                .contains("\"code\": [ \"a\", \"7\", null, \"b\" ]");
    }

    @Test
    @DisplayName("keeps a view as it was")
    void keepsTheView() {
        Experiment experiment = open(EXAMPLE).experiment();
        ViewState view = ViewState.initial(experiment)
                .withPlayhead(17)
                .withRuns(runs -> runs.withHidden(Set.of("Adam")))
                .withConvergence(curves -> curves.withMeasure(ConvergenceLook.Measure.GRADIENT_NORM)
                        .withLogarithmic(false))
                .withLoss(loss -> loss.withPlane(new PlaneChoice.Parameters(1, 0))
                        .withBounds(Optional.of(new LossLook.Bounds(-1, 2.5, 0, 1e-3)))
                        .withEqualScales(true)
                        .withGradientArrow(false))
                .withFit(fit -> fit.withResiduals(FitLook.Residuals.SQUARES))
                .withFromHere(true)
                .withSurface(_ -> SurfaceLook.INITIAL
                        .withSolid(true)
                        .withCamera(new SurfaceLook.Camera(-120.5, 17, 2.5, 0.125, -0.5))
                        .withHeight(SurfaceLook.Height.RANK)
                        .withColours(SurfaceLook.Colours.MAGMA)
                        .withToggled(SurfaceLook.Overlay.CRITICAL_POINTS));

        assertThat(open(FILE.text(experiment, Optional.of(view), UnknownFields.none(), folder))
                        .view())
                .contains(view);
    }

    @Test
    @DisplayName("opens a file with a wrong view in the usual one, and says so")
    void forgivesWrongViews() {
        OpenedExperiment opened = open(EXAMPLE.replaceFirst("\\{", "{\"view\": {\"playhead\": \"far\"},"));

        assertThat(opened.view()).isEmpty();
        assertThat(opened.warnings())
                .containsExactly("view.playhead must be a whole number from 0 to 200, got \"far\"."
                        + " The usual view is shown instead.");
    }

    @Test
    @DisplayName("keeps unknown fields at their places, and names them")
    void keepsUnknownFields() {
        OpenedExperiment opened = open("""
                {"fallline": 1, "author": {"name": "A"},
                 "problem": {"kind": "formula", "expression": "a x^2", "variables": ["x"], "hint": [1, 2],
                             "parameters": {"a": {"value": 1, "min": 0, "max": 2, "unit": "m"}}},
                 "view": {"playhead": 3, "camera": {"yaw": 0.5}},
                 "runs": [{"optimizer": "gd", "name": "first"},
                          {"optimizer": "gd", "name": "second", "colour": "red",
                           "changes": [{"step": 5, "hyperparameters": {"lr": 0.5}, "why": "because"}]}]}""");

        assertThat(opened.warnings())
                .hasSize(6)
                .allSatisfy(warning -> assertThat(warning).contains("kept when you save"))
                .anySatisfy(warning -> assertThat(warning).startsWith("runs[1].colour: "))
                .anySatisfy(warning -> assertThat(warning).startsWith("runs[1].changes[0].why: "))
                .anySatisfy(warning -> assertThat(warning).startsWith("problem.parameters.a.unit: "))
                .anySatisfy(warning -> assertThat(warning).startsWith("view.camera: "));

        Experiment turned = opened.experiment()
                .withRuns(List.copyOf(opened.experiment().runs().reversed()));
        OpenedExperiment again = open(FILE.text(turned, opened.view(), opened.unknown(), folder));
        assertThat(again.unknown().paths())
                .containsExactlyInAnyOrder(
                        "author",
                        "problem.hint",
                        "problem.parameters.a.unit",
                        "view.camera",
                        "runs[0].colour",
                        "runs[0].changes[0].why");
        assertThat(FILE.text(turned, opened.view(), opened.unknown(), folder))
                .contains("\"hint\": [ 1, 2 ]")
                .contains("\"yaw\": 0.5");
    }

    @Test
    @DisplayName("lets unknown fields go with the problem or run that they belonged to")
    void dropsUnknownFieldsOfWhatIsGone() {
        OpenedExperiment opened = open("""
                {"fallline": 1, "problem": {"kind": "formula", "expression": "x^2", "variables": ["x"]},
                 "runs": [{"optimizer": "gd", "name": "first"}, {"optimizer": "gd", "name": "second", "colour": "red"}]}""");

        Experiment shorter = opened.experiment().without("second");
        assertThat(FILE.text(shorter, Optional.empty(), opened.unknown(), folder))
                .doesNotContain("colour");
    }

    @Test
    @DisplayName("keeps the unknown fields of a run that was renamed")
    void keepsUnknownFieldsOfRenamed() {
        OpenedExperiment opened = open("""
                {"fallline": 1, "problem": {"kind": "formula", "expression": "x^2", "variables": ["x"]},
                 "runs": [{"optimizer": "gd", "name": "first", "colour": "blue"},
                          {"optimizer": "gd", "name": "second", "colour": "red"}]}""");

        Experiment before = opened.experiment();
        Experiment renamed = before.withRun("second", before.runs().get(1).withName("other"));
        OpenedExperiment again = open(FILE.text(renamed, Optional.empty(), opened.unknown(), folder));
        assertThat(again.unknown().paths()).containsExactlyInAnyOrder("runs[0].colour", "runs[1].colour");
        assertThat(FILE.text(renamed, Optional.empty(), opened.unknown(), folder))
                .contains("\"red\"");

        Experiment one = renamed.without("first");
        assertThat(FILE.text(one, Optional.empty(), opened.unknown(), folder)).doesNotContain("blue");
    }

    static List<Long> seeds() {
        return new SplittableRandom(20_240_611).longs(80).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName("gives back any experiment and any view, to the bit")
    void roundTrips(long seed) {
        var random = new RandomExperiments(new SplittableRandom(seed), CATALOGUE);
        Experiment experiment = random.experiment();
        ViewState view = random.view(experiment);

        String text = FILE.text(experiment, Optional.of(view), UnknownFields.none(), folder);
        OpenedExperiment opened = open(text);

        assertThat(opened.warnings()).isEmpty();
        assertThat(opened.view()).contains(view);
        assertThat(opened.experiment())
                .usingRecursiveComparison()
                .ignoringFields("problem")
                .isEqualTo(experiment);
        assertThat(opened.experiment().problem())
                .usingRecursiveComparison()
                .ignoringFields("objective")
                .isEqualTo(experiment.problem());
        double[] theta = experiment.startPoint();
        assertThat(opened.experiment().startPoint()).containsExactly(theta);
        assertThat(Double.doubleToLongBits(
                        opened.experiment().problem().objective().value(theta)))
                .isEqualTo(
                        Double.doubleToLongBits(experiment.problem().objective().value(theta)));
        assertThat(FILE.text(opened.experiment(), opened.view(), opened.unknown(), folder))
                .isEqualTo(text);
    }
}
