package fallline.bench.start;

import java.awt.Rectangle;
import java.awt.Robot;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A process with a window, watched from outside: by its standard output, by the screen, and by the clock of its
/// processor time.
final class Watched implements AutoCloseable {
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    /// The middle of a screen, where no window is far from: narrow, so that looking costs nothing.
    private static final int STRIP = 4;

    private final Process process;
    private final long begun;
    private volatile long complete;
    private volatile boolean ended;
    private final List<String> said = new ArrayList<>();

    private Watched(Process process, long begun) {
        this.process = process;
        this.begun = begun;
        Thread.ofPlatform().daemon().start(this::listen);
    }

    /// Starts `command` with what is added to the environment.
    static Watched start(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        long begun = System.nanoTime();
        return new Watched(builder.start(), begun);
    }

    private void listen() {
        try (BufferedReader out = process.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.equals("complete")) {
                    complete = System.nanoTime();
                } else {
                    synchronized (said) {
                        said.add(line);
                    }
                }
            }
        } catch (IOException e) {
            ended = true; // it was made to end
        }
        ended = true;
    }

    /// Seconds from the launch until there is something in the middle of the screen that was not there before.
    double firstFrame(Robot eyes, Rectangle screen) throws InterruptedException {
        Rectangle strip = new Rectangle(screen.width / 2 - STRIP, screen.height / 10, STRIP, screen.height * 8 / 10);
        while (colours(eyes, strip) < 2) {
            Thread.sleep(4);
            check();
        }
        return (System.nanoTime() - begun) * 1e-9;
    }

    /// Seconds from the launch until the process says that all is painted.
    double complete() throws InterruptedException {
        while (complete == 0) {
            Thread.sleep(4);
            check();
        }
        return (complete - begun) * 1e-9;
    }

    private void check() {
        if (ended || System.nanoTime() - begun > PATIENCE_NANOS) {
            process.destroyForcibly();
            throw new IllegalStateException("The window did not come: " + said());
        }
    }

    private static long colours(Robot eyes, Rectangle strip) {
        int[] pixels = eyes.createScreenCapture(strip).getRGB(0, 0, strip.width, strip.height, null, 0, strip.width);
        return Arrays.stream(pixels).distinct().count();
    }

    /// Seconds of all processors, of the process and of what it waited for.
    double cpu() {
        return process.toHandle()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toNanos()
                * 1e-9;
    }

    /// Has the process do something.
    void tell(char what) throws IOException {
        process.getOutputStream().write(what);
        process.getOutputStream().flush();
    }

    /// What it wrote that was not asked for.
    List<String> said() {
        synchronized (said) {
            return List.copyOf(said);
        }
    }

    /// Waits until it has ended by itself.
    void awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE_NANOS, TimeUnit.NANOSECONDS)) {
            throw new IllegalStateException("It did not end: " + said());
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Megabytes in memory, as Linux counts them; empty elsewhere.
    OptionalDouble resident() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst();
        } catch (IOException e) {
            return OptionalDouble.empty();
        }
    }
}
