package fallline.experiment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.experiment.Change;
import fallline.experiment.Quadratic;
import fallline.experiment.RunRecipe;
import fallline.objective.Goal;
import fallline.optimizer.Backtracking;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Optimizer;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.optimizer.schedule.Plateau;
import fallline.optimizer.schedule.Schedule;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The curve of a run's rate")
class RateCurveTest {
    private static final FileCatalogue CATALOGUE = FileCatalogue.load();
    private static final Optimizer GD = CATALOGUE.find("gd", Map.of());

    private static RunRecipe recipe() {
        return RunRecipe.of("gd", Map.of("lr", HyperValue.of(0.4)));
    }

    private static Trace trace(RunRecipe recipe, int steps) {
        RunTask task = new RunTask(new Quadratic(Goal.MINIMISE), GD, recipe, new double[] {20}, 1, steps);
        return TraceRecorder.record(task, () -> false, _ -> {});
    }

    @Test
    @DisplayName("is what the run uses, step by step, with a warm-up, a schedule and recorded changes")
    void planned() {
        RunRecipe recipe = recipe().withSchedule(new Schedule.Warmup(0.1, 10, new Schedule.Cosine(40, 0)))
                .withChange(Change.of(25, "lr", HyperValue.of(0.2)))
                .withChange(Change.ofSchedule(35, Schedule.constant()));
        Trace trace = trace(recipe, 50);

        RateCurve curve = RateCurve.of(recipe, GD, 50, Optional.empty(), 500);

        assertThat(curve.measured()).isFalse();
        assertThat(curve.steps()).hasSize(50);
        for (int k = 0; k < 50; k++) {
            assertThat(curve.rates().get(k)).as("step %d", k).isEqualTo(trace.rate(k + 1));
        }
        assertThat(curve.largest()).isCloseTo(0.4, within(1e-15));
    }

    @Test
    @DisplayName("comes from the trace where a plateau or a line search decides, as far as it is known")
    void measured() {
        // at rate 1 the run hops from 20 to −20 and back, and J never falls
        RunRecipe watching = recipe().with("lr", HyperValue.of(1))
                .withSchedule(new Plateau(Plateau.Mode.MIN, 0.5, 2, 1e-4, Plateau.ThresholdMode.REL, 0, 0, 1e-8));
        Trace watched = trace(watching, 60);
        RateCurve curve = RateCurve.of(watching, GD, 60, Optional.of(watched), 500);
        assertThat(curve.measured()).isTrue();
        assertThat(curve.rates().getLast()).isEqualTo(watched.rate(60)).isLessThan(1);

        RunRecipe searching =
                recipe().with("lr", HyperValue.of(4)).withLineSearch(Optional.of(Backtracking.standard()));
        assertThat(RateCurve.of(searching, GD, 60, Optional.of(trace(searching, 20)), 500)
                        .rates())
                .hasSize(20)
                .allSatisfy(rate -> assertThat(rate).isLessThan(1));
        assertThat(RateCurve.of(searching, GD, 60, Optional.empty(), 500).steps())
                .isEmpty();
    }

    @Test
    @DisplayName("of a million steps has the points that were asked for, from the first step to the last")
    void thinned() {
        RateCurve curve = RateCurve.of(recipe(), GD, 1_000_000, Optional.empty(), 240);
        assertThat(curve.steps()).hasSize(240).startsWith(0).endsWith(999_999).isSorted();
        assertThat(RateCurve.of(recipe(), GD, 1, Optional.empty(), 240).steps()).containsExactly(0);
    }

    @Test
    @DisplayName("of a method without a rate has no point")
    void none() {
        assertThat(RateCurve.of(RunRecipe.of("cg", Map.of()), CATALOGUE.find("cg", Map.of()), 9, Optional.empty(), 9))
                .isEqualTo(RateCurve.NONE);
    }
}
