package fallline.experiment.edit;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.data.BuiltInData;
import fallline.experiment.Change;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.Start;
import fallline.expr.FormulaException;
import fallline.objective.Goal;
import fallline.objective.formula.FormulaParameter;
import fallline.optimizer.HyperValue;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.optimizer.schedule.Schedule;
import fallline.problem.Problem;
import fallline.problem.Problems;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The name of an edit")
class EditNameTest {
    private static final NewExperiments EXPERIMENTS = new NewExperiments(FileCatalogue.load());

    private static final Experiment ONE = new Experiment(
            formula("w^2 + v^2"),
            Start.at(3, 4),
            7,
            100,
            List.of(new Run("GD", RunRecipe.of("gd", Map.of("lr", HyperValue.of(0.1))))),
            Map.of());
    private static final Experiment TWO =
            ONE.withAdded(new Run("Momentum", RunRecipe.of("momentum", Map.of("lr", HyperValue.of(0.01)))));

    private static Problem formula(String text) {
        try {
            return Problems.formula(
                    text,
                    List.of("w", "v"),
                    text.contains("a") ? Map.of("a", new FormulaParameter(1, 0, 3, false)) : Map.of(),
                    Goal.MINIMISE);
        } catch (FormulaException e) {
            throw new AssertionError(e);
        }
    }

    private static UnaryOperator<Experiment> recipe(String run, UnaryOperator<RunRecipe> change) {
        return experiment -> {
            Run old = experiment.runOrFirst(run);
            return experiment.withRun(run, old.withRecipe(change.apply(old.recipe())));
        };
    }

    static Stream<Arguments> edits() {
        return Stream.of(
                edit(ONE, "learning rate 0.1 → 0.2", recipe("GD", r -> r.with("lr", HyperValue.of(0.2)))),
                edit(
                        TWO,
                        "Momentum: learning rate 0.01 → 10⁻⁸",
                        recipe("Momentum", r -> r.with("lr", HyperValue.of(1e-8)))),
                edit(ONE, "weight decay → 0.5", recipe("GD", r -> r.with("weight_decay", HyperValue.of(0.5)))),
                edit(ONE, "batch full → 32", recipe("GD", r -> r.withBatching(new Batching.Shuffled(32)))),
                edit(
                        ONE,
                        "schedule constant → exponential",
                        recipe("GD", r -> r.withSchedule(new Schedule.Exponential(0.9)))),
                edit(
                        ONE,
                        "learning rate → 0.01 from step 50",
                        recipe("GD", r -> r.withChange(Change.of(50, "lr", HyperValue.of(0.01))))),
                edit(ONE, "add Momentum", _ -> TWO),
                edit(TWO, "remove Momentum", _ -> ONE),
                edit(TWO, "order of the runs", it -> it.withRuns(it.runs().reversed())),
                edit(
                        ONE,
                        "rename GD → Mine",
                        it -> it.withRuns(List.of(it.runs().getFirst().withName("Mine")))),
                edit(
                        ONE,
                        "optimizer GD → Adam",
                        it -> it.withRuns(List.of(new Run("Adam", RunRecipe.of("adam", Map.of()))))),
                edit(ONE, "steps 100 → 1000", it -> it.withSteps(1000)),
                edit(ONE, "seed 7 → 8", it -> it.withSeed(8)),
                edit(ONE, "start (−1.5, 2)", it -> it.withStart(Start.at(-1.5, 2))),
                edit(ONE, "random start", it -> it.withStart(new Start.Random(Start.Spread.NORMAL, 1))),
                edit(ONE, "rule mine", it -> it.withOptimizers(Map.of("mine", "text"))),
                edit(ONE, "w^2 + v^2 → w^4 + v^2", it -> it.withProblem(formula("w^4 + v^2"))));
    }

    private static Arguments edit(Experiment before, String name, UnaryOperator<Experiment> change) {
        return Arguments.of(name, before, change.apply(before));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    @DisplayName("says what changed, and between what")
    void names(String name, Experiment before, Experiment after) {
        assertThat(EditName.between(before, after)).isEqualTo(name);
    }

    @Test
    @DisplayName("says which parameter of a formula was turned")
    void parameter() {
        Problem one = formula("a*w^2 + v^2");

        assertThat(EditName.between(ONE.withProblem(one), ONE.withProblem(one.withParameter("a", 2.5))))
                .isEqualTo("a 1 → 2.5");
    }

    @Test
    @DisplayName("is the new problem's where it is of another kind, and never longer than a line")
    void otherProblem() {
        Experiment line = EXPERIMENTS.forLinear(BuiltInData.dataset("line_4_plus_3x"), List.of("x"), "y");

        assertThat(EditName.between(ONE, line)).startsWith("Linear regression").hasSizeLessThanOrEqualTo(48);
        assertThat(EditName.between(ONE, ONE.withProblem(formula("w^2" + " + v^2".repeat(60)))))
                .hasSizeLessThanOrEqualTo(48)
                .endsWith("…");
    }
}
