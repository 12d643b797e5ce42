package fallline.bench;

import fallline.analysis.LossGrid;
import fallline.analysis.Plane;
import fallline.experiment.ViewState.Bounds;
import fallline.expr.Compiler;
import fallline.expr.Expr;
import fallline.expr.FormulaException;
import fallline.expr.Parser;
import fallline.expr.Scope;
import fallline.objective.Objective;
import java.util.concurrent.atomic.AtomicInteger;

/// Formulas: compiled code beside the same in Java, a grid of values, and how long compiling takes.
final class FormulaBenchmarks {
    private static final int COUNT = 1_000_000;
    private static final int SIDE = 512;

    private FormulaBenchmarks() {}

    static void run(Report report) {
        gradient(report);
        grid(report);
        compile(report);
    }

    private static void gradient(Report report) {
        Objective compiled =
                Cases.formula("(1 - x)^2 + 100*(y - x^2)^2", "x", "y").objective();
        double[] gradient = new double[2];
        double[] point = {-1.5, 2};
        double byHand = Report.best(COUNT, () -> {
            for (int k = 0; k < COUNT; k++) {
                point[0] += 1e-12 * valley(point, gradient);
            }
        });
        double formula = Report.best(COUNT, () -> {
            for (int k = 0; k < COUNT; k++) {
                point[0] += 1e-12 * compiled.gradient(point, gradient);
            }
        });
        report.line("value and gradient of Rosenbrock, in Java by hand", byHand, "ns", "");
        report.line("value and gradient of Rosenbrock, as a formula", formula, "ns", "");
        report.line("… of the time by hand", formula / byHand, "×", "<= 1.3 ×");
    }

    /// By hand, with a method of its own as the formula has one.
    private static double valley(double[] p, double[] gradient) {
        double x = p[0];
        double y = p[1];
        double left = 1 - x;
        double valley = y - x * x;
        double up = 200 * valley;
        gradient[0] = -2 * left - up * (2 * x);
        gradient[1] = up;
        return left * left + 100 * (valley * valley);
    }

    private static void grid(Report report) {
        Objective shared =
                Cases.formula("(1 - x)^2 + 100*(y - x^2)^2", "x", "y").objective();
        Bounds bounds = new Bounds(-2, 2, -1, 3);
        double nanos = Report.best(
                1,
                () -> LossGrid.sampleTogether(
                        shared, Plane.ofParameters(new double[2], 0, 1), bounds, SIDE, SIDE, 2, () -> false));
        report.line("a grid of 512×512 values of Rosenbrock, on two threads", nanos / 1e6, "ms", "<= 4 ms");
    }

    private static void compile(Report report) {
        AtomicInteger number = new AtomicInteger();
        Scope scope = Scope.of("x", "y");
        double nanos = Report.median(1, () -> {
            try {
                String text = "(" + number.incrementAndGet() + " - x)^2 + 100*(y - x^2)^2 + sin(3 x) exp(-y^2)";
                Expr formula = Parser.parse(text, scope);
                Compiler.compile(formula, scope.names(), 2).value(new double[] {1, 2});
            } catch (FormulaException e) {
                throw new IllegalStateException(e);
            }
        });
        report.line("a new formula parsed, compiled and evaluated once", nanos / 1e6, "ms", "<= 30 ms");
        double typed = Report.median(1, () -> {
            String text = "(" + number.incrementAndGet() + " - x)^2 + 100*(y - x^2)^2 + sin(3 x) exp(-y^2)";
            Objective objective = Cases.formula(text, "x", "y").objective();
            double[] gradient = new double[2];
            for (int i = 0; i < 200; i++) {
                objective.gradient(new double[] {1, 2}, gradient);
            }
        });
        report.line("a new formula typed, with 200 gradients", typed / 1e6, "ms", "<= 30 ms");
    }
}
