package fallline.experiment.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fallline.experiment.Change;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.Start;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import fallline.optimizer.Backtracking;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Optimizer;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.optimizer.rule.RuleOptimizer;
import fallline.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An edit of an experiment's own rules")
class RuleEditsTest {
    private static final FileCatalogue CATALOGUE = FileCatalogue.load();
    private static final RuleOptimizer ADAM = (RuleOptimizer) CATALOGUE.find("adam", Map.of());
    private static final RuleOptimizer GD = (RuleOptimizer) CATALOGUE.find("gd", Map.of());

    private final Problem problem = fallline.Formulas.minimise("x^2 + y^2", "x", "y");
    private final RunRecipe recipe = RunRecipe.of("adam", Map.of("lr", HyperValue.of(0.2), "beta1", HyperValue.of(0.8)))
            .withChange(Change.of(30, "beta2", HyperValue.of(0.99)))
            .withChange(Change.of(60, "lr", HyperValue.of(0.05)));
    private final Experiment one = new Experiment(
            problem, Start.at(3, 4), 0, 100, List.of(new Run("Adam", recipe), new Run("Mine", recipe)), Map.of());

    private Experiment copied() {
        String text = RuleEdits.copied(ADAM, ADAM.text(), "my-adam");
        return RuleEdits.withRule(one, "Adam", ADAM, RuleOptimizer.parse("my-adam", text), text);
    }

    private static Trace trace(Experiment experiment, int run) {
        RunTask task = new TaskResolver(CATALOGUE)
                .resolve(experiment, experiment.runs().get(run));
        return TraceRecorder.record(task, () -> false, _ -> {});
    }

    @Test
    @DisplayName("copies a rule: the run keeps its settings and its numbers to the bit, and is named after the copy")
    void copy() {
        Experiment copied = copied();

        assertThat(copied.runs()).extracting(Run::name).containsExactly("My Adam", "Mine");
        assertThat(copied.runs().getFirst().recipe()).isEqualTo(recipe.withOptimizerId("my-adam"));
        assertThat(copied.runs().getLast().recipe()).isEqualTo(recipe);
        assertThat(RuleEdits.origin(copied.optimizers().getOrDefault("my-adam", "")))
                .contains("adam");
        Trace before = trace(one, 0);
        Trace after = trace(copied, 0);
        for (int k = 0; k <= 100; k++) {
            assertThat(after.parameter(k, 1)).isEqualTo(before.parameter(k, 1));
        }
    }

    @Test
    @DisplayName("finds a free id and a name like it, also for the copy of a copy")
    void ids() {
        assertThat(RuleEdits.freeId("adam", Set.of("adam"))).isEqualTo("my-adam");
        assertThat(RuleEdits.freeId("my-adam", Set.of("adam", "my-adam"))).isEqualTo("my-adam-2");
        assertThat(RuleEdits.freeId("my-adam-2", Set.of("my-adam", "my-adam-2")))
                .isEqualTo("my-adam-3");
        String second = RuleEdits.copied(ADAM, ADAM.text(), "my-adam-2");
        RuleOptimizer copy = RuleOptimizer.parse("my-adam-2", second);
        assertThat(copy.card().name()).isEqualTo("My Adam 2");
        String third = RuleEdits.copied(copy, second, "my-adam-3");
        assertThat(RuleOptimizer.parse("my-adam-3", third).card().name()).isEqualTo("My Adam 3");
        assertThat(RuleEdits.origin(third)).contains("my-adam-2");
        assertThat(third.split("a copy of", -1)).hasSize(2);
        String nameless = RuleEdits.copied(GD, "lr = 1 (0 .. 2)\ntheta <- theta - lr*g", "my-gd");
        assertThat(RuleOptimizer.parse("my-gd", nameless).card().name()).isEqualTo("My Gradient descent");
    }

    @Test
    @DisplayName("of a text drops the settings that the rule no longer takes, in changes too, and keeps the others")
    void text() {
        String shorter = """
                lr = 0.01 (1e-6 .. 10, log)
                beta1 = 0.5 (0 .. 0.7) in [0, 0.7]
                state m = 0
                m <- beta1*m + g
                theta <- theta - lr*m
                """;

        Experiment next = RuleEdits.withText(copied(), RuleOptimizer.parse("my-adam", shorter), shorter);

        RunRecipe kept = next.runs().getFirst().recipe();
        assertThat(kept.hyperparameters()).isEqualTo(Map.of("lr", HyperValue.of(0.2)));
        assertThat(kept.changes()).containsExactly(Change.of(60, "lr", HyperValue.of(0.05)));
        assertThat(next.runs().getLast().recipe()).isEqualTo(recipe);
        new TaskResolver(CATALOGUE).resolve(next, next.runs().getFirst());
    }

    @Test
    @DisplayName("of a text that needs all rows, or remembers something, takes batches or the line search away")
    void fits() {
        RunRecipe gd = RunRecipe.of("my-gd", Map.of())
                .withLineSearch(Optional.of(Backtracking.standard()))
                .withBatching(new Batching.Shuffled(5));
        String text = "batch: full\nlr = 0.1 (1e-6 .. 10, log)\nstate m = 0\nm <- m + g\ntheta <- theta - lr*m\n";
        Experiment before = one.withRuns(List.of(new Run("A", gd)));

        RunRecipe fitted = RuleEdits.withText(before, RuleOptimizer.parse("my-gd", text), text)
                .runs()
                .getFirst()
                .recipe();

        assertThat(fitted.lineSearch()).isEmpty();
        assertThat(fitted.batching()).isEqualTo(Batching.full());
    }

    @Test
    @DisplayName("renames a rule in every run that uses it, and refuses taken and impossible ids with a sentence")
    void rename() {
        Experiment copied = copied();

        Experiment renamed = RuleEdits.withRenamed(copied, "my-adam", "bold-adam-2", Set.of("adam"));

        assertThat(renamed.optimizers()).containsOnlyKeys("bold-adam-2");
        assertThat(renamed.runs().getFirst().recipe().optimizer()).isEqualTo("bold-adam-2");
        assertThat(RuleEdits.withRenamed(copied, "my-adam", "my-adam", Set.of()))
                .isEqualTo(copied);
        assertThatThrownBy(() -> RuleEdits.withRenamed(copied, "my-adam", "adam", Set.of("adam")))
                .hasMessage("there is an optimizer 'adam' already: choose another id");
        for (String bad : List.of("", "My Adam", "-a", "a--b", "ä", "../adam", "con.rule")) {
            assertThatThrownBy(() -> RuleEdits.withRenamed(copied, "my-adam", bad, Set.of()))
                    .hasMessageStartingWith("'" + bad + "' is no id");
        }
    }

    @Test
    @DisplayName("removes a rule: its runs get the other optimizer with their settings, and their name back")
    void without() {
        Experiment copied = copied();
        Optimizer rule = CATALOGUE.find("my-adam", copied.optimizers());

        Experiment back = RuleEdits.without(copied, rule, ADAM);
        Experiment plain = RuleEdits.without(copied, rule, GD);

        assertThat(back).isEqualTo(one);
        assertThat(plain.runs().getFirst().name()).isEqualTo("Gradient descent");
        assertThat(plain.runs().getFirst().recipe().hyperparameters()).containsOnlyKeys("lr");
        assertThat(RuleEdits.uses(copied, "my-adam")).isOne();
        assertThat(RuleEdits.uses(back, "my-adam")).isZero();
    }
}
