package fallline.analysis.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.Formulas;
import fallline.analysis.stage.StepStages.Beat;
import fallline.analysis.stage.StepStages.Way;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.Start;
import fallline.experiment.run.Replay;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Optimizer;
import fallline.optimizer.catalogue.FileCatalogue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The stages of a step as ways")
class StepStagesTest {
    private static final TaskResolver RESOLVER = new TaskResolver(FileCatalogue.load());

    private static StepStages stages(String optimizer, Map<String, HyperValue> settings, int step) {
        Run run = new Run("Run", RunRecipe.of(optimizer, settings));
        RunTask task = RESOLVER.resolve(
                new Experiment(
                        Formulas.minimise("(x^2 + 6*y^2)/2", "x", "y"), Start.at(-4, 3), 0, 10, List.of(run), Map.of()),
                run);
        Trace trace = TraceRecorder.record(task, () -> false, _ -> {});
        Replay replay = new Replay(task, trace);
        replay.moveTo(step);
        return StepStages.of(replay);
    }

    @Test
    @DisplayName("gradient descent: down the slope, then from (−4, 3) to (−3.6, 1.2) at rate 0.1")
    void descent() {
        List<Beat> beats = stages("gd", Map.of("lr", HyperValue.of(0.1)), 0).all();
        assertThat(beats.getFirst().way()).get().isInstanceOfSatisfying(Way.Along.class, along -> assertThat(
                        along.direction())
                .containsExactly(4, -18));
        assertThat(beats.getLast().way()).get().isInstanceOfSatisfying(Way.Move.class, move -> {
            assertThat(move.from()).containsExactly(-4, 3);
            assertThat(move.to()).containsExactly(new double[] {-3.6, 1.2}, within(1e-12));
        });
    }

    @Test
    @DisplayName("momentum: the velocity after a second step keeps 0.9 of the first slope")
    void momentum() {
        List<Beat> beats = stages("momentum", Map.of("lr", HyperValue.of(0.1), "momentum", HyperValue.of(0.9)), 1)
                .all();
        Beat velocity = beats.stream()
                .filter(beat -> beat.target().equals("b"))
                .findFirst()
                .orElseThrow();
        // g₀ = (−4, 18), θ₁ = (−3.6, 1.2), g₁ = (−3.6, 7.2), b = 0.9·g₀ + g₁
        assertThat(velocity.way()).get().isInstanceOfSatisfying(Way.Along.class, along -> assertThat(along.direction())
                .containsExactly(new double[] {7.2, -23.4}, within(1e-12)));
    }

    @Test
    @DisplayName("a mean of squares is a stage without a way")
    void squares() {
        List<Beat> beats = stages("adam", Map.of("lr", HyperValue.of(0.1)), 3).all();
        assertThat(beats).filteredOn(beat -> beat.target().equals("v")).allMatch(beat -> beat.way()
                .isEmpty());
        assertThat(beats).filteredOn(beat -> beat.target().equals("m")).noneMatch(beat -> beat.way()
                .isEmpty());
    }

    @Test
    @DisplayName("every optimizer of the catalogue has a gradient first, and a move")
    void all() {
        for (Optimizer optimizer : RESOLVER.catalogue()) {
            List<Beat> beats =
                    stages(optimizer.id(), optimizer.firstSettings(), 1).all();
            assertThat(beats.getFirst().target()).isEqualTo("g");
            assertThat(beats.stream().flatMap(beat -> beat.way().stream()))
                    .as(optimizer.id())
                    .hasAtLeastOneElementOfType(Way.Move.class);
        }
    }
}
