package fallline.bench;

import com.sun.management.OperatingSystemMXBean;
import fallline.experiment.RunRecipe;
import fallline.experiment.ensemble.Ensemble;
import fallline.experiment.ensemble.EnsembleRunner;
import fallline.experiment.ensemble.Outcomes;
import fallline.experiment.ensemble.Starts;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.TraceRecorder;
import fallline.objective.Objective;
import fallline.optimizer.HyperValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Maps of runs beside the same arithmetic in C and in numpy. They take turns, so that all meet the same machine.
final class MapBenchmarks {
    private static final String HIMMELBLAU = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2";
    private static final int STEPS = 200;
    private static final int LARGE = 512;
    private static final int SMALL = 128;
    private static final int TURNS = 12;
    private static final int FRESH = 3;

    /// Three rounds of a method on 256×256 starts, on one thread; prints the best time a step in nanoseconds, by the
    /// clock and of the processor.
    private static final String NUMPY = """
            import numpy as np, time
            n, steps = 256, 200
            def starts():
                a = np.linspace(-5, 5, n)
                return [v.ravel().copy() for v in np.meshgrid(a, a)]
            def slope(x, y):
                p = x * x + y - 11; q = x + y * y - 7
                return 4 * x * p + 2 * q, 2 * p + 4 * y * q
            def gd():
                x, y = starts()
                for k in range(steps):
                    gx, gy = slope(x, y)
                    x -= 0.01 * gx; y -= 0.01 * gy
            def adam():
                ps = starts(); ms = [0 * ps[0], 0 * ps[0]]; vs = [0 * ps[0], 0 * ps[0]]
                for k in range(1, steps + 1):
                    for i, g in enumerate(slope(*ps)):
                        ms[i] = 0.9 * ms[i] + (1 - 0.9) * g
                        vs[i] = 0.999 * vs[i] + (1 - 0.999) * g * g
                        ps[i] = ps[i] - 0.1 * (ms[i] / (1 - 0.9**k)) / (np.sqrt(vs[i] / (1 - 0.999**k)) + 1e-8)
            with np.errstate(all='ignore'):
                clock = processor = 1e9
                for r in range(3):
                    c = time.perf_counter(); p = time.process_time(); METHOD()
                    clock = min(clock, time.perf_counter() - c); processor = min(processor, time.process_time() - p)
            print(clock / (n * n * steps) * 1e9, processor / (n * n * steps) * 1e9)
            """;

    private MapBenchmarks() {}

    private static Ensemble basin(String optimizer, double rate, int side) {
        Objective objective = Cases.formula(HIMMELBLAU, "x", "y").objective();
        RunTask base = new RunTask(
                objective,
                Cases.CATALOGUE.find(optimizer, Map.of()),
                RunRecipe.of(optimizer, Map.of("lr", HyperValue.of(rate))),
                new double[2],
                0,
                STEPS);
        double[][] starts = new double[2][side * side];
        for (int cell = 0; cell < side * side; cell++) {
            int row = cell / side;
            starts[0][cell] = -5 + 10.0 * (cell % side) / (side - 1);
            starts[1][cell] = -5 + 10.0 * row / (side - 1);
        }
        return new Ensemble(base, side * side, new Starts.Each(starts), List.of(), Optional.empty());
    }

    /// A fresh process: how long the first map takes once its run has been computed, as it has in the program before
    /// anybody asks for a map. Prints milliseconds by the clock, of processor time (HotSpot's compilers among it),
    /// and until the code is made.
    ///
    /// @param arguments the optimizer
    static void main(String[] arguments) {
        Ensemble ensemble = basin(arguments[0], 0.1, SMALL);
        Outcomes outcomes = Outcomes.of(ensemble);
        int[] order = EnsembleRunner.inOrder(SMALL * SMALL);
        TraceRecorder.record(ensemble.base(), () -> false, _ -> {});
        EnsembleRunner runner = new EnsembleRunner();
        long processor = processor();
        long begun = System.nanoTime();
        runner.isQuick(ensemble);
        long compiled = System.nanoTime();
        runner.runAll(ensemble, order, outcomes, () -> false, _ -> {});
        long end = System.nanoTime();
        System.out.println(
                (end - begun) / 1e6 + " " + (processor() - processor) / 1e6 + " " + (compiled - begun) / 1e6);
    }

    static void run(Report report) {
        Optional<Path> program = compiled();
        if (program.isEmpty()) {
            System.out.println("gcc is not there: maps are not compared with C");
        }
        method(report, program, "gd", 0.01, 2);
        method(report, program, "adam", 0.1, 1.6);
        fresh(report);
    }

    private static void method(Report report, Optional<Path> program, String id, double rate, double budget) {
        Ensemble large = basin(id, rate, LARGE);
        Ensemble small = basin(id, rate, SMALL);
        EnsembleRunner runner = new EnsembleRunner();
        Outcomes outcomes = Outcomes.of(large);
        Outcomes few = Outcomes.of(small);
        int[] all = EnsembleRunner.inOrder(LARGE * LARGE);
        int[] order = EnsembleRunner.inOrder(SMALL * SMALL);
        double steps = (double) all.length * STEPS;
        Report.best(1, () -> runner.runAll(small, order, few, () -> false, _ -> {}));
        Times two = new Times();
        Times one = new Times();
        try (Kernel kernel = new Kernel(program)) {
            for (int turn = 0; turn < TURNS; turn++) {
                long begun = System.nanoTime();
                runner.runAll(large, all, outcomes, () -> false, _ -> {});
                two.take((System.nanoTime() - begun) / steps, kernel.time(id, 2, 0) / steps);
                begun = cpu();
                runner.run(large, all, 0, all.length, outcomes, () -> false);
                one.take((cpu() - begun) / steps, kernel.time(id, 1, 1) / steps);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        report.line("512×512 starts, " + id + ", two threads, a step", two.ours, "ns", "");
        if (program.isPresent()) {
            report.line(
                    "… of C's " + String.format(Locale.ROOT, "%.2f ns", two.other),
                    two.ours / two.other,
                    "×",
                    "<= " + budget + " ×");
            report.line(
                    "… the same on one thread, processor time (" + String.format(Locale.ROOT, "%.2f", one.ours)
                            + " ns)",
                    one.ours / one.other,
                    "×",
                    "<= " + budget + " ×");
        }
        numpy(id).ifPresent(times -> {
            report.line("… numpy's time on one thread, by the clock", times[0] / two.ours, "×", ">= 8 ×");
            report.line("… numpy's processor time, beside ours on one thread", times[1] / one.ours, "×", "");
        });
        double best = Report.best(1, () -> runner.runAll(small, order, few, () -> false, _ -> {}));
        report.line("128×128 starts, " + id + ", two threads, warm", best / 1e6, "ms", "<= 20 ms");
    }

    private static void fresh(Report report) {
        for (String id : List.of("gd", "adam")) {
            double[] best = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
            for (int i = 0; i < FRESH; i++) {
                double[] times = numbers(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        MapBenchmarks.class.getName(),
                        id);
                for (int k = 0; k < best.length; k++) {
                    best[k] = Math.min(best[k], times.length > k ? times[k] : Double.NaN);
                }
            }
            report.line("128×128 starts, " + id + ", the first map of a fresh process", best[0], "ms", "<= 150 ms");
            report.line("… processor time, HotSpot's compilers among it", best[1], "ms", "");
        }
    }

    private static long processor() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /// The best times of both.
    private static final class Times {
        private double ours = Double.POSITIVE_INFINITY;
        private double other = Double.POSITIVE_INFINITY;

        void take(double our, double others) {
            ours = Math.min(ours, our);
            other = Math.min(other, others);
        }
    }

    /// The C program, which answers a line a round.
    private static final class Kernel implements AutoCloseable {
        private final Optional<Process> process;
        private final Writer in;
        private final BufferedReader out;

        Kernel(Optional<Path> program) throws IOException {
            process = program.isPresent()
                    ? Optional.of(new ProcessBuilder(program.get().toString()).start())
                    : Optional.empty();
            in = process.isPresent() ? process.get().outputWriter(StandardCharsets.US_ASCII) : Writer.nullWriter();
            out = process.isPresent()
                    ? process.get().inputReader(StandardCharsets.US_ASCII)
                    : new BufferedReader(
                            new InputStreamReader(InputStream.nullInputStream(), StandardCharsets.US_ASCII));
        }

        /// Nanoseconds of a round: by the clock (column 0) or of the thread (column 1).
        double time(String method, int threads, int column) throws IOException {
            in.write(method + " " + threads + "\n");
            in.flush();
            String line = out.readLine();
            return line == null ? Double.POSITIVE_INFINITY : 1e9 * Double.parseDouble(line.split(" ", -1)[column]);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private static Optional<Path> compiled() {
        try {
            Path program = Files.createTempDirectory("basins").resolve("basins");
            Process gcc = new ProcessBuilder(
                            "gcc",
                            "-O3",
                            "-march=native",
                            "-fno-math-errno",
                            "-fopenmp",
                            "src/test/c/basins.c",
                            "-o",
                            program.toString(),
                            "-lm")
                    .inheritIO()
                    .start();
            return gcc.waitFor(60, TimeUnit.SECONDS) && gcc.exitValue() == 0 ? Optional.of(program) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// Its times a step by the clock and of the processor.
    private static Optional<double[]> numpy(String method) {
        for (String python : List.of("/usr/bin/python3", "python3")) {
            double[] times = numbers(python, "-c", NUMPY.replace("METHOD", method));
            if (times.length == 2) {
                return Optional.of(times);
            }
        }
        System.out.println("numpy is not there: maps are not compared with it");
        return Optional.empty();
    }

    /// The numbers that a program prints; none if it fails.
    private static double[] numbers(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0
                    ? Arrays.stream(out.strip().split("\\s+"))
                            .mapToDouble(Double::parseDouble)
                            .toArray()
                    : new double[0];
        } catch (IOException e) {
            return new double[0];
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new double[0];
        }
    }
}
