package fallline.app.paint;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.figure.paint.Figure;
import fallline.figure.paint.Theme;
import java.awt.Color;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class FigureViewTest {
    private final ExecutorService painter = Executors.newSingleThreadExecutor();
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final List<Throwable> failures = new ArrayList<>();
    private final FigureView view = new FigureView(painter, theme, failures::add);
    private final StackPane root = new StackPane(view);

    @SuppressWarnings("NullAway.Init") // made before every test, on the FX thread
    private Stage stage;

    /// A stage of its own: the toolkit's primary one keeps the size that the test before gave it.
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

    private static Figure plain(Color colour) {
        return (g, size, _) -> {
            g.setColor(colour);
            g.fillRect(0, 0, (int) Math.ceil(size.width()), (int) Math.ceil(size.height()));
        };
    }

    private static void fx(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, action);
    }

    private static void await(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition::getAsBoolean));
        } catch (TimeoutException e) {
            throw new AssertionError("what was awaited did not come", e);
        }
    }

    /// Lets the toolkit run for as many pulses as a careless view would use to paint again and again.
    private static void pulses(int count) {
        for (int i = 0; i < count; i++) {
            fx(Platform::requestNextPulse);
            WaitForAsyncUtils.waitForFxEvents(1);
        }
    }

    @Test
    @DisplayName("paints once for one change, and rests when idle")
    void once() {
        fx(() -> view.show(() -> plain(Color.RED)));
        await(view::upToDate);
        pulses(30);
        assertThat(view.paintCount()).isEqualTo(1);
        Figure blue = plain(Color.BLUE);
        fx(() -> view.show(() -> blue));
        await(view::upToDate);
        pulses(30);
        assertThat(view.paintCount()).isEqualTo(2);
    }

    @Test
    @DisplayName("of many changes between two paintings only the newest is painted")
    void newestWins() {
        List<String> asked = new ArrayList<>();
        fx(() -> {
            for (int i = 0; i < 100; i++) {
                String name = "source " + i;
                view.show(() -> {
                    asked.add(name);
                    return plain(Color.GREEN);
                });
            }
        });
        await(view::upToDate);
        assertThat(asked).containsExactly("source 99");
        assertThat(view.paintCount()).isEqualTo(1);
    }

    @Test
    @DisplayName("a source that yields the figure on the screen costs no painting")
    void sameFigure() {
        Figure red = plain(Color.RED);
        fx(() -> view.show(() -> red));
        await(view::upToDate);
        for (int i = 0; i < 5; i++) {
            fx(() -> view.show(() -> red));
            await(view::upToDate);
        }
        assertThat(view.paintCount()).isEqualTo(1);
    }

    @Test
    @DisplayName("shows on the screen what was painted, again after a change of theme and size")
    void shows() {
        Figure ground = (g, size, worn) -> {
            g.setColor(worn.panel());
            g.fillRect(0, 0, 2000, 2000);
        };
        fx(() -> {
            root.setPadding(new Insets(0, 200, 0, 0));
            root.layout();
            view.show(() -> ground);
        });
        await(view::upToDate);
        assertThat(pixel(100, 150)).isEqualTo(Theme.LIGHT.panel());
        fx(() -> theme.set(Theme.DARK));
        await(() -> pixel(100, 150).equals(Theme.DARK.panel()));
        assertThat(pixel(390, 150)).isNotEqualTo(Theme.DARK.panel());
        fx(() -> root.setPadding(Insets.EMPTY));
        await(() -> view.shown().filter(shown -> shown.size().width() > 350).isPresent());
        assertThat(pixel(390, 150)).isEqualTo(Theme.DARK.panel());
        assertThat(view.paintCount()).isEqualTo(3);
    }

    private Color pixel(int x, int y) {
        WritableImage image =
                WaitForAsyncUtils.waitForAsyncFx(10_000, () -> root.getScene().snapshot(null));
        return new Color(image.getPixelReader().getArgb(x, y), true);
    }

    @Test
    @DisplayName("the source and the figure run on the painter's thread")
    void threads() {
        List<Thread> threads = new ArrayList<>();
        fx(() -> view.show(() -> {
            threads.add(Thread.currentThread());
            return (_, _, _) -> threads.add(Thread.currentThread());
        }));
        await(view::upToDate);
        Thread fx = WaitForAsyncUtils.waitForAsyncFx(10_000, Thread::currentThread);
        assertThat(threads).hasSize(2).doesNotContain(fx);
    }

    @Test
    @DisplayName("a figure that cannot be painted is told once, and the one before stays")
    void failure() {
        fx(() -> view.show(() -> plain(Color.RED)));
        await(view::upToDate);
        fx(() -> view.show(() -> {
            throw new IllegalStateException("no numbers");
        }));
        await(() -> !failures.isEmpty());
        pulses(10);
        assertThat(failures).singleElement().satisfies(thrown -> assertThat(thrown)
                .hasMessage("no numbers"));
        assertThat(pixel(200, 150)).isEqualTo(Color.RED);
        fx(() -> view.show(() -> plain(Color.BLUE)));
        await(() -> pixel(200, 150).equals(Color.BLUE));
    }

    @Test
    @DisplayName("a picture of another subject that is waited for is not stood in for by the old one")
    void subjects() {
        Queue<Runnable> orders = new ArrayDeque<>();
        FigureView slow = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            FigureView made = new FigureView(orders::add, theme, failures::add);
            root.getChildren().setAll(made);
            made.show(() -> plain(Color.RED), "a bowl");
            return made;
        });
        await(() -> !orders.isEmpty());
        fx(() -> orders.remove().run());
        await(() -> slow.shown().isPresent());
        fx(() -> slow.show(() -> plain(Color.BLUE), "a valley"));
        await(slow::waits);
        assertThat(pixel(20, 20)).isNotEqualTo(Color.RED);
        assertThat(WaitForAsyncUtils.waitForAsyncFx(10_000, slow::shown)).isEmpty();
        await(() -> !orders.isEmpty());
        fx(() -> orders.remove().run());
        await(() -> slow.shown().isPresent());
        assertThat(slow.waits()).isFalse();
        assertThat(pixel(20, 20)).isEqualTo(Color.BLUE);
    }

    @Test
    @DisplayName("the same picture comes back when the wait for another subject was in vain")
    void back() {
        Queue<Runnable> orders = new ArrayDeque<>();
        Figure red = plain(Color.RED);
        FigureView slow = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            FigureView made = new FigureView(orders::add, theme, failures::add);
            root.getChildren().setAll(made);
            made.show(() -> red, "a bowl");
            return made;
        });
        await(() -> !orders.isEmpty());
        fx(() -> orders.remove().run());
        await(() -> slow.shown().isPresent());
        fx(() -> slow.show(() -> plain(Color.BLUE), "a valley"));
        await(slow::waits);
        fx(() -> slow.show(() -> red, "a bowl"));
        while (!WaitForAsyncUtils.waitForAsyncFx(10_000, slow::upToDate)) {
            fx(() -> {
                if (!orders.isEmpty()) {
                    orders.remove().run();
                }
                Platform.requestNextPulse();
            });
        }
        assertThat(slow.waits()).isFalse();
        assertThat(pixel(20, 20)).isEqualTo(Color.RED);
    }

    @Test
    @DisplayName("the frame on the screen is never the one that is painted")
    void turns() {
        Queue<Runnable> orders = new ArrayDeque<>();
        FigureView slow = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            FigureView made = new FigureView(orders::add, theme, failures::add);
            root.getChildren().setAll(made);
            made.show(() -> plain(Color.RED));
            return made;
        });
        await(() -> !orders.isEmpty());
        fx(() -> orders.remove().run());
        await(() -> slow.shown().isPresent());
        for (Color colour : List.of(Color.GREEN, Color.BLUE, Color.CYAN, Color.PINK)) {
            Color before = pixel(200, 150);
            fx(() -> slow.show(() -> plain(colour)));
            await(() -> !orders.isEmpty());
            fx(() -> {
                orders.remove().run();
                assertThat(orders).as("one order at a time").isEmpty();
            });
            Color now = pixel(200, 150);
            assertThat(now).isIn(before, colour);
            await(() -> pixel(200, 150).equals(colour));
        }
    }

    @Test
    @DisplayName("a view that cannot be seen is not painted")
    void hidden() {
        fx(() -> {
            root.setVisible(false);
            view.show(() -> plain(Color.RED));
        });
        pulses(10);
        assertThat(view.paintCount()).isZero();
        fx(() -> {
            root.setVisible(true);
            Platform.requestNextPulse();
        });
        await(view::upToDate);
        assertThat(view.paintCount()).isEqualTo(1);
    }
}
