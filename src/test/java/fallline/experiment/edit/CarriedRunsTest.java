package fallline.experiment.edit;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.data.BuiltInData;
import fallline.experiment.Change;
import fallline.experiment.Experiment;
import fallline.experiment.RecordedPath;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.expr.FormulaException;
import fallline.objective.Goal;
import fallline.objective.formula.FunctionCatalogue;
import fallline.optimizer.HyperValue;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.optimizer.modifier.Modifiers;
import fallline.optimizer.schedule.Cyclic;
import fallline.optimizer.schedule.Schedule;
import fallline.problem.DataProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Runs that go along to another problem")
class CarriedRunsTest {
    private static final FileCatalogue CATALOGUE = FileCatalogue.load();
    private static final NewExperiments EXPERIMENTS = new NewExperiments(CATALOGUE);
    private static final Percentage TWO_DIGITS = Percentage.withPercentage(5);

    private static Experiment line() {
        return EXPERIMENTS.forLinear(BuiltInData.dataset("line_4_plus_3x"), List.of("x"), "y");
    }

    private static Experiment batched() {
        return Edits.withBatching(line(), "Gradient descent", new Batching.Shuffled(8), 0);
    }

    private static Experiment bowl() {
        try {
            return EXPERIMENTS.forFormula("x^2 + 4*y^2", Goal.MINIMISE);
        } catch (FormulaException e) {
            throw new AssertionError(e);
        }
    }

    private static double rate(Experiment experiment, String run) {
        HyperValue value = experiment.runOrFirst(run).recipe().hyperparameters().get("lr");
        return value instanceof HyperValue.Amount(double rate) ? rate : Double.NaN;
    }

    private static Run run(String name, String optimizer, double rate) {
        return new Run(name, RunRecipe.of(optimizer, Map.of("lr", HyperValue.of(rate))));
    }

    private static double suggested(Experiment experiment, String optimizer) {
        return SuggestedRate.of(experiment.problem(), experiment.startPoint(), CATALOGUE.find(optimizer, Map.of()));
    }

    @Test
    @DisplayName("keep names, looks and optimizers, and get the rates that the new problem suggests")
    void kept() {
        Experiment three =
                Edits.withAdded(Edits.withAdded(bowl(), run("Slow", "momentum", 3e-5)), run("Adam", "adam", 0.5));
        Experiment before = three.withMoved("Adam", 0);
        CarriedRuns.Carried carried = EXPERIMENTS.carried(line(), before);
        Experiment after = carried.experiment();
        assertThat(after.runs()).extracting(Run::name).containsExactly("Adam", "Gradient descent", "Slow");
        assertThat(after.runs()).extracting(run -> run.look().orElseThrow()).containsExactly(2, 0, 1);
        assertThat(after.runs()).extracting(run -> run.recipe().optimizer()).containsExactly("adam", "gd", "momentum");
        assertThat(rate(after, "Adam")).isEqualTo(suggested(line(), "adam"));
        assertThat(rate(after, "Slow")).isEqualTo(suggested(line(), "momentum"));
        assertThat(rate(after, "Gradient descent")).isEqualTo(suggested(line(), "gd"));
        assertThat(after.start()).isEqualTo(line().start());
        assertThat(carried.note()).isEmpty();
    }

    @Test
    @DisplayName("are the new problem's own where there was a first run and nothing else")
    void untouched() {
        Experiment fresh = EXPERIMENTS.forFunction(FunctionCatalogue.find("rosenbrock"));
        assertThat(EXPERIMENTS.carried(fresh, EXPERIMENTS.first()).experiment()).isEqualTo(fresh);
        assertThat(EXPERIMENTS.carried(EXPERIMENTS.first(), fresh).experiment().runs())
                .isEqualTo(EXPERIMENTS.first().runs());
    }

    @Test
    @DisplayName("of one optimizer keep how many times the suggested rate theirs are")
    void race() {
        double old = suggested(bowl(), "gd");
        Experiment before =
                Edits.withAdded(Edits.withAdded(bowl(), run("Half", "gd", old / 2)), run("Thrice", "gd", 3 * old));
        Experiment after = EXPERIMENTS.carried(line(), before).experiment();
        double next = suggested(line(), "gd");
        assertThat(rate(after, "Half") / next).isCloseTo(0.5, TWO_DIGITS);
        assertThat(rate(after, "Thrice") / next).isCloseTo(3, TWO_DIGITS);
        assertThat(rate(after, "Gradient descent")).isEqualTo(next);
    }

    @Test
    @DisplayName("keep modifiers and schedules; rates of schedules and changes follow the first rate")
    void schedules() {
        Modifiers clipped = Modifiers.NONE.withClipNorm(2.5);
        RunRecipe recipe = new RunRecipe(
                        "gd",
                        Map.of("lr", HyperValue.of(0.01)),
                        new Schedule.Warmup(0.5, 3, Cyclic.of(0.01, 0.04)),
                        Batching.full(),
                        0,
                        List.of(Change.of(57, "lr", HyperValue.of(0.005))))
                .withModifiers(clipped);
        Experiment before = bowl().withRuns(List.of(new Run("Cycle", recipe)));
        Experiment after = EXPERIMENTS.carried(line(), before).experiment();
        RunRecipe carried = after.runs().getFirst().recipe();
        double times = rate(after, "Cycle") / 0.01;
        assertThat(times).isNotCloseTo(1, TWO_DIGITS);
        assertThat(carried.modifiers()).isEqualTo(clipped);
        assertThat(carried.schedule()).isInstanceOfSatisfying(Schedule.Warmup.class, warm -> assertThat(warm.then())
                .isInstanceOfSatisfying(Cyclic.class, cyclic -> {
                    assertThat(cyclic.baseLr()).isCloseTo(0.01 * times, TWO_DIGITS);
                    assertThat(cyclic.maxLr()).isCloseTo(0.04 * times, TWO_DIGITS);
                }));
        assertThat(carried.changes()).singleElement().satisfies(change -> {
            assertThat(change.step()).isEqualTo(57);
            assertThat(change.hyperparameters().get("lr"))
                    .isInstanceOfSatisfying(HyperValue.Amount.class, half -> assertThat(half.value())
                            .isCloseTo(0.005 * times, TWO_DIGITS));
        });
    }

    @Test
    @DisplayName("lose batches where there are no rows, and recorded paths, and say so in one line")
    void left() {
        RecordedPath path = new RecordedPath(
                Path.of("torch.csv"), Optional.empty(), new int[] {0, 1}, new double[] {3, 2}, Map.of());
        Experiment before = Edits.withAdded(batched(), new Run("torch", path));

        CarriedRuns.Carried carried = EXPERIMENTS.carried(bowl(), before);
        assertThat(carried.experiment().runs()).extracting(Run::name).containsExactly("Gradient descent");
        assertThat(carried.experiment().runs().getFirst().recipe().batching()).isEqualTo(Batching.full());
        assertThat(carried.note())
                .contains("Not taken along to this problem: the recorded path torch and the batches of Gradient"
                        + " descent. Undo brings all back.");
        assertThat(EXPERIMENTS
                        .carried(bowl(), before.without("Gradient descent"))
                        .experiment()
                        .runs())
                .isEqualTo(bowl().runs());
    }

    @Test
    @DisplayName("keep batches on other data, and when the degree of a model changes")
    void batches() {
        CarriedRuns.Carried other = EXPERIMENTS.carried(
                EXPERIMENTS.forLinear(BuiltInData.dataset("iris"), List.of("petal_length_cm"), "petal_width_cm"),
                batched());
        assertThat(other.experiment().runs().getFirst().recipe().batching()).isEqualTo(new Batching.Shuffled(8));
        assertThat(other.note()).isEmpty();

        DataProblem line = DataProblem.of(batched().problem()).orElseThrow();
        Experiment curved =
                EXPERIMENTS.forProblem(line.withOptions(line.options().withDegree(2)), batched());
        assertThat(curved.runs().getFirst().recipe().batching()).isEqualTo(new Batching.Shuffled(8));
    }
}
