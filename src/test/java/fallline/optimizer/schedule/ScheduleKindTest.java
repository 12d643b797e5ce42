package fallline.optimizer.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A kind of schedule")
class ScheduleKindTest {
    @ParameterizedTest
    @EnumSource(ScheduleKind.class)
    @DisplayName("suggests a schedule of its own, names every argument of it once, and makes the same from them")
    void roundTrip(ScheduleKind kind) {
        Schedule suggested = kind.suggested(200, 0.1);
        Map<String, HyperValue> values = ScheduleKind.values(suggested);

        assertThat(ScheduleKind.of(suggested)).isEqualTo(kind);
        assertThat(kind.arguments().stream().map(Hyperparameter::name).toList())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(values.keySet());
        assertThat(kind.schedule(values)).isEqualTo(suggested);
        assertThat(ScheduleKind.of(new Schedule.Warmup(0.1, 20, suggested))).isEqualTo(kind);
        assertThat(kind.sentence()).endsWith(".");
    }

    @ParameterizedTest
    @EnumSource(ScheduleKind.class)
    @DisplayName("suggests finite rates of at most the base rate, also for a run of one step")
    void suggestedRates(ScheduleKind kind) {
        for (int steps : new int[] {1, 2, 7, 200, 1_000_000}) {
            Schedule schedule = kind.suggested(steps, 0.1);
            for (int step : new int[] {0, steps / 3, steps - 1}) {
                assertThat(schedule.rate(step, 0.1)).isBetween(0.0, 0.1 * (1 + 1e-12));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "half", "10, x", "-3", "1.5"})
    @DisplayName("refuses a list of steps that is none, with a sentence")
    void badSteps(String text) {
        Map<String, HyperValue> values = Map.of("milestones", new HyperValue.Word(text), "gamma", HyperValue.of(0.1));
        assertThatThrownBy(() -> ScheduleKind.MULTISTEP.schedule(values))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("milestones of multistep must be ")
                .hasMessageEndingWith("such as 50, 100");
    }

    @Test
    @DisplayName("reads a list of steps with any separators, and sorts it")
    void steps() {
        Map<String, HyperValue> values =
                Map.of("milestones", new HyperValue.Word(" 90; 30 60,"), "gamma", HyperValue.of(0.5));
        assertThat(ScheduleKind.MULTISTEP.schedule(values))
                .isEqualTo(new Schedule.Milestones(List.of(30, 60, 90), 0.5));
    }

    @Test
    @DisplayName("refuses an argument that is out of range, broken or of the wrong kind, by name")
    void refusals() {
        assertThatThrownBy(() -> with(ScheduleKind.STEP, "step_size", HyperValue.of(2.5)))
                .hasMessage("step_size of step must be a whole number of at most ten digits");
        assertThatThrownBy(() -> with(ScheduleKind.STEP, "step_size", HyperValue.of(0)))
                .hasMessageContaining("step_size of step must be at least 1");
        assertThatThrownBy(() -> with(ScheduleKind.CYCLIC, "mode", new HyperValue.Word("up")))
                .hasMessage("mode of cyclic must be one of triangular, triangular2, exp_range");
        assertThatThrownBy(() -> with(ScheduleKind.ONE_CYCLE, "three_phase", HyperValue.of(1)))
                .hasMessage("three_phase of one-cycle must be true or false");
        assertThatThrownBy(() -> with(ScheduleKind.PLATEAU, "factor", new HyperValue.Flag(true)))
                .hasMessage("factor of plateau must be a number");
    }

    private static void with(ScheduleKind kind, String name, HyperValue value) {
        Map<String, HyperValue> values = new HashMap<>(ScheduleKind.values(kind.suggested(100, 0.1)));
        values.put(name, value);
        kind.schedule(values);
    }

    @Test
    @DisplayName("has a name of its own")
    void words() {
        assertThat(java.util.Arrays.stream(ScheduleKind.values())
                        .map(ScheduleKind::word)
                        .collect(Collectors.toSet()))
                .hasSize(ScheduleKind.values().length);
    }
}
