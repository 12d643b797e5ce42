package fallline.export.film;

import fallline.export.ExportException;
import fallline.export.Raster;
import fallline.picture.page.Pictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// The frames of one film, painted on several threads when they are asked for and handed over in order. Only a few more
/// than are being painted are in memory.
public final class Frames implements AutoCloseable {
    /// So many frames ahead keep the painters busy while one is being encoded.
    private static final int AHEAD = 3;

    private final Film film;
    private final Storyboard story;
    private final Supplier<Pictures> makers;
    private final int threads;
    private final FilmProgress progress;
    private final BooleanSupplier cancelled;
    private final ConcurrentLinkedQueue<Pictures> idle = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final ExecutorService pool;

    /// Takes frames one after the other, on the calling thread.
    @FunctionalInterface
    interface Taker<T> {
        /// @param index which of the frames it is, from 0
        void take(int index, T frame) throws IOException;
    }

    /// @param makers makes what one thread composes with
    /// @param threads how many paint
    Frames(
            Film film,
            Storyboard story,
            Supplier<Pictures> makers,
            int threads,
            FilmProgress progress,
            BooleanSupplier cancelled) {
        this.film = film;
        this.story = story;
        this.makers = makers;
        this.threads = Math.max(1, threads);
        this.progress = progress;
        this.cancelled = cancelled;
        pool = Executors.newFixedThreadPool(this.threads, Frames::daemon);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "film");
        thread.setDaemon(true);
        return thread;
    }

    int count() {
        return story.count();
    }

    int width() {
        return film.width();
    }

    int height() {
        return film.height();
    }

    Film film() {
        return film;
    }

    /// So many steps of the way are done.
    void done(int frames) {
        progress.at(frames, count());
    }

    /// @throws CancellationException if the film is not wanted any more
    void check() {
        if (isCancelled()) {
            throw new CancellationException();
        }
    }

    private boolean isCancelled() {
        return closed.get() || cancelled.getAsBoolean();
    }

    /// All frames in order.
    ///
    /// @param prepare what can be done to a frame by itself, on the thread that painted it
    <T> void all(Function<BufferedImage, T> prepare, Taker<T> taker) throws IOException {
        some(IntStream.range(0, count()).toArray(), prepare, taker);
    }

    /// Some frames, in the order of their indices.
    ///
    /// @throws CancellationException if the film is not wanted any more
    /// @throws ExportException if a frame cannot be painted
    <T> void some(int[] indices, Function<BufferedImage, T> prepare, Taker<T> taker) throws IOException {
        Deque<Future<T>> begun = new ArrayDeque<>();
        int next = 0;
        try {
            for (int i = 0; i < indices.length; i++) {
                while (next < indices.length && begun.size() < threads + AHEAD) {
                    int index = indices[next++];
                    begun.add(pool.submit(() -> prepare.apply(painted(index))));
                }
                T frame = result(begun.remove());
                check();
                taker.take(indices[i], frame);
            }
        } finally {
            begun.forEach(frame -> frame.cancel(false));
        }
    }

    private BufferedImage painted(int index) {
        check();
        Pictures kept = idle.poll();
        Pictures pictures = kept == null ? makers.get() : kept;
        try {
            return Raster.of(
                    (film.caption() ? pictures.page(film.view()) : pictures.of(film.view()))
                            .figure(story.scene(index, this::isCancelled)),
                    film.size(),
                    film.theme(),
                    film.scale());
        } finally {
            idle.add(pictures);
        }
    }

    private static <T> T result(Future<T> frame) {
        try {
            return frame.get();
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case RuntimeException fault -> fault;
                case OutOfMemoryError fault -> fault(fault);
                case null, default -> new IllegalStateException("a frame could not be painted", e);
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancellation(e);
        }
    }

    private static RuntimeException fault(OutOfMemoryError fault) {
        return new ExportException(
                "There is not enough memory for frames of this size: choose a smaller size or scale.", fault);
    }

    private static CancellationException cancellation(InterruptedException cause) {
        CancellationException cancelled = new CancellationException();
        cancelled.initCause(cause);
        return cancelled;
    }

    /// Ends the painters; what they are at is dropped.
    @Override
    public void close() {
        closed.set(true);
        pool.shutdownNow();
        pool.close();
    }
}
