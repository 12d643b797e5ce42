package fallline.optimizer.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import fallline.objective.Golden;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Schedules against PyTorch's rates.
class ScheduleTest {
    private static Stream<JsonNode> entries() {
        JsonNode root = Golden.read("schedulers.json");
        return root.properties().stream()
                .filter(field -> field.getValue().isArray())
                .flatMap(field -> StreamSupport.stream(field.getValue().spliterator(), false));
    }

    static Stream<Arguments> schedules() {
        return entries()
                .filter(entry -> !entry.has("metrics"))
                .map(entry -> Arguments.of(entry.get("id").asText(), entry));
    }

    static Stream<Arguments> plateaus() {
        return entries()
                .filter(entry -> entry.has("metrics"))
                .map(entry -> Arguments.of(entry.get("id").asText(), entry));
    }

    private static Schedule schedule(JsonNode entry) {
        JsonNode h = entry.get("hyper");
        String name = entry.get("scheduler").asText();
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "StepLR" -> new Schedule.Steps(whole(h, "step_size"), number(h, "gamma"));
            case "MultiStepLR" -> {
                List<Integer> milestones = new ArrayList<>();
                h.get("milestones").forEach(milestone -> milestones.add(milestone.asInt()));
                yield new Schedule.Milestones(milestones, number(h, "gamma"));
            }
            case "ExponentialLR" -> new Schedule.Exponential(number(h, "gamma"));
            case "CosineAnnealingLR" -> new Schedule.Cosine(whole(h, "T_max"), number(h, "eta_min"));
            case "CosineAnnealingWarmRestarts" ->
                new Schedule.CosineRestarts(whole(h, "T_0"), whole(h, "T_mult"), number(h, "eta_min"));
            case "LinearLR" ->
                new Schedule.LinearWarmup(number(h, "start_factor"), number(h, "end_factor"), whole(h, "total_iters"));
            case "ConstantLR" -> new Schedule.ConstantFactor(number(h, "factor"), whole(h, "total_iters"));
            case "PolynomialLR" -> new Schedule.Polynomial(whole(h, "total_iters"), number(h, "power"));
            case "LambdaLR" -> new Schedule.InverseTime(0.1);
            case "SequentialLR" -> new Schedule.Warmup(0.1, 10, new Schedule.Cosine(90, 0));
            case "OneCycleLR" ->
                new OneCycle(
                        number(h, "max_lr"),
                        whole(h, "total_steps"),
                        number(h, "pct_start"),
                        OneCycle.Anneal.valueOf(
                                h.get("anneal_strategy").asText().toUpperCase(Locale.ROOT)),
                        h.get("cycle_momentum").asBoolean(),
                        number(h, "base_momentum"),
                        number(h, "max_momentum"),
                        number(h, "div_factor"),
                        number(h, "final_div_factor"),
                        h.get("three_phase").asBoolean());
            case "CyclicLR" ->
                new Cyclic(
                        number(h, "base_lr"),
                        number(h, "max_lr"),
                        whole(h, "step_size_up"),
                        whole(h, "step_size_up"),
                        Cyclic.Mode.valueOf(h.get("mode").asText().toUpperCase(Locale.ROOT)),
                        number(h, "gamma"),
                        h.get("cycle_momentum").asBoolean(),
                        0.8,
                        0.9);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static double number(JsonNode hyper, String name) {
        return hyper.get(name).asDouble();
    }

    private static int whole(JsonNode hyper, String name) {
        return hyper.get(name).asInt();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schedules")
    @DisplayName("every rate and momentum is PyTorch's, whatever step is asked first")
    void agrees(String id, JsonNode entry) {
        Schedule schedule = schedule(entry);
        double tolerance = entry.path("tol_abs").asDouble(1e-15);
        for (int step = 99; step >= 0; step--) {
            assertThat(schedule.rate(step, entry.get("base_lr").asDouble()))
                    .as("rate at %d", step)
                    .isCloseTo(entry.get("lr").get(step).asDouble(), within(tolerance));
            if (entry.has("momentum")) {
                assertThat(schedule.momentum(step, 0.5))
                        .as("momentum at %d", step)
                        .isCloseTo(entry.get("momentum").get(step).asDouble(), within(tolerance));
            } else {
                assertThat(schedule.momentum(step, 0.5)).isEqualTo(0.5);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plateaus")
    @DisplayName("a plateau's rates are PyTorch's for its losses")
    void plateau(String id, JsonNode entry) {
        JsonNode h = entry.get("hyper");
        Plateau plateau = new Plateau(
                Plateau.Mode.MIN,
                number(h, "factor"),
                whole(h, "patience"),
                number(h, "threshold"),
                Plateau.ThresholdMode.REL,
                whole(h, "cooldown"),
                number(h, "min_lr"),
                number(h, "eps"));
        double[] memory = new double[Plateau.MEMORY];
        plateau.start(memory);
        double lowest = 1;
        for (int step = 0; step < 100; step++) {
            double rate = plateau.rate(memory, 0.1);
            assertThat(rate)
                    .as("rate at %d", step)
                    .isCloseTo(
                            entry.get("lr").get(step).asDouble(),
                            within(entry.path("tol_abs").asDouble(1e-15)));
            lowest = Math.min(lowest, rate);
            plateau.observe(memory, entry.get("metrics").get(step).asDouble(), 0.1);
        }
        assertThat(lowest).isLessThan(0.1);
    }

    @Test
    @DisplayName("a plateau keeps its reductions when the recipe's rate changes")
    void plateauBase() {
        Plateau plateau = new Plateau(Plateau.Mode.MIN, 0.5, 0, 0, Plateau.ThresholdMode.ABS, 0, 0, 0);
        double[] memory = new double[Plateau.MEMORY];
        plateau.start(memory);
        plateau.observe(memory, 1, 0.1);
        plateau.observe(memory, 1, 0.1);
        assertThat(plateau.rate(memory, 0.1)).isEqualTo(0.05);
        assertThat(plateau.rate(memory, 0.2)).isEqualTo(0.1);
        plateau.observe(memory, 1, 0.2);
        assertThat(plateau.rate(memory, 0.2)).isEqualTo(0.05);
    }

    @Test
    @DisplayName("three phases of a cycle fall back to the first rate, then to the last; both stay at the end")
    void threePhases() {
        OneCycle cycle = new OneCycle(1, 101, 0.3, OneCycle.Anneal.LINEAR, true, 0.85, 0.95, 10, 100, true);
        assertThat(cycle.rate(0, 9)).isCloseTo(0.1, within(1e-15));
        // the phases end at 29.3, 58.6 and 100
        assertThat(cycle.rate(29, 9)).isCloseTo(0.1 + 0.9 * 29 / 29.3, within(1e-12));
        assertThat(cycle.rate(58, 9)).isCloseTo(1 - 0.9 * (58 - 29.3) / 29.3, within(1e-12));
        assertThat(cycle.rate(100, 9)).isCloseTo(0.001, within(1e-15));
        assertThat(cycle.rate(5000, 9)).isEqualTo(cycle.rate(100, 9));
        assertThat(cycle.momentum(100, 0)).isCloseTo(0.95, within(1e-15));
        assertThat(cycle.momentum(29, 0)).isCloseTo(0.85 + 0.1 * 0.3 / 29.3, within(1e-12));
    }

    @Test
    @DisplayName("a warm-up ends where the schedule behind it begins, and that one counts from 0")
    void warmup() {
        Schedule warm = new Schedule.Warmup(0.25, 4, new Schedule.Steps(3, 0.5));
        double[] expected = {0.25, 0.4375, 0.625, 0.8125, 1, 1, 1, 0.5, 0.5, 0.5, 0.25};
        for (int step = 0; step < expected.length; step++) {
            assertThat(warm.rate(step, 1)).isEqualTo(expected[step]);
        }
        Schedule own = new Schedule.Warmup(0.5, 2, Cyclic.of(0.2, 0.8));
        assertThat(own.rate(0, 7)).isEqualTo(0.1);
        assertThat(own.rate(2, 7)).isEqualTo(0.2);
    }

    @Test
    @DisplayName("peaks shrink by γ^k with exp_range")
    void expRange() {
        Cyclic cyclic = new Cyclic(0, 1, 4, 4, Cyclic.Mode.EXP_RANGE, 0.9, false, 0, 0);
        assertThat(cyclic.rate(4, 0)).isCloseTo(Math.pow(0.9, 4), within(1e-15));
        assertThat(cyclic.rate(12, 0)).isCloseTo(Math.pow(0.9, 12), within(1e-15));
        assertThat(cyclic.rate(6, 0)).isCloseTo(0.5 * Math.pow(0.9, 6), within(1e-15));
    }

    @Test
    @DisplayName("an impossible argument is refused by name")
    void refusals() {
        assertThatThrownBy(() -> new Schedule.Steps(0, 0.1)).hasMessage("step_size of step must be at least 1, got 0");
        assertThatThrownBy(() -> new Schedule.Exponential(Double.NaN))
                .hasMessage("gamma of exponential must be above 0, got NaN");
        assertThatThrownBy(() -> new Plateau(Plateau.Mode.MIN, 1, 10, 1e-4, Plateau.ThresholdMode.REL, 0, 0, 0))
                .hasMessage("factor of plateau must be in (0, 1), got 1");
        assertThatThrownBy(() -> new Schedule.Warmup(0.1, 5, new Schedule.Warmup(0.1, 5, Schedule.constant())))
                .hasMessage("a schedule has one warmup only");
    }
}
