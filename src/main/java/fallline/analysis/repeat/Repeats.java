package fallline.analysis.repeat;

import fallline.number.Numbers;
import fallline.objective.Goal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The repeats of a run that are computed by now. It is immutable, and equal to itself alone.
public final class Repeats {
    private final RepeatOrder order;
    private final int[] steps;
    private final List<Repeat> done;

    Repeats(RepeatOrder order, int[] steps, List<Repeat> done) {
        this.order = order;
        this.steps = steps;
        this.done = List.copyOf(done);
    }

    /// With one repeat more.
    Repeats with(Repeat next) {
        List<Repeat> more = new ArrayList<>(done);
        more.add(next);
        return new Repeats(order, steps, more);
    }

    /// What was ordered.
    public RepeatOrder order() {
        return order;
    }

    /// How many repeats are computed: of a run that draws no lots one for all.
    public int done() {
        return done.size();
    }

    /// Whether all are computed that are to be.
    public boolean isWhole() {
        return done.size() == (order.chance().any() ? order.count() : 0);
    }

    /// The steps at which numbers are kept: all of them, or about two thousand with the first and the last.
    public int[] steps() {
        return steps.clone();
    }

    /// Median and quartiles of J.
    public Quartiles loss() {
        return quartiles(Repeat::loss);
    }

    /// Median and quartiles of ‖∇J‖.
    public Quartiles gradientNorm() {
        return quartiles(Repeat::gradientNorm);
    }

    /// The median of what repeats had evaluated: they differ where a line search starts elsewhere.
    public double[] evaluations() {
        return quartiles(Repeat::evaluations).median();
    }

    private Quartiles quartiles(Function<Repeat, double[]> quantity) {
        double[] lower = new double[steps.length];
        double[] median = new double[steps.length];
        double[] upper = new double[steps.length];
        double[] sorted = new double[done.size()];
        for (int i = 0; i < steps.length; i++) {
            for (int k = 0; k < sorted.length; k++) {
                sorted[k] = quantity.apply(done.get(k))[i];
            }
            Arrays.sort(sorted);
            lower[i] = Quantiles.of(sorted, 0.25);
            median[i] = Quantiles.of(sorted, 0.5);
            upper[i] = Quantiles.of(sorted, 0.75);
        }
        return new Quartiles(lower, median, upper);
    }

    /// Where repeats ended that stayed finite: the parameters of each.
    public List<double[]> ends() {
        return done.stream()
                .map(Repeat::end)
                .filter(end -> end.length > 0)
                .map(double[]::clone)
                .toList();
    }

    /// How many repeats ended with each verdict, the most frequent first.
    public Map<String, Integer> verdicts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        done.forEach(repeat -> counts.merge(repeat.verdict(), 1, Integer::sum));
        Map<String, Integer> ordered = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry<String, Integer>::getValue)
                        .reversed())
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }

    /// `converged 46 of 50, hovering 4`.
    public String shares() {
        String all = " of " + Numbers.whole(done.size());
        String words = verdicts().entrySet().stream()
                .map(entry -> entry.getKey() + " " + Numbers.whole(entry.getValue()))
                .collect(Collectors.joining(", "));
        int first = words.indexOf(',');
        return first < 0 ? words + all : words.substring(0, first) + all + words.substring(first);
    }

    /// Whether small or large values of J are good.
    public Goal goal() {
        return order.task().objective().goal();
    }
}
