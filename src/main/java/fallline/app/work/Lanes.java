package fallline.app.work;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The threads of the lanes. They do not keep the program alive; what comes after [#close] is dropped.
public final class Lanes implements AutoCloseable {
    private static final int MOST_FILES_AT_ONCE = 32;
    private static final long IDLE_SECONDS = 20;

    private final ExecutorService typing = pool("typing", 1);
    private final ExecutorService analysis =
            pool("analysis", Math.max(2, Runtime.getRuntime().availableProcessors()));
    private final ExecutorService painting = pool("painter", 1);

    /// A thread for each piece of work, so that no file waits for another.
    private final ExecutorService files = new ThreadPoolExecutor(
            0,
            MOST_FILES_AT_ONCE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().name("files-", 0).daemon().factory(),
            Lanes::beyond);

    /// Threads that do not keep the program alive; what comes after they are ended is dropped.
    public static ExecutorService pool(String name, int threads) {
        return new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name(name + "-", 0).daemon().factory(),
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /// More files than threads get threads of their own; after the end nobody does anything.
    private static void beyond(Runnable work, ThreadPoolExecutor pool) {
        if (!pool.isShutdown()) {
            Thread.ofPlatform().name("files-more").daemon().start(work);
        }
    }

    /// Where the work of a lane is done.
    public Executor of(Lane lane) {
        return switch (lane) {
            case TYPING -> typing;
            case ANALYSIS -> analysis;
            case PAINTING -> painting;
            case FILES -> files;
        };
    }

    /// Ends the threads, the files' last; whoever must not lose what is being written calls [FileWork#await] before.
    @Override
    public void close() {
        typing.shutdownNow();
        analysis.shutdownNow();
        painting.shutdownNow();
        files.shutdown();
    }
}
