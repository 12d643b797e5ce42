package fallline.lesson.mark;

import fallline.data.RandomStream;
import fallline.expr.Expr;
import fallline.expr.algebra.Simplifier;
import fallline.expr.eval.Interpreter;
import fallline.lesson.Task;
import fallline.number.Numbers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether two formulas say the same: first by algebra, which is a proof; else at 200 seeded points of their domain,
/// which two different formulas of a student's kind do not agree at.
///
/// Where one is defined and the other is not, over more than single points, they differ: log(x^2) is not 2 log(x)
/// unless the task's domain is positive. Single holes, as of x^2/x at 0, count as nothing.
public final class FormulaEquality {
    private static final int POINTS = 200;
    private static final int FEWEST = 8;
    private static final double RELATIVE = 1e-9;
    private static final double ULPS = 64;
    private static final long SEED = 20_260_501;
    private static final Task.Interval USUAL = new Task.Interval(-3, 3);
    private static final Task.Interval POSITIVE = new Task.Interval(0, 3);

    private final List<String> names;
    private final Map<String, Task.Interval> domain;

    /// @param names that the formulas use
    /// @param domain where they are tried; those without between −3 and 3
    public FormulaEquality(List<String> names, Map<String, Task.Interval> domain) {
        this.names = List.copyOf(names);
        this.domain = Map.copyOf(domain);
    }

    /// Where two formulas differ.
    ///
    /// @param place such as `at x = 0.37`; empty where no place was found at which both could be compared
    /// @param undefined whether one of them is not defined there
    public record Difference(String place, boolean undefined) {}

    /// Where the formulas differ; empty if they are equal.
    public Optional<Difference> difference(Expr one, Expr other) {
        Expr gap = Simplifier.simplify(new Expr.Sum(List.of(one, new Expr.Negate(other))));
        boolean proved = gap.equals(new Expr.Num(0)) || gap.equals(new Expr.Negate(new Expr.Num(0)));
        Tally tally = new Tally(one, other);
        tally.compare(USUAL);
        if (tally.difference.isEmpty() && tally.compared < FEWEST) {
            tally.compare(POSITIVE);
        }
        boolean same = proved && tally.difference.filter(Difference::undefined).isEmpty();
        if (same) {
            return Optional.empty();
        }
        return tally.compared < FEWEST && tally.difference.isEmpty()
                ? Optional.of(new Difference("", true))
                : tally.difference;
    }

    private final class Tally {
        private final Interpreter one;
        private final Interpreter other;
        private int compared;
        private Optional<Difference> difference = Optional.empty();

        Tally(Expr one, Expr other) {
            this.one = new Interpreter(one, names, 0);
            this.other = new Interpreter(other, names, 0);
        }

        void compare(Task.Interval usual) {
            RandomStream random = RandomStream.of(SEED, 0, 0);
            double[] point = new double[names.size()];
            for (int k = 0; k < POINTS && difference.isEmpty(); k++) {
                for (int i = 0; i < point.length; i++) {
                    Task.Interval interval = domain.getOrDefault(names.get(i), usual);
                    point[i] = interval.low() + (interval.high() - interval.low()) * random.uniform();
                }
                at(point);
            }
        }

        private void at(double[] point) {
            double a = one.value(point);
            double b = other.value(point);
            if (Double.isFinite(a) != Double.isFinite(b)) {
                difference = Optional.of(new Difference(place(point), true));
            } else if (Double.isFinite(a)) {
                double slack = RELATIVE * Math.max(Math.abs(a), Math.abs(b))
                        + ULPS * (one.rounding(point) + other.rounding(point));
                compared++;
                if (Math.abs(a - b) > slack) {
                    difference = Optional.of(new Difference(place(point), false));
                }
            }
        }

        private String place(double[] point) {
            StringBuilder place = new StringBuilder("at ");
            for (int i = 0; i < point.length; i++) {
                place.append(i == 0 ? "" : ", ")
                        .append(names.get(i))
                        .append(" = ")
                        .append(Numbers.brief(point[i], 4));
            }
            return place.toString();
        }
    }
}
