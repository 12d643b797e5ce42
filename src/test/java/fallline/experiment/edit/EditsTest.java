package fallline.experiment.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fallline.experiment.Change;
import fallline.experiment.Experiment;
import fallline.experiment.RecordedChange;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.SettingsAt;
import fallline.experiment.Start;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.view.ViewState;
import fallline.expr.FormulaException;
import fallline.objective.Goal;
import fallline.optimizer.Equation;
import fallline.optimizer.Evaluation;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import fallline.optimizer.OptimizerCard;
import fallline.optimizer.Stage;
import fallline.optimizer.Update;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.problem.Problem;
import fallline.problem.Problems;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An edit")
class EditsTest {
    private static final Hyperparameter LR = number("lr", 1e-3, Hyperparameter.Interval.NON_NEGATIVE);
    private static final Hyperparameter MOMENTUM =
            number("momentum", 0.9, new Hyperparameter.Interval(0, true, 1, false));
    private static final Optimizer GD = new Named("gd", "Gradient descent", List.of(LR), false);
    private static final Optimizer HEAVY_BALL = new Named("momentum", "Momentum", List.of(LR, MOMENTUM), false);
    private static final Optimizer NEWTON = new Named("newton", "Newton", List.of(LR), true);

    private final Experiment two = new Experiment(
            bowl(),
            Start.at(3, 4),
            7,
            100,
            List.of(
                    new Run("Gradient descent", RunRecipe.of("gd", Map.of("lr", HyperValue.of(0.1)))),
                    new Run("Slow", RunRecipe.of("gd", Map.of("lr", HyperValue.of(0.01))))),
            Map.of());

    @Test
    @DisplayName("of a rate holds for the whole run and leaves the other runs alone")
    void wholeRun() {
        Experiment edited = Edits.withHyperparameter(two, "Slow", "lr", HyperValue.of(0.5), 0);

        assertThat(recipe(edited, "Slow").hyperparameters()).containsEntry("lr", HyperValue.of(0.5));
        assertThat(recipe(edited, "Slow").changes()).isEmpty();
        assertThat(recipe(edited, "Gradient descent")).isEqualTo(recipe(two, "Gradient descent"));
    }

    @Test
    @DisplayName("from a step on is recorded at that step, and the settings before it stay")
    void fromStep() {
        Experiment edited = Edits.withHyperparameter(two, "Slow", "lr", HyperValue.of(0.5), 40);

        assertThat(recipe(edited, "Slow").changes()).containsExactly(Change.of(40, "lr", HyperValue.of(0.5)));
        assertThat(SettingsAt.of(recipe(edited, "Slow"), 39).rate(GD)).isEqualTo(0.01);
        assertThat(SettingsAt.of(recipe(edited, "Slow"), 40).rate(GD)).isEqualTo(0.5);
    }

    @Test
    @DisplayName("starts at the playhead only if the view says so")
    void fromView() {
        ViewState view = ViewState.initial(two).withPlayhead(12);

        assertThat(Edits.from(view)).isZero();
        assertThat(Edits.from(view.withFromHere(true))).isEqualTo(12);
    }

    @Test
    @DisplayName("of a step that has a change already wins over it and keeps what else is set there")
    void changeWins() {
        Experiment edited = Edits.withBatching(two, "Slow", new Batching.Shuffled(8), 40);
        edited = Edits.withHyperparameter(edited, "Slow", "lr", HyperValue.of(0.5), 40);
        edited = Edits.withHyperparameter(edited, "Slow", "lr", HyperValue.of(0.25), 40);

        assertThat(RecordedChange.of(recipe(edited, "Slow")))
                .containsExactly(
                        new RecordedChange(40, new RecordedChange.Hyper("lr", HyperValue.of(0.25))),
                        new RecordedChange(40, new RecordedChange.Batched(new Batching.Shuffled(8))));
    }

    @Test
    @DisplayName("takes back one recorded change and leaves the others")
    void removesChange() {
        Experiment edited = Edits.withHyperparameter(two, "Slow", "lr", HyperValue.of(0.5), 40);
        edited = Edits.withBatching(edited, "Slow", new Batching.Shuffled(8), 40);
        edited = Edits.withHyperparameter(edited, "Slow", "lr", HyperValue.of(0.6), 60);
        RecordedChange first = RecordedChange.of(recipe(edited, "Slow")).getFirst();

        Experiment without = Edits.withoutChange(edited, "Slow", first);

        assertThat(RecordedChange.of(recipe(without, "Slow")))
                .containsExactly(
                        new RecordedChange(40, new RecordedChange.Batched(new Batching.Shuffled(8))),
                        new RecordedChange(60, new RecordedChange.Hyper("lr", HyperValue.of(0.6))));
    }

    @Test
    @DisplayName("back to the default forgets the value for the whole run, or records the default from a step on")
    void defaults() {
        assertThat(recipe(Edits.withDefault(two, "Slow", LR, 0), "Slow").hyperparameters())
                .isEmpty();
        assertThat(recipe(Edits.withDefault(two, "Slow", LR, 9), "Slow").changes())
                .containsExactly(Change.of(9, "lr", HyperValue.of(1e-3)));
    }

    @Test
    @DisplayName(
            "of the optimizer keeps the rate, drops what the new one does not know, and renames a run named after it")
    void optimizer() {
        Experiment edited = Edits.withOptimizer(two, "Gradient descent", GD, HEAVY_BALL);
        edited = Edits.withHyperparameter(edited, "Momentum", "momentum", HyperValue.of(0.5), 0);
        Experiment back = Edits.withOptimizer(edited, "Momentum", HEAVY_BALL, GD);

        assertThat(edited.runs().getFirst().name()).isEqualTo("Momentum");
        assertThat(recipe(edited, "Momentum").hyperparameters())
                .isEqualTo(Map.of("lr", HyperValue.of(0.1), "momentum", HyperValue.of(0.5)));
        assertThat(back).isEqualTo(two);
    }

    @Test
    @DisplayName("of the optimizer leaves a name that somebody chose, and gives a full-batch method all rows")
    void fullBatch() {
        Experiment edited = Edits.withBatching(two, "Slow", new Batching.Shuffled(8), 0);

        edited = Edits.withOptimizer(edited, "Slow", GD, NEWTON);

        assertThat(edited.runs().getLast().name()).isEqualTo("Slow");
        assertThat(recipe(edited, "Slow").batching()).isEqualTo(Batching.full());
    }

    @ParameterizedTest
    @ValueSource(strings = {"newton", "lbfgs", "cg"})
    @DisplayName("of the optimizer to a solver and back fits, and keeps no rate that means something else")
    void solvers(String id) {
        FileCatalogue catalogue = FileCatalogue.load();
        Optimizer descent = catalogue.find("gd", Map.of());
        Optimizer solver = catalogue.find(id, Map.of());

        Experiment edited = Edits.withOptimizer(two, "Slow", descent, solver);
        Experiment scaled = RateEdits.withScaledRate(edited, "Slow", solver, 0.5, 0);
        Experiment back = Edits.withOptimizer(edited, "Slow", solver, descent);

        assertThat(recipe(edited, "Slow").hyperparameters())
                .isEqualTo(id.equals("lbfgs") ? Map.of("max_iterations", HyperValue.of(1)) : Map.of());
        assertThat(recipe(back, "Slow").hyperparameters()).isEmpty();
        assertThat(scaled.equals(edited)).isEqualTo(id.equals("cg"));
        new TaskResolver(catalogue).resolve(scaled, scaled.runs().getLast()).check();
    }

    @Test
    @DisplayName("adds and copies runs under the next free name")
    void freeNames() {
        Experiment edited = Edits.withDuplicate(two, "Gradient descent");
        edited = Edits.withDuplicate(edited, "Gradient descent 2");
        edited = Edits.withAdded(edited, two.runs().getLast());

        assertThat(edited.runs())
                .extracting(Run::name)
                .containsExactly("Gradient descent", "Gradient descent 2", "Gradient descent 3", "Slow", "Slow 2");
        assertThat(recipe(edited, "Gradient descent 3")).isEqualTo(recipe(two, "Gradient descent"));
    }

    @Test
    @DisplayName("renames a run, and refuses a blank name and one that is taken with a sentence")
    void rename() {
        assertThat(Edits.withRenamed(two, "Slow", "  Careful ").runs().getLast().name())
                .isEqualTo("Careful");
        assertThat(Edits.withRenamed(two, "Slow", "Slow")).isEqualTo(two);
        assertThatThrownBy(() -> Edits.withRenamed(two, "Slow", " ")).hasMessageContaining("a run needs a name");
        assertThatThrownBy(() -> Edits.withRenamed(two, "Slow", "Gradient descent"))
                .hasMessage("another run is called 'Gradient descent': try Gradient descent 2");
        assertThatThrownBy(() -> Edits.withRenamed(two, "Nobody", "A")).hasMessageContaining("'Nobody'");
    }

    @Test
    @DisplayName("halves the rate everywhere, or multiplies it from a step on")
    void scalesRate() {
        Experiment changed = Edits.withHyperparameter(two, "Slow", "lr", HyperValue.of(0.8), 40);

        RunRecipe halved = recipe(RateEdits.withScaledRate(changed, "Slow", GD, 0.5, 0), "Slow");
        RunRecipe doubled = recipe(RateEdits.withScaledRate(changed, "Slow", GD, 2, 50), "Slow");

        assertThat(SettingsAt.of(halved, 0).rate(GD)).isEqualTo(0.005);
        assertThat(SettingsAt.of(halved, 40).rate(GD)).isEqualTo(0.4);
        assertThat(SettingsAt.of(doubled, 49).rate(GD)).isEqualTo(0.8);
        assertThat(SettingsAt.of(doubled, 50).rate(GD)).isEqualTo(1.6);
    }

    @Test
    @DisplayName("cures the rate in force where J began to rise, and leaves a rate alone that would leave its range")
    void curesRate() {
        Experiment changed = Edits.withHyperparameter(two, "Slow", "lr", HyperValue.of(0.8), 40);

        RunRecipe early = recipe(RateEdits.withCuredRate(changed, "Slow", GD, 39), "Slow");
        RunRecipe late = recipe(RateEdits.withCuredRate(changed, "Slow", GD, 40), "Slow");

        assertThat(SettingsAt.of(early, 0).rate(GD)).isEqualTo(0.005);
        assertThat(SettingsAt.of(early, 40).rate(GD)).isEqualTo(0.8);
        assertThat(SettingsAt.of(late, 0).rate(GD)).isEqualTo(0.01);
        assertThat(SettingsAt.of(late, 40).rate(GD)).isEqualTo(0.4);
        assertThat(RateEdits.withScaledRate(two, "Slow", GD, Double.POSITIVE_INFINITY, 0))
                .isEqualTo(two);
    }

    @Test
    @DisplayName("halves the default rate of a recipe that names none")
    void halvesDefault() {
        Experiment plain = Edits.withDefault(two, "Slow", LR, 0);

        assertThat(SettingsAt.base(recipe(RateEdits.withScaledRate(plain, "Slow", GD, 0.5, 0), "Slow"))
                        .rate(GD))
                .isEqualTo(5e-4);
    }

    @Test
    @DisplayName("of one start coordinate keeps the others, also those of a random start")
    void start() {
        assertThat(Edits.withStartCoordinate(two, 1, -2).startPoint()).containsExactly(3, -2);

        Experiment random = Edits.withRandomStart(two, 1);
        double first = random.startPoint()[0];
        assertThat(Edits.withStartCoordinate(random, 1, -2).startPoint()).containsExactly(first, -2);
    }

    @Test
    @DisplayName("draws a random start from the seed, and another one at every press")
    void randomStart() {
        Experiment once = Edits.withRandomStart(two, 1);
        Experiment twice = Edits.withRandomStart(once, 1);

        assertThat(once.seed()).isEqualTo(two.seed());
        assertThat(once.startPoint()).isEqualTo(random(two, 7)).isNotEqualTo(two.startPoint());
        assertThat(twice.startPoint()).isEqualTo(random(two, 8));
    }

    private static double[] random(Experiment experiment, long seed) {
        return new Start.Random(Start.Spread.NORMAL, 1)
                .point(experiment.problem().objective(), seed);
    }

    private static RunRecipe recipe(Experiment experiment, String run) {
        return experiment.runs().get(experiment.indexOf(run)).recipe();
    }

    private static Hyperparameter number(String name, double initial, Hyperparameter.Interval limits) {
        return new Hyperparameter(name, "", new Hyperparameter.Range(initial, 1e-6, 10, true, limits));
    }

    /// An optimizer of which only the description is asked.
    private record Named(String id, String title, List<Hyperparameter> hyperparameters, boolean needsFullBatch)
            implements Optimizer {
        @Override
        public OptimizerCard card() {
            return new OptimizerCard(title, "", "", "", "");
        }

        @Override
        public List<Equation> equations() {
            return List.of();
        }

        @Override
        public int stateSize(int dimension) {
            return 0;
        }

        @Override
        public Update update(int dimension) {
            return new Update() {
                @Override
                public void start(double[] theta, double[] hyper, double[] state) {}

                @Override
                public double step(double[] theta, double[] hyper, double[] state, int t, Evaluation evaluation) {
                    return hyper[0];
                }

                @Override
                public List<Stage> explain(
                        double[] theta,
                        double[] hyper,
                        double[] state,
                        int t,
                        int index,
                        String name,
                        Evaluation evaluation) {
                    return List.of();
                }
            };
        }
    }

    private static Problem bowl() {
        try {
            return Problems.formula("w^2 + v^2", List.of("w", "v"), Map.of(), Goal.MINIMISE);
        } catch (FormulaException e) {
            throw new AssertionError(e);
        }
    }
}
