package fallline.bench;

import fallline.analysis.LossGrid;
import fallline.analysis.Plane;
import fallline.data.Generator;
import fallline.experiment.view.LossLook.Bounds;
import fallline.expr.Expr;
import fallline.expr.FormulaException;
import fallline.expr.Scope;
import fallline.expr.compile.Compiler;
import fallline.expr.parse.Parser;
import fallline.objective.Objective;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problems;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Formulas: compiled code beside the same in Java, a grid of values, and how long compiling takes.
final class FormulaBenchmarks {
    private static final int COUNT = 100_000;
    private static final int SIDE = 512;

    private FormulaBenchmarks() {}

    static void run(Report report) {
        gradient(report);
        grid(report);
        compile(report);
    }

    /// Both are called as the engine calls them: from one loop that has seen other formulas and other kinds of
    /// objectives before, whose order would else decide what HotSpot inlines.
    private static void gradient(Report report) {
        Objective compiled =
                Cases.formula("(1 - x)^2 + 100*(y - x^2)^2", "x", "y").objective();
        Objective byHand = new Valley();
        List<Objective> others = List.of(
                Cases.formula("x^2 + 3*y^2", "x", "y").objective(),
                Cases.formula("sin(x) + y^2", "x", "y").objective(),
                Cases.formula("exp(x*y)/100", "x", "y").objective(),
                Problems.linear(Generator.LINE.generate(100, 1, 1), List.of("x"), "y", ModelOptions.PLAIN)
                        .objective());
        for (int round = 0; round < 3; round++) {
            others.forEach(other -> steps(other, 20_000));
        }
        double[] best = Report.bestInTurns(COUNT, () -> steps(byHand, COUNT), () -> steps(compiled, COUNT));
        double hand = best[0];
        double formula = best[1];
        report.line("value and gradient of Rosenbrock, in Java by hand", hand, "ns", "");
        report.line("value and gradient of Rosenbrock, as a formula", formula, "ns", "");
        report.line("… of the time by hand", formula / hand, "×", "<= 1.3 ×");
    }

    private static double steps(Objective objective, int count) {
        double[] gradient = new double[2];
        double[] point = {-1.5, 2};
        for (int k = 0; k < count; k++) {
            point[0] += 1e-12 * objective.gradient(point, gradient);
        }
        return point[0];
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
