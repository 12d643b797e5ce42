package fallline.analysis.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.Formulas;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.Start;
import fallline.experiment.run.BudgetedRun;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Optimizer;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.optimizer.modifier.Modifiers;
import fallline.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Fair tuning")
class TunerTest {
    private static final OptimizerCatalogue CATALOGUE = FileCatalogue.load();

    /// J = (x² + 10 y²)/2: after many steps gd comes farthest with the rate 2/(1 + 10).
    private static final Problem.Formula BOWL = Formulas.minimise("(x^2 + 10*y^2)/2", "x", "y");

    private static Optimizer optimizer(String id) {
        return CATALOGUE.find(id, Map.of());
    }

    private static Experiment experiment(Problem problem, double... start) {
        Run run = new Run("gd", RunRecipe.of("gd", Map.of("lr", HyperValue.of(0.01))));
        return new Experiment(problem, Start.at(start), 42, 100, List.of(run), Map.of());
    }

    private static TuneOrder order(Experiment experiment, int trials, String... ids) {
        List<Entrant> entrants = Arrays.stream(ids)
                .map(id ->
                        Entrant.of(experiment, optimizer(id), experiment.runs().getFirst()))
                .toList();
        return new TuneOrder(
                experiment, entrants, trials, Currency.EVALUATIONS, experiment.steps(), Scope.EVERY_SETTING);
    }

    private static TuneResult tuned(TuneOrder order, int threads) {
        return Tuner.tune(order, threads, () -> false, _ -> {}).orElseThrow();
    }

    private static double rate(Tuned tuned) {
        return tuned.best().orElseThrow().values().get("lr") instanceof HyperValue.Amount(double lr) ? lr : Double.NaN;
    }

    @Test
    @DisplayName("of gd on a bowl finds the best rate, 2/(λ₁ + λ₂), and J gets worse on both sides of it")
    void bestRate() {
        Tuned gd = tuned(order(experiment(BOWL, 1, 1), 48, "gd"), 2).all().getFirst();
        assertThat(rate(gd)).isCloseTo(2 / 11.0, within(0.02 * 2 / 11));
        Sensitivity beside = gd.sensitivity().orElseThrow();
        assertThat(beside.factors()[0]).isEqualTo(1 / 16.0);
        assertThat(beside.factors()[16]).isEqualTo(16);
        assertThat(beside.loss()[8]).isEqualTo(gd.score());
        for (int i = 0; i < 8; i++) {
            assertThat(beside.loss()[i]).isGreaterThan(beside.loss()[i + 1]);
        }
        assertThat(beside.loss()[10]).as("twice the best diverges").isGreaterThan(1);
    }

    @Test
    @DisplayName("gives everybody the same number of trials and never more than the budget")
    void equalBudgets() {
        TuneOrder order = order(experiment(BOWL, 1, 1), 12, "gd", "adam", "lbfgs", "cg", "newton");
        for (Tuned tuned : tuned(order, 2).all()) {
            assertThat(tuned.trials()).hasSize(12).allSatisfy(trial -> {
                assertThat(trial.end().evaluations()).isBetween(1L, 100L);
                assertThat(trial.end().steps()).isBetween(1, 100);
            });
        }
    }

    @Test
    @DisplayName("counts what the method really asks for")
    void counted() {
        for (String id : List.of("gd", "adam", "lbfgs", "cg", "newton")) {
            AtomicInteger calls = new AtomicInteger();
            RunTask task = new RunTask(
                    new Counted(BOWL.objective(), calls),
                    optimizer(id),
                    RunRecipe.of(id, "lbfgs".equals(id) ? Map.of("max_iterations", HyperValue.of(2)) : Map.of()),
                    new double[] {1, 1},
                    0,
                    60);
            BudgetedRun run = BudgetedRun.of(task, 30, () -> false);
            assertThat(run.evaluations()).as(id).isLessThanOrEqualTo(30);
            // J is measured at the start and behind every step; what a step begins with was measured behind the last
            assertThat((long) calls.get())
                    .as(id)
                    .isBetween(run.evaluations(), run.evaluations() + run.steps() + 1 + 30);
            if ("gd".equals(id)) {
                assertThat(calls.get()).isEqualTo(31);
                assertThat(run.steps()).isEqualTo(30);
            }
            if ("newton".equals(id)) {
                assertThat(run.steps()).isEqualTo(10);
                assertThat(calls.get()).as("a gradient and two columns a step").isEqualTo(31);
            }
        }
    }

    @Test
    @DisplayName("judges by the J of the trace, to the bit")
    void sameBits() {
        for (String id : List.of("gd", "adam", "rprop", "lbfgs", "cg", "newton")) {
            RunTask task = new RunTask(
                    BOWL.objective(), optimizer(id), RunRecipe.of(id, Map.of()), new double[] {1, 1}, 0, 50);
            Trace trace = TraceRecorder.record(task, () -> false, _ -> {});
            BudgetedRun run = BudgetedRun.of(task, 40, () -> false);
            assertThat(run.loss()).as(id).isEqualTo(trace.loss(run.steps()));
            // the two columns of Newton's Hessian are paid for as two gradients
            long curvature = "newton".equals(id) ? 2 : 0;
            assertThat(run.evaluations()).as(id).isEqualTo(trace.allEvaluations(run.steps()) + curvature * run.steps());
            if (run.steps() < 50) {
                assertThat(trace.allEvaluations(run.steps() + 1) + curvature * (run.steps() + 1))
                        .as(id)
                        .isGreaterThan(40);
            }
        }
    }

    @Test
    @DisplayName("ends with the same bits on one thread and on many")
    void deterministic() {
        TuneOrder order = order(experiment(BOWL, 1, 1), 20, "momentum", "adam");
        TuneResult one = tuned(order, 1);
        TuneResult many = tuned(order, 7);
        for (int i = 0; i < one.all().size(); i++) {
            assertThat(many.all().get(i).trials()).isEqualTo(one.all().get(i).trials());
            assertThat(many.all().get(i).best()).isEqualTo(one.all().get(i).best());
            assertThat(many.all().get(i).sensitivity().orElseThrow().loss())
                    .isEqualTo(one.all().get(i).sensitivity().orElseThrow().loss());
        }
        Experiment other = order.experiment().withSeed(43);
        assertThat(tuned(order(other, 20, "momentum"), 2)
                        .all()
                        .getFirst()
                        .trials()
                        .get(5)
                        .values())
                .isNotEqualTo(one.all().getFirst().trials().get(5).values());
    }

    @Test
    @DisplayName("never lets a run win that diverged, not even where J falls for ever")
    void diverged() {
        Experiment cliff = experiment(Formulas.minimise("x^2 - x^4/100", "x"), 1);
        Tuned gd = tuned(order(cliff, 24, "gd"), 2).all().getFirst();
        assertThat(gd.trials()).anyMatch(trial -> !trial.counts());
        assertThat(gd.best().orElseThrow().end().finite()).isTrue();
        Tuned hopeless = tuned(order(experiment(Formulas.minimise("log(x)", "x"), -1), 8, "gd"), 2)
                .all()
                .getFirst();
        assertThat(hopeless.best()).isEmpty();
        assertThat(hopeless.recipe()).isEmpty();
        assertThat(hopeless.score()).isNaN();
    }

    @Test
    @DisplayName("looks for large values where J is maximised")
    void maximised() {
        Experiment hill = experiment(Formulas.of("-(x-3)^2", List.of("x"), Goal.MAXIMISE), 0);
        Tuned gd = tuned(order(hill, 16, "gd"), 2).all().getFirst();
        assertThat(gd.score()).isCloseTo(0, within(1e-6));
    }

    @Test
    @DisplayName("judges the best again on several streams where chance has a part")
    void noisy() {
        Experiment plain = experiment(BOWL, 1, 1);
        Run noisy = plain.runs()
                .getFirst()
                .withRecipe(plain.runs().getFirst().recipe().withModifiers(Modifiers.NONE.withGradientNoise(0.5)));
        Experiment experiment = plain.withRuns(List.of(noisy));
        List<TuneProgress> told = new ArrayList<>();
        Tuned gd = Tuner.tune(order(experiment, 12, "gd"), 1, () -> false, told::add)
                .orElseThrow()
                .all()
                .getFirst();
        assertThat(gd.ends()).hasSize(5).doesNotHaveDuplicates();
        assertThat(gd.ends()[0]).isEqualTo(gd.best().orElseThrow().end().loss());
        assertThat(gd.score()).isEqualTo(Arrays.stream(gd.ends()).sorted().toArray()[2]);
        assertThat(told).hasSizeGreaterThan(12 + 12).last().satisfies(last -> {
            assertThat(last.optimizer()).isEqualTo(optimizer("gd").card().name());
            assertThat(last.done()).isLessThanOrEqualTo(last.all());
        });
        assertThat(gd.entrant().base().batching()).isInstanceOf(Batching.Full.class);
    }

    @Test
    @DisplayName("keeps nothing when it is cancelled, and names who cannot take part")
    void cancelled() {
        TuneOrder order = order(experiment(BOWL, 1, 1), 20, "gd");
        AtomicInteger told = new AtomicInteger();
        assertThat(Tuner.tune(order, 1, () -> told.get() >= 3, _ -> told.incrementAndGet()))
                .isEqualTo(Optional.empty());
        assertThat(told.get()).isLessThan(20);
        assertThat(order.objection()).isEmpty();
    }

    @Test
    @DisplayName("adds its winners as runs with looks of their own")
    void added() {
        Experiment experiment = experiment(BOWL, 1, 1);
        TuneResult result = tuned(order(experiment, 8, "gd", "adam"), 2);
        Experiment raced = result.added(experiment);
        assertThat(raced.runs()).extracting(Run::name).hasSize(3).first().isEqualTo("gd");
        assertThat(raced.runs().subList(1, 3)).isEqualTo(result.runs(experiment));
        assertThat(raced.runs().stream().map(Run::look)).doesNotHaveDuplicates();
        assertThat(result.race(experiment).orElseThrow().runs()).isEqualTo(result.runs(experiment));
        assertThat(result.runs(experiment).getFirst().recipe().hyperparameters().get("lr"))
                .isEqualTo(result.all().getFirst().best().orElseThrow().values().get("lr"));
    }

    /// An objective that counts how often anybody asks.
    private record Counted(Objective honest, AtomicInteger calls) implements Objective {
        @Override
        public int dimension() {
            return honest.dimension();
        }

        @Override
        public List<String> parameterNames() {
            return honest.parameterNames();
        }

        @Override
        public Goal goal() {
            return honest.goal();
        }

        @Override
        public double value(double[] theta) {
            calls.incrementAndGet();
            return honest.value(theta);
        }

        @Override
        public double gradient(double[] theta, double[] gradient) {
            calls.incrementAndGet();
            return honest.gradient(theta, gradient);
        }

        @Override
        public void hessianTimes(double[] theta, double[] direction, double[] product) {
            calls.incrementAndGet();
            honest.hessianTimes(theta, direction, product);
        }

        @Override
        public Objective twin() {
            return new Counted(honest.twin(), calls);
        }
    }
}
