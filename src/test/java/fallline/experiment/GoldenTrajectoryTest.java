package fallline.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import fallline.objective.Golden;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every optimizer against trajectories of PyTorch and of 200-bit arithmetic.
class GoldenTrajectoryTest {
    static Stream<GoldenTrajectory> trajectories() {
        return GoldenTrajectory.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("trajectories")
    @DisplayName("agrees with the reference at every stored step, and has asked for as many gradients")
    void agrees(GoldenTrajectory golden) {
        JsonNode reference = golden.reference();
        Trace trace = TraceRecorder.record(golden.task(200), () -> false, _ -> {});
        double tolerance = reference.path("tol").asDouble(1e-12);
        int upTo = reference.path("compare_up_to_step").asInt(200);
        int compared = 0;
        for (int k = 0; k < reference.get("steps").size(); k++) {
            int step = reference.get("steps").get(k).asInt();
            double[] expected = Golden.numbers(reference.get("params").get(k));
            double loss = Double.parseDouble(reference.get("loss").get(k).asText());
            if (step > upTo || !Double.isFinite(loss)) {
                break;
            }
            for (int i = 0; i < expected.length; i++) {
                assertThat(distance(trace.parameter(step, i), expected[i]))
                        .as("parameter %d at step %d", i, step)
                        .isLessThanOrEqualTo(tolerance);
            }
            assertThat(distance(trace.loss(step), loss))
                    .as("loss at step %d", step)
                    .isLessThanOrEqualTo(Math.max(tolerance, 1e-12));
            if (reference.has("closure_evals")) {
                assertThat(trace.evaluations(step))
                        .as("evaluations at step %d", step)
                        .isEqualTo(reference.get("closure_evals").get(k).asInt());
            }
            compared++;
        }
        assertThat(compared).isGreaterThan(1);
    }

    private static double distance(double found, double truth) {
        return Math.abs(found - truth) / Math.max(1, Math.abs(truth));
    }
}
