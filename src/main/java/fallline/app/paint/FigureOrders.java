package fallline.app.paint;

import fallline.figure.paint.Figure;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import java.awt.Graphics2D;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Paints what one view orders, off the FX thread, and keeps it until the view takes it. The view orders again only
/// when it has taken what it ordered before.
final class FigureOrders {
    /// @param width in device pixels
    /// @param height in device pixels
    /// @param scale device pixels for a logical one
    record Order(Supplier<? extends Figure> source, Object subject, int width, int height, double scale, Theme theme) {
        Size size() {
            return new Size(width / scale, height / scale);
        }
    }

    /// @param figure what is in the frame; nothing if the screen shows it already, or it could not be drawn
    /// @param took nanoseconds since it was ordered
    record Delivery(Order order, Frame frame, @Nullable Figure figure, boolean failed, long took) {}

    private record Painted(Figure figure, int width, int height, double scale, Theme theme) {}

    private final Executor painter;
    private final Consumer<? super Throwable> failures;
    private final AtomicReference<@Nullable Delivery> delivered = new AtomicReference<>();

    /// Whether the next figure is to be painted even if it was the last.
    private final AtomicBoolean anew = new AtomicBoolean();

    private final AtomicInteger count = new AtomicInteger();

    /// Told when a picture is there; of the scene that the view is in.
    private volatile Runnable arrival = Platform::requestNextPulse;

    // the painter's own
    private @Nullable Painted painted;

    /// @param painter runs orders one after the other
    /// @param failures told, on the FX thread, what a source or a figure threw
    FigureOrders(Executor painter, Consumer<? super Throwable> failures) {
        this.painter = painter;
        this.failures = failures;
    }

    /// Whom the painter tells, on its thread, that a picture is there.
    void tells(Runnable other) {
        arrival = other;
    }

    void order(Order order, Frame frame) {
        long now = System.nanoTime();
        painter.execute(() -> paint(order, frame, now));
    }

    /// Has the next figure painted even if it is the one that was painted last.
    void paintAnew() {
        anew.set(true);
    }

    /// Whether something lies here for the view.
    boolean hasDelivery() {
        return delivered.get() != null;
    }

    /// What lies here for the view, which has it from now on.
    @Nullable
    Delivery take() {
        return delivered.getAndSet(null);
    }

    /// How many times a figure was painted.
    int count() {
        return count.get();
    }

    private void paint(Order order, Frame frame, long since) {
        Figure figure = null;
        boolean failed = true;
        try {
            figure = paintedFigure(order, frame);
            failed = false;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            painted = null;
            Platform.runLater(() -> failures.accept(e));
        } finally {
            delivered.set(new Delivery(order, frame, figure, failed, System.nanoTime() - since));
            arrival.run();
        }
    }

    /// The figure that is in the frame now, or null when the screen shows it already.
    private @Nullable Figure paintedFigure(Order order, Frame frame) {
        Figure figure = order.source.get();
        Painted now = new Painted(figure, order.width, order.height, order.scale, order.theme);
        if (!anew.getAndSet(false) && isSame(painted, now)) {
            return null;
        }
        Graphics2D g = frame.graphics();
        try {
            g.scale(order.scale, order.scale);
            figure.paint(g, order.size(), order.theme);
        } finally {
            g.dispose();
        }
        count.incrementAndGet();
        painted = now;
        return figure;
    }

    private static boolean isSame(@Nullable Painted before, Painted now) {
        return before != null
                && before.figure == now.figure
                && before.width == now.width
                && before.height == now.height
                && before.scale == now.scale
                && before.theme == now.theme;
    }
}
