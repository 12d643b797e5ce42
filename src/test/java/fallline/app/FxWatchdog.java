package fallline.app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javafx.application.Platform;

/// Watches whether the FX thread lives while a window is open: asks it for a sign again and again, and looks at its
/// stack when none came for a while.
///
/// A stack that waits for a file, a lock or another thread's answer is a fault, and so is one that computes what
/// belongs beside the window's thread. Everything else is printed only: the machine may be slow.
final class FxWatchdog implements AutoCloseable {
    private static final long MOST_MILLIS = 200;
    private static final long PAUSE_MILLIS = 20;
    private static final long AGAIN_MILLIS = 100;
    private static final long WORKED_NANOS = 120_000_000;
    private static final int SHOWN_FRAMES = 12;

    /// What is computed beside the window's thread.
    private static final List<String> BESIDE =
            List.of("fallline.expr.", "fallline.objective.", "fallline.curvature.", "fallline.file.");

    private static final List<String> JDK = List.of("java.", "jdk.", "sun.");
    private static final List<String> FILES = List.of("sun.nio.", "java.io.");
    private static final Set<Thread.State> WAITS =
            EnumSet.of(Thread.State.BLOCKED, Thread.State.WAITING, Thread.State.TIMED_WAITING);

    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicReference<Thread> fx = new AtomicReference<>();
    private final List<String> faults = new ArrayList<>();
    private final Thread watcher;
    private volatile boolean ended;

    private FxWatchdog() {
        watcher = Thread.ofPlatform().daemon().name("fx-watchdog").unstarted(this::watch);
    }

    /// Watches from now on.
    static FxWatchdog start() {
        FxWatchdog dog = new FxWatchdog();
        dog.watcher.start();
        return dog;
    }

    private void watch() {
        try {
            while (!ended) {
                ask();
            }
        } catch (InterruptedException _) {
            // the window is closed
        }
    }

    private void ask() throws InterruptedException {
        long number = asked.incrementAndGet();
        long begun = System.nanoTime();
        Platform.runLater(() -> {
            fx.set(Thread.currentThread());
            answered.set(number);
        });
        long worked = worked();
        boolean seen = false;
        while (!ended && answered.get() < number) {
            Thread.sleep(PAUSE_MILLIS);
            if (!seen && System.nanoTime() - begun > MOST_MILLIS * 1_000_000 && answered.get() < number) {
                seen = true;
                look(number, worked() - worked);
            }
        }
        Thread.sleep(PAUSE_MILLIS);
    }

    private long worked() {
        Thread thread = fx.get();
        return thread == null ? 0 : Math.max(0, clock.getThreadCpuTime(thread.threadId()));
    }

    /// A stack is at fault only if it still is a moment later: a machine that is busy stops threads anywhere.
    ///
    /// @param worked how much of the time the thread had a processor, in nanoseconds
    private void look(long number, long worked) throws InterruptedException {
        Thread thread = fx.get();
        if (thread == null) {
            return;
        }
        Optional<String> first = fault(thread.getState(), thread.getStackTrace(), worked);
        if (first.isPresent()) {
            Thread.sleep(AGAIN_MILLIS);
        }
        Thread.State state = thread.getState();
        StackTraceElement[] stack = thread.getStackTrace();
        Optional<String> fault = first.isPresent() && answered.get() < number
                ? fault(state, stack, worked).filter(first.get()::equals)
                : Optional.empty();
        int shown = fault.isPresent() ? stack.length : SHOWN_FRAMES;
        String said = "the FX thread stands still (" + state + ", " + worked / 1_000_000 + " ms of work): "
                + fault.orElse("let it be") + "\n"
                + Arrays.stream(stack)
                        .limit(shown)
                        .map(frame -> "    at " + frame)
                        .collect(Collectors.joining("\n"));
        if (fault.isPresent()) {
            synchronized (faults) {
                faults.add(said);
            }
        }
        System.out.println(said);
    }

    /// What is wrong with such a stack, if anything.
    ///
    /// @param worked nanoseconds; a thread that got no processor is not to blame for where it stands
    static Optional<String> fault(Thread.State state, StackTraceElement[] stack, long worked) {
        // what the toolkit does for itself, it does as it can: only waiting that our code asked for is a fault
        boolean ours = Arrays.stream(stack)
                .map(StackTraceElement::getClassName)
                .filter(name -> JDK.stream().noneMatch(name::startsWith))
                .findFirst()
                .filter(name -> name.startsWith("fallline."))
                .isPresent();
        if (ours && WAITS.contains(state) && !hasAnEnd(state, stack)) {
            return Optional.of("it waits for a lock or another thread");
        }
        if (ours && stack[0].isNativeMethod() && FILES.stream().anyMatch(stack[0].getClassName()::startsWith)) {
            return Optional.of("it waits for a file");
        }
        return Arrays.stream(stack)
                .map(StackTraceElement::getClassName)
                .filter(name -> worked > WORKED_NANOS && BESIDE.stream().anyMatch(name::startsWith))
                .findFirst()
                .map(name -> "it computes in " + name);
    }

    /// A pulse waits a moment for its pictures, with an end in milliseconds, however late a busy machine wakes it.
    private static boolean hasAnEnd(Thread.State state, StackTraceElement[] stack) {
        return state == Thread.State.TIMED_WAITING
                && Arrays.stream(stack)
                        .anyMatch(frame -> frame.getClassName().equals("fallline.app.paint.PulseOfFigures"));
    }

    /// The faults that were seen.
    List<String> faults() {
        synchronized (faults) {
            return List.copyOf(faults);
        }
    }

    @Override
    public void close() {
        ended = true;
        watcher.interrupt();
        List<String> seen = faults();
        if (!seen.isEmpty()) {
            throw new AssertionError(String.join("\n", seen));
        }
    }
}
