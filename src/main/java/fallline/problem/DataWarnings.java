package fallline.problem;

import fallline.data.Column;
import fallline.data.Dataset;
import fallline.data.Standardisation;
import fallline.objective.model.DesignMatrix;
import fallline.text.Quote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;

/// What is worth a word about the data of a model, one sentence each: nothing here stops a run.
///
/// What does stop it (missing and infinite values, constant columns, a single class) is said by the exception of the
/// model's making, and column by column by [DesignMatrix#candidates].
public final class DataWarnings {
    /// The square of a larger number, summed over rows, may leave the range of doubles.
    private static final double HUGE = 1e150;

    /// Columns as alike as this are told apart by nothing but rounding.
    private static final double SAME = 1 - 1e-12;

    private DataWarnings() {}

    /// The sentences for a problem, the gravest first.
    public static List<String> of(Problem.OnData problem) {
        List<String> sentences = new ArrayList<>();
        DesignMatrix features = problem.objective().features();
        huge(problem, sentences);
        if (!sentences.isEmpty()) {
            return List.copyOf(sentences); // what follows would compute with numbers that overflow
        }
        tooMany(problem, features, sentences);
        alike(features, sentences);
        separable(problem, sentences);
        return List.copyOf(sentences);
    }

    /// The sentences for columns that no model takes as they are: how many values are missing, infinite or huge.
    public static List<String> of(Dataset data) {
        List<String> sentences = new ArrayList<>();
        for (Column column : data.columns()) {
            switch (column) {
                case Column.NumberColumn numbers -> {
                    double[] values = numbers.values();
                    say(data, column, count(values, Double::isNaN), "missing", sentences);
                    say(data, column, count(values, Double::isInfinite), "infinite", sentences);
                }
                case Column.TextColumn text ->
                    say(
                            data,
                            column,
                            (int) text.values().stream().filter(String::isEmpty).count(),
                            "missing",
                            sentences);
            }
        }
        return List.copyOf(sentences);
    }

    private static int count(double[] values, DoublePredicate which) {
        return (int) Arrays.stream(values).filter(which).count();
    }

    private static void say(Dataset data, Column column, int count, String what, List<String> sentences) {
        if (count > 0) {
            sentences.add(data.name() + ": column " + Quote.of(column.name()) + " has " + count + " " + what
                    + (count == 1 ? " value" : " values") + ": skip such rows, or fill them with the mean.");
        }
    }

    private static void huge(Problem.OnData problem, List<String> sentences) {
        List<String> columns = new ArrayList<>(problem.features());
        columns.add(problem.target());
        for (String name : columns) {
            if (problem.data().column(name) instanceof Column.NumberColumn(String _, double[] values)
                    && count(values, value -> Math.abs(value) > HUGE) > 0) {
                sentences.add("Column " + Quote.of(name) + " has values above 1e150 in size, whose squares overflow: "
                        + "divide the column by a power of ten.");
            }
        }
    }

    private static void tooMany(Problem.OnData problem, DesignMatrix features, List<String> sentences) {
        if (problem.family().isLinear()
                && features.features() + 1 > features.rows()
                && problem.options().l2() == 0
                && problem.options().l1() == 0) {
            sentences.add("There are " + (features.features() + 1) + " parameters but only " + features.rows()
                    + " rows, so that many fits are equally good: choose "
                    + (problem.options().degree() > 1 ? "a lower degree" : "fewer features")
                    + ", or a ridge (l2) of 0.1.");
        }
    }

    /// Columns of the data that are the same up to units, of which one is enough.
    private static void alike(DesignMatrix features, List<String> sentences) {
        double[][] own = Arrays.copyOf(
                features.columns(), features.expansion().features().size());
        double[][] standard = features.standardisation().isPresent()
                ? own
                : Standardisation.of(own).apply(own);
        for (int j = 0; j < standard.length; j++) {
            for (int i = 0; i < j; i++) {
                double product = 0;
                for (int row = 0; row < features.rows(); row++) {
                    product += standard[i][row] * standard[j][row];
                }
                if (Math.abs(product) / features.rows() > SAME) {
                    sentences.add("Columns " + Quote.of(features.names().get(i)) + " and "
                            + Quote.of(features.names().get(j))
                            + " say the same: leave one out, or their coefficients are not determined.");
                }
            }
        }
    }

    private static void separable(Problem.OnData problem, List<String> sentences) {
        if (problem.objective().infimumAtInfinity()) {
            String border = problem.options().degree() > 1 ? "A curve of this degree" : "A plane";
            sentences.add(border + " separates the classes, so that the weights grow for ever and J has no minimum: "
                    + "a ridge (l2) of 0.01 holds them.");
        }
    }
}
