package fallline.app.paint;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javafx.application.Platform;
import javafx.scene.Scene;

/// The figures of a scene in its pulses. What is wanted is ordered from the painter after the layout, and what
/// will be there in a moment is waited for: so words and pictures of one change are on the screen in one frame,
/// and not in two or three, each of which costs the processor as much.
///
/// Waiting holds the FX thread up for at most a quarter of its time, since it is that part of the time since the
/// last pulse; pictures that took longer the last time are not waited for.
final class PulseOfFigures {
    private static final int SHARE = 4;

    /// As long nobody sees that a word stands still.
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(30);

    private final List<FigureView> views = new ArrayList<>();
    private long last = System.nanoTime();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private boolean waiting;

    private PulseOfFigures(Scene scene) {
        scene.addPostLayoutPulseListener(this::pulse);
    }

    /// The one of a scene. FX thread.
    static PulseOfFigures of(Scene scene) {
        return (PulseOfFigures)
                scene.getProperties().computeIfAbsent(PulseOfFigures.class, _ -> new PulseOfFigures(scene));
    }

    void add(FigureView view) {
        views.add(view);
        Platform.requestNextPulse();
    }

    void remove(FigureView view) {
        views.remove(view);
    }

    /// A picture is painted; on the painter's thread.
    void tell() {
        lock.lock();
        try {
            if (waiting) {
                arrived.signal();
            } else {
                Platform.requestNextPulse();
            }
        } finally {
            lock.unlock();
        }
    }

    private void pulse() {
        long now = System.nanoTime();
        long patience = Math.min(LONGEST_NANOS, (now - last) / SHARE);
        last = now;
        List<FigureView> all = List.copyOf(views);
        all.forEach(FigureView::turn);
        List<FigureView> expected =
                all.stream().filter(view -> view.isExpectedWithin(patience)).toList();
        if (!expected.isEmpty()) {
            await(expected, now + patience);
            all.forEach(FigureView::takeAndOrder);
        }
    }

    private void await(List<FigureView> expected, long deadline) {
        lock.lock();
        try {
            waiting = true;
            long left = deadline - System.nanoTime();
            while (left > 0 && expected.stream().anyMatch(FigureView::isPainting)) {
                left = arrived.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting = false;
            lock.unlock();
        }
    }
}
