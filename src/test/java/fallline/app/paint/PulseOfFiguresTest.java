package fallline.app.paint;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.figure.paint.Figure;
import fallline.figure.paint.Theme;
import java.awt.Color;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class PulseOfFiguresTest {
    private static final long MOMENT = Duration.ofMillis(30).toNanos();

    private final ExecutorService painter = Executors.newSingleThreadExecutor();
    private final StackPane root = new StackPane();

    @SuppressWarnings("NullAway.Init") // made before every test, on the FX thread
    private Stage stage;

    @BeforeEach
    void start() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        fx(() -> {
            stage = new Stage();
            stage.setScene(new Scene(root, 400, 300));
            stage.show();
        });
    }

    @AfterEach
    void stop() {
        fx(() -> stage.hide());
        painter.shutdownNow();
    }

    private static void fx(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, action);
    }

    private static Figure plain(Color colour) {
        return (g, _, _) -> {
            g.setColor(colour);
            g.fillRect(0, 0, 10, 10);
        };
    }

    private static FigureView view(Executor painter) {
        return new FigureView(painter, new SimpleObjectProperty<>(Theme.LIGHT), failure -> {
            throw new AssertionError(failure);
        });
    }

    private static void await(FigureView view) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, view::upToDate));
    }

    /// A loaded machine may be late now and then; without waiting no picture would ever come with its word.
    @Test
    @DisplayName("after stillness the pictures of a change come in the same pulse as its words")
    void together() throws TimeoutException, InterruptedException {
        FigureView first = view(painter);
        FigureView second = view(painter);
        AtomicBoolean changed = new AtomicBoolean();
        List<Boolean> sameTime = new ArrayList<>();
        Label word = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> new Label());
        fx(() -> {
            root.getChildren().setAll(first, second, word);
            root.getScene().addPostLayoutPulseListener(() -> {
                if (changed.getAndSet(false)) {
                    sameTime.add(first.upToDate() && second.upToDate());
                }
            });
        });
        for (int i = 0; i < 20 && !sameTime.contains(true); i++) {
            Color colour = new Color(i, 0, 0);
            fx(() -> {
                changed.set(true);
                word.setText("step " + colour.getRed());
                first.show(() -> plain(colour));
                second.show(() -> plain(colour));
            });
            await(first);
            await(second);
            Thread.sleep(150);
        }
        assertThat(sameTime).contains(true);
    }

    @Test
    @DisplayName("a picture is expected in a moment if it was there in a moment the last time")
    void expected() throws InterruptedException {
        Queue<Runnable> orders = new ArrayDeque<>();
        FigureView view = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            FigureView made = view(orders::add);
            root.getChildren().setAll(made);
            return made;
        });
        Duration late = Duration.ofMillis(50);
        assertThat(expected(view, orders, 1, late, Long.MAX_VALUE - 1))
                .as("nothing is known of the first")
                .containsExactly(false, false);
        assertThat(expected(view, orders, 2, late, Long.MAX_VALUE - 1))
                .as("the first took longer than a moment, and not for ever")
                .containsExactly(false, true);
        assertThat(expected(view, orders, 3, late, late.toNanos()))
                .as("the second took longer than it was late")
                .containsExactly(false, false);
        assertThat(isExpected(view, Long.MAX_VALUE - 1))
                .as("nothing is ordered")
                .isFalse();
    }

    private static boolean isExpected(FigureView view, long nanos) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> view.isExpectedWithin(nanos));
    }

    /// Shows a picture that is painted so long after its order; says whether it was expected in a moment, and in
    /// `nanos`, while it was open.
    private static List<Boolean> expected(FigureView view, Queue<Runnable> orders, int shade, Duration late, long nanos)
            throws InterruptedException {
        fx(() -> view.show(() -> plain(new Color(shade, 0, 0))));
        while (WaitForAsyncUtils.waitForAsyncFx(10_000, orders::isEmpty)) {
            fx(Platform::requestNextPulse);
        }
        List<Boolean> expected = List.of(isExpected(view, MOMENT), isExpected(view, nanos));
        Thread.sleep(late);
        fx(() -> orders.remove().run());
        WaitForAsyncUtils.waitForFxEvents();
        return expected;
    }

    @Test
    @DisplayName("a view that left the scene takes part no more, and does again when it is back")
    void leaves() throws TimeoutException {
        FigureView view = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            FigureView made = view(painter);
            root.getChildren().setAll(made);
            made.show(() -> plain(Color.RED));
            return made;
        });
        await(view);
        fx(() -> {
            root.getChildren().clear();
            view.show(() -> plain(Color.BLUE));
        });
        for (int i = 0; i < 5; i++) {
            fx(Platform::requestNextPulse);
            WaitForAsyncUtils.waitForFxEvents(1);
        }
        assertThat(view.paintCount()).isEqualTo(1);
        fx(() -> root.getChildren().setAll(view));
        await(view);
        assertThat(view.paintCount()).isEqualTo(2);
    }
}
