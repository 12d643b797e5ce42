package fallline.picture.step;

import fallline.analysis.question.GradientChain;
import fallline.analysis.question.GradientChain.Line;
import fallline.figure.page.NumberTable;
import fallline.figure.page.NumberTable.Column;
import fallline.figure.page.NumberTable.Foot;
import fallline.number.Numbers;
import fallline.objective.kernel.WeightBlock;
import fallline.objective.model.DataModel;
import fallline.objective.model.RowGradients;
import fallline.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;

/// The table that leads from the rows of a step to its gradient: rows, predictions, residuals, each row's gradient,
/// their mean.
final class ChainTable {
    /// So many rows are looked at one by one.
    static final int MOST_LINES = 12;

    private static final int MOST_FEATURES = 3;

    private final Problem.OnData problem;
    private final DataModel model;
    private final int parameter;
    private final int digits;

    ChainTable(Problem.OnData problem, int parameter, int digits) {
        this.problem = problem;
        this.model = problem.objective();
        this.parameter = parameter;
        this.digits = digits;
    }

    /// @param weight the parameter's value
    /// @param original from a row of the model to its row in the data, both from 0
    NumberTable of(GradientChain chain, double weight, boolean all, IntUnaryOperator original) {
        List<Integer> features = features();
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("row", 5));
        for (int j : features) {
            columns.add(new Column(model.features().names().get(j), feature().orElse(-1) == j ? 4 : 1));
        }
        columns.add(new Column(model.classes().isEmpty() ? problem.target() : "y", 6));
        columns.add(new Column("predicted", 7));
        columns.add(new Column("residual", 8));
        columns.add(new Column("gradient", 9));
        List<NumberTable.Line> lines = new ArrayList<>();
        List<Foot> rests = new ArrayList<>();
        for (int k = 0; k <= chain.first().size(); k++) {
            rests.add(rest(chain, k));
        }
        for (Line line : chain.first()) {
            lines.add(line(line, features, original));
        }
        String rows = chain.rows() == 1 ? "1 row" : Numbers.whole(chain.rows()) + " rows";
        return new NumberTable(
                "Where the gradient comes from: " + (all && chain.rows() > 1 ? "all " : "") + rows,
                note(),
                columns,
                lines,
                rests,
                feet(chain, rows, weight));
    }

    private NumberTable.Line line(Line line, List<Integer> features, IntUnaryOperator original) {
        List<String> cells = new ArrayList<>();
        cells.add(Numbers.whole(original.applyAsInt(line.row()) + 1L));
        for (int j : features) {
            cells.add(brief(model.features().columns()[j][line.row()]));
        }
        cells.add(brief(line.target()));
        cells.add(steady(line.prediction()));
        cells.add(steady(line.residual()));
        cells.add(steady(line.gradient()));
        return new NumberTable.Line(cells);
    }

    private Foot rest(GradientChain chain, int shown) {
        int others = chain.rows() - shown;
        return others == 0
                ? Foot.NONE
                : new Foot(
                        "… " + Numbers.whole(others) + (shown == 0 ? " rows" : " more rows") + ", sum",
                        steady(chain.restAfter(shown)),
                        false);
    }

    private List<Foot> feet(GradientChain chain, String rows, double weight) {
        if (!isPenalised()) {
            return List.of(new Foot("mean of " + rows + " = gradient", steady(chain.gradient()), true));
        }
        return List.of(
                new Foot("mean of " + rows, steady(chain.mean()), false),
                new Foot(
                        "ridge, λ₂ · weight = " + brief(model.l2()) + " · " + factor(weight),
                        steady(chain.ridge()),
                        false),
                new Foot("mean + ridge = gradient", steady(chain.gradient()), true));
    }

    private boolean isPenalised() {
        return model.l2() > 0
                && model.mean().loss().ridge().penalised().stream()
                        .anyMatch(block -> parameter >= block.at() && parameter < block.end());
    }

    /// The parameter's own feature, and beside it the first others, in their order.
    private List<Integer> features() {
        OptionalInt own = feature();
        List<Integer> shown = new ArrayList<>();
        own.ifPresent(shown::add);
        for (int j = 0; j < model.features().features() && shown.size() < MOST_FEATURES; j++) {
            if (own.orElse(-1) != j) {
                shown.add(j);
            }
        }
        return shown.stream().sorted().toList();
    }

    /// The feature that the parameter is the weight of, if it is one.
    private OptionalInt feature() {
        List<WeightBlock> blocks = model.weights();
        if (blocks.isEmpty()) {
            return parameter == 0 ? OptionalInt.empty() : OptionalInt.of(parameter - 1);
        }
        WeightBlock first = blocks.getFirst();
        return parameter >= first.at() && parameter < first.end()
                ? OptionalInt.of((parameter - first.at()) % first.inputs())
                : OptionalInt.empty();
    }

    private String note() {
        List<String> sentences = new ArrayList<>();
        List<String> classes = model.classes();
        if (classes.size() == 2 && model.outputs() == 1) {
            sentences.add("Predicted is the probability of " + classes.get(1) + ", for which y is 1.");
        } else if (!classes.isEmpty()) {
            sentences.add(
                    output().isPresent()
                            ? "Predicted is the probability of " + classes.get(output().getAsInt())
                                    + ", for which y is 1, else 0."
                            : "Predicted is the probability of the row's own class, for which y is 1.");
        }
        if (model.weights().size() > 1) {
            sentences.add("A row's gradient is its residual, passed back through the layers.");
        } else {
            String factor = model.mean().loss().slopeFactor() == 1
                    ? ""
                    : brief(model.mean().loss().slopeFactor()) + " · ";
            String times = feature().isPresent()
                    ? " · " + model.features().names().get(feature().getAsInt())
                    : "";
            sentences.add(
                    factor.isEmpty() && times.isEmpty()
                            ? "A row's gradient is its residual."
                            : "A row's gradient is " + factor + "residual" + times + ".");
        }
        if (model.features().standardisation().isPresent()) {
            sentences.add("Features are in standard units.");
        }
        return String.join(" ", sentences);
    }

    private OptionalInt output() {
        return new RowGradients(model).output(parameter);
    }

    private String factor(double value) {
        return value < 0 ? "(" + brief(value) + ")" : brief(value);
    }

    private String brief(double value) {
        return Numbers.brief(value, digits);
    }

    private String steady(double value) {
        return Numbers.steady(value, digits);
    }
}
