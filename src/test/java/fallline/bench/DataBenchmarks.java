package fallline.bench;

import fallline.analysis.LossGrid;
import fallline.analysis.Plane;
import fallline.data.Column.NumberColumn;
import fallline.data.DataSource;
import fallline.data.Dataset;
import fallline.data.Generator;
import fallline.experiment.view.LossLook.Bounds;
import fallline.objective.LineGradient;
import fallline.objective.kernel.Activation;
import fallline.objective.model.DataModel;
import fallline.objective.model.NeuralNetwork;
import fallline.problem.Problem;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/// Gradients of models on many rows, beside a C compiler's and numpy's where these are there.
final class DataBenchmarks {
    private static final int MILLION = 1_000_000;
    private static final ModelOptions PLAIN = ModelOptions.PLAIN;
    private static final String NUMPY = """
            import numpy as np, time
            m = ROWS
            r = np.random.default_rng(1)
            X = np.c_[np.ones(m), 2*r.random(m)]; y = 4 + 3*X[:, 1]; t = np.array([.1, .2])
            best = 1e9
            for _ in range(15):
                b = time.perf_counter(); g = 2/m * X.T.dot(X.dot(t) - y); best = min(best, time.perf_counter() - b)
            print(best * 1e9)
            """;

    private DataBenchmarks() {}

    static void run(Report report) {
        Optional<Path> c = compiled();
        linear(report, c, MILLION);
        linear(report, c, 10 * MILLION);
        logistic(report, c);
        network(report);
        small(report);
    }

    private static void linear(Report report, Optional<Path> c, int rows) {
        SplittableRandom random = new SplittableRandom(1);
        double[] x = random.doubles(rows, 0, 2).toArray();
        double[] y = Arrays.stream(x)
                .map(value -> 4 + 3 * value + random.nextDouble(-1, 1))
                .toArray();
        Dataset data = new Dataset(
                "line", new DataSource.Columns(), List.of(new NumberColumn("x", x), new NumberColumn("y", y)));
        DataModel model = Problems.linear(data, List.of("x"), "y", PLAIN).objective();
        String name = String.format(Locale.ROOT, "least squares, %,d rows, ", rows);
        double all = gradient(model);
        report.line(name + "gradient", all / 1e3, "µs", "");
        int threads = Runtime.getRuntime().availableProcessors();
        c.flatMap(program -> number(program.toString(), "linear", "" + rows, "" + threads).stream()
                        .boxed()
                        .findFirst())
                .ifPresent(best -> report.line(name + "share of C's throughput", 100 * best / all, "%", ">= 90 %"));
        if (rows == MILLION) {
            double[] shared = Report.bestInTurns(1, LineGradient.of(x, y, 1), LineGradient.of(x, y, 2));
            report.line(name + "2 threads against 1", shared[0] / shared[1], "×", ">= 1.8 ×");
            Bounds bounds = new Bounds(-10, 10, -10, 10);
            LossGrid.sample(model, Plane.ofParameters(new double[2], 0, 1), bounds, 256, 256);
            double surface = Report.best(
                    1, () -> LossGrid.sample(model, Plane.ofParameters(new double[2], 0, 1), bounds, 256, 256));
            report.line("… surface of 256 × 256 nodes", surface / 1e6, "ms", "<= 50 ms");
            numpy(rows).ifPresent(best -> report.line(name + "times as fast as numpy", best / all, "×", ">= 8 ×"));
        }
    }

    private static void logistic(Report report, Optional<Path> c) {
        SplittableRandom random = new SplittableRandom(1);
        double[] x1 = random.doubles(MILLION, 0, 2).toArray();
        double[] x2 = random.doubles(MILLION, -1, 1).toArray();
        double[] y = new double[MILLION];
        for (int i = 0; i < y.length; i++) {
            y[i] = x1[i] + 0.5 * x2[i] + random.nextDouble(-1, 1) > 1 ? 1 : 0;
        }
        Dataset data = new Dataset(
                "classes",
                new DataSource.Columns(),
                List.of(new NumberColumn("x1", x1), new NumberColumn("x2", x2), new NumberColumn("y", y)));
        DataModel model = Problems.logistic(data, List.of("x1", "x2"), "y", Optional.empty(), PLAIN)
                .objective();
        double all = gradient(model);
        String name = "logistic, 1,000,000 rows, ";
        report.line(name + "loss and gradient", all / 1e3, "µs", "");
        String threads = "" + Runtime.getRuntime().availableProcessors();
        c.ifPresent(program -> {
            number(program.toString(), "entropy", "" + MILLION, threads)
                    .ifPresent(best -> report.line(name + "share of C's", 100 * best / all, "%", ">= 85 %"));
            number(program.toString(), "logistic", "" + MILLION, threads)
                    .ifPresent(best -> report.line(name + "share of C's without the loss", 100 * best / all, "%", ""));
        });
    }

    /// The best time of a gradient, after the loops are warm.
    private static double gradient(DataModel model) {
        double[] theta = new double[model.dimension()];
        double[] gradient = new double[theta.length];
        Runnable once = () -> {
            model.gradient(theta, gradient);
            theta[0] -= 1e-9 * gradient[0];
        };
        for (long begin = System.nanoTime(); System.nanoTime() - begin < 2_500_000_000L; ) {
            once.run();
        }
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 5; i++) {
            best = Math.min(best, Report.best(1, once));
        }
        return best;
    }

    private static void network(Report report) {
        Dataset moons = Generator.MOONS.generate(1_000, 0.2, 1);
        var design = new NeuralNetwork.Design(List.of(8, 8), Activation.TANH, NeuralNetwork.Loss.CROSS_ENTROPY);
        NeuralNetwork model = Problems.network(moons, List.of("x1", "x2"), "class", Optional.empty(), design, PLAIN)
                .objective();
        double[] theta =
                new SplittableRandom(1).doubles(model.dimension(), -1, 1).toArray();
        double[] gradient = new double[theta.length];
        int[] batch = new SplittableRandom(2).ints(32, 0, 1_000).toArray();
        double full = gradient(model);
        report.line("network 2-8-8-1, gradient of 1,000 rows", full / 1e3, "µs", "<= 100 µs");
        Runnable small = () -> {
            for (int i = 0; i < 1_000; i++) {
                model.gradient(theta, batch, 0, 32, gradient);
            }
        };
        Report.best(1_000, small);
        report.line("network 2-8-8-1, gradient of 32 rows", Report.best(1_000, small) / 1e3, "µs", "<= 6 µs");
    }

    private static void small(Report report) {
        Problem.OnData line = Problems.linear(Generator.LINE.generate(100, 1, 1), List.of("x"), "y", PLAIN);
        DataModel model = line.objective();
        double[] theta = new double[2];
        double[] gradient = new double[2];
        Runnable steps = () -> {
            for (int i = 0; i < 10_000; i++) {
                model.gradient(theta, gradient);
                theta[0] -= 0.01 * gradient[0];
                theta[1] -= 0.01 * gradient[1];
            }
        };
        Report.best(10_000, steps);
        report.line("one step on 100 rows", Report.best(10_000, steps), "ns", "<= 150 ns");
    }

    /// The C program, where gcc is there.
    private static Optional<Path> compiled() {
        try {
            Path program = Files.createTempDirectory("kernels").resolve("kernels");
            List<String> command = List.of(
                    "gcc",
                    "-O3",
                    "-march=native",
                    "-mprefer-vector-width=512",
                    "-ffast-math",
                    "-fopenmp",
                    "src/test/c/kernels.c",
                    "-o",
                    program.toString(),
                    "-lm");
            Process gcc = new ProcessBuilder(command).inheritIO().start();
            return gcc.waitFor(60, TimeUnit.SECONDS) && gcc.exitValue() == 0 ? Optional.of(program) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static OptionalDouble numpy(int rows) {
        return number("python3", "-c", NUMPY.replace("ROWS", Integer.toString(rows)));
    }

    /// The first number that a program prints.
    private static OptionalDouble number(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0
                    ? OptionalDouble.of(Double.parseDouble(out.strip().split(" ", -1)[0]))
                    : OptionalDouble.empty();
        } catch (IOException e) {
            return OptionalDouble.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalDouble.empty();
        }
    }
}
