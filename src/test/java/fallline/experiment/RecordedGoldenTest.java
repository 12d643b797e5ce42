package fallline.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.experiment.judge.Judge;
import fallline.experiment.judge.Verdict;
import fallline.experiment.recorded.RecordedTable;
import fallline.experiment.run.RecordedTask;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import fallline.export.TraceCsv;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A trace of our own, opened again as a recorded path")
class RecordedGoldenTest {
    /// What needs to be known of a method: whether it stops by its own test, or took batches.
    private static final Set<String> OF_THE_METHOD = Set.of("at rest", "hovering");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it
    private Path folder;

    static Stream<GoldenTrajectory> all() {
        return GoldenTrajectory.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    @DisplayName("gives the same path, the same curve and the same word")
    void same(GoldenTrajectory golden) throws IOException {
        RunTask task = golden.task(100);
        Trace trace = TraceRecorder.record(task, () -> false, _ -> {});
        Path csv = folder.resolve("trace.csv");
        try (OutputStream out = Files.newOutputStream(csv)) {
            TraceCsv writer = new TraceCsv(out);
            writer.heading(task.objective().parameterNames());
            writer.add(golden.name(), task, trace);
            writer.flush();
        }
        RecordedPath path = RecordedTable.read(csv, () -> false).path(Optional.of(golden.name()));
        RunTask recorded = RecordedTask.of(task.objective(), path, task.start(), 0, Optional.empty());
        Trace again = TraceRecorder.record(recorded, () -> false, _ -> {});

        assertThat(again.length()).isEqualTo(trace.length());
        assertThat(again.lastFiniteStep()).isEqualTo(trace.lastFiniteStep());
        assertThat(again.hasPath()).isTrue();
        assertThat(again.lossDifference()).isEmpty();
        for (int step = 0; step < trace.length(); step++) {
            same(again.loss(step), trace.loss(step));
            same(again.rate(step), trace.rate(step));
            assertThat(again.evaluations(step)).isEqualTo(trace.evaluations(step));
            for (int i = 0; i < trace.dimension(); i++) {
                same(again.parameter(step, i), trace.parameter(step, i));
            }
        }
        Verdict verdict = Judge.verdict(task, trace);
        Verdict told = Judge.verdict(recorded, again);
        assertThat(told.step()).isEqualTo(verdict.step());
        if (!OF_THE_METHOD.contains(verdict.word())) {
            assertThat(told.word()).isEqualTo(verdict.word());
        } else {
            assertThat(told.word()).isIn("stalled", "oscillating", "not there yet", "crawling", "converged");
        }
    }

    private static void same(double actual, double expected) {
        assertThat(Double.doubleToLongBits(actual)).isEqualTo(Double.doubleToLongBits(expected));
    }
}
