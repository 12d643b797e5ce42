package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The FX thread that stands still")
class FxWatchdogTest {
    private static final long LONG = 1_000_000_000;

    private static StackTraceElement frame(String type) {
        return new StackTraceElement(type, "method", "File.java", 1);
    }

    private static StackTraceElement nativeFrame(String type) {
        return new StackTraceElement(type, "method", "File.java", -2);
    }

    private static boolean faulty(Thread.State state, long worked, StackTraceElement... stack) {
        return FxWatchdog.fault(state, stack, worked).isPresent();
    }

    @Test
    @DisplayName("is at fault where our code waits for a lock, a future or a file")
    void waits() {
        StackTraceElement ours = frame("fallline.app.fit.FitController");
        assertThat(faulty(Thread.State.BLOCKED, 0, ours)).isTrue();
        assertThat(faulty(Thread.State.WAITING, 0, frame("java.util.concurrent.CompletableFuture"), ours))
                .isTrue();
        assertThat(faulty(Thread.State.RUNNABLE, 0, nativeFrame("sun.nio.ch.UnixFileDispatcherImpl"), ours))
                .isTrue();
    }

    @Test
    @DisplayName("is at fault where it computes formulas, losses, curvature or files, but not for want of a processor")
    void computes() {
        StackTraceElement top = frame("java.lang.Math");
        for (String type : new String[] {
            "fallline.expr.eval.Program",
            "fallline.objective.model.DataModel",
            "fallline.curvature.Hessian",
            "fallline.file.ExperimentFile"
        }) {
            assertThat(faulty(Thread.State.RUNNABLE, LONG, top, frame(type))).isTrue();
            assertThat(faulty(Thread.State.RUNNABLE, 0, top, frame(type))).isFalse();
        }
    }

    @Test
    @DisplayName("is let be where the toolkit waits, lays out or reads its fonts")
    void toolkit() {
        StackTraceElement ours = frame("fallline.app.FallLineWindow");
        assertThat(faulty(Thread.State.WAITING, 0, frame("java.lang.Object"), frame("javafx.scene.Scene"), ours))
                .isFalse();
        assertThat(faulty(Thread.State.RUNNABLE, LONG, frame("javafx.scene.Parent"), ours))
                .isFalse();
        assertThat(faulty(
                        Thread.State.RUNNABLE,
                        0,
                        nativeFrame("java.io.RandomAccessFile"),
                        frame("javafx.scene.text.Text"),
                        ours))
                .isFalse();
    }
}
