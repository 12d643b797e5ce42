package fallline.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fallline.data.Column;
import fallline.data.Column.NumberColumn;
import fallline.data.Column.TextColumn;
import fallline.data.DataException;
import fallline.data.DataSource;
import fallline.data.Dataset;
import fallline.expr.FormulaException;
import fallline.objective.kernel.Activation;
import fallline.objective.model.DataModel;
import fallline.objective.model.LinearRegression;
import fallline.objective.model.LogisticRegression;
import fallline.objective.model.NeuralNetwork;
import fallline.objective.model.NeuralNetwork.Design;
import fallline.objective.model.NeuralNetwork.Loss;
import fallline.objective.model.SoftmaxRegression;
import fallline.problem.Problem;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problems;
import fallline.problem.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Models against the same sums written as formulas, whose derivatives the formula language takes.
class ModelFormulasTest {
    private static final double[] X1 = {0.5, -1.25, 2, 0.75};
    private static final double[] X2 = {-1, 0.5, 1.5, -2};
    private static final double[] Y = {1.5, -0.5, 2.25, 0};
    private static final List<String> TWO = List.of("no", "yes", "yes", "no");
    private static final List<String> THREE = List.of("red", "blue", "red", "green");
    private static final List<String> FEATURES = List.of("x1", "x2");

    private static Dataset data() {
        List<Column> columns = List.of(
                new NumberColumn("x1", X1),
                new NumberColumn("x2", X2),
                new NumberColumn("y", Y),
                new TextColumn("two", TWO),
                new TextColumn("three", THREE));
        return new Dataset("points", new DataSource.Columns(), columns);
    }

    /// The formula of θ as p0, p1, ….
    private static void same(DataModel model, String formula) throws FormulaException {
        int n = model.dimension();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            names.add("p" + i);
        }
        Objective written =
                Problems.formula(formula, names, Map.of(), Goal.MINIMISE).objective();
        SplittableRandom random = new SplittableRandom(23);
        for (int round = 0; round < 20; round++) {
            double[] theta = random.doubles(n, -2, 2).toArray();
            double[] direction = random.doubles(n, -2, 2).toArray();
            double[] found = new double[n];
            double[] truth = new double[n];
            assertThat(model.gradient(theta, found)).isCloseTo(written.gradient(theta, truth), within(1e-12));
            assertThat(found).containsExactly(truth, within(1e-12));
            model.hessianTimes(theta, direction, found);
            written.hessianTimes(theta, direction, truth);
            assertThat(found).containsExactly(truth, within(1e-11));
        }
    }

    private interface Term {
        String of(int row);
    }

    private static String mean(Term term) {
        StringBuilder text = new StringBuilder("(");
        for (int i = 0; i < X1.length; i++) {
            text.append(i == 0 ? "" : " + ").append(term.of(i));
        }
        return text.append(")/4").toString();
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static String text(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    @Test
    @DisplayName("linear regression with a penalty is the formula's")
    void linear() throws FormulaException {
        same(
                LinearRegression.of(data(), FEATURES, "y", LinearRegression.Loss.MSE, 0.3, false),
                mean(i -> text("(p0 + p1*(%s) + p2*(%s) - (%s))^2", X1[i], X2[i], Y[i])) + " + 0.15*(p1^2 + p2^2)");
    }

    @Test
    @DisplayName("a polynomial of degree 3 is the formula's, and its columns are the powers")
    void polynomial() throws FormulaException {
        Problem.Linear problem = Problems.linear(data(), List.of("x1"), "y", new ModelOptions(true, 3, 0.2, false));
        assertThat(problem.objective().parameterNames()).containsExactly("intercept", "x1", "x1^2", "x1^3");
        same(
                problem.objective(),
                "0.5*" + mean(i -> text("(p0 + p1*(%1$s) + p2*(%1$s)^2 + p3*(%1$s)^3 - (%2$s))^2", X1[i], Y[i]))
                        + " + 0.1*(p1^2 + p2^2 + p3^2)");
    }

    @Test
    @DisplayName("logistic regression is the formula's")
    void logistic() throws FormulaException {
        same(
                LogisticRegression.of(data(), FEATURES, "two", Optional.empty(), 0.5, false),
                mean(i -> text(
                                "(softplus(p0 + p1*(%1$s) + p2*(%2$s)) - %3$d*(p0 + p1*(%1$s) + p2*(%2$s)))",
                                X1[i], X2[i], TWO.get(i).equals("yes") ? 1 : 0))
                        + " + 0.25*(p1^2 + p2^2)");
    }

    @Test
    @DisplayName("softmax regression is the formula's; classes stand in the order of their first appearance")
    void softmax() throws FormulaException {
        SoftmaxRegression model = SoftmaxRegression.of(data(), FEATURES, "three", 0.5, false);
        assertThat(model.classes()).containsExactly("red", "blue", "green");
        assertThat(model.parameterNames())
                .startsWith("W[red,x1]", "W[red,x2]", "W[blue,x1]")
                .endsWith("b[red]", "b[blue]", "b[green]");
        same(
                model,
                mean(i -> {
                            List<String> z = new ArrayList<>();
                            for (int c = 0; c < 3; c++) {
                                z.add(text("(p%d*(%s) + p%d*(%s) + p%d)", 2 * c, X1[i], 2 * c + 1, X2[i], 6 + c));
                            }
                            String sum = text("exp(%s) + exp(%s) + exp(%s)", z.toArray());
                            return "(log(" + sum + ") - "
                                    + z.get(List.of("red", "blue", "green").indexOf(THREE.get(i))) + ")";
                        })
                        + " + 0.25*(p0^2 + p1^2 + p2^2 + p3^2 + p4^2 + p5^2)");
    }

    @Test
    @DisplayName("a network 2-2-1 of tanh on values is the formula's, parameters layer by layer")
    void valueNetwork() throws FormulaException {
        NeuralNetwork model = NeuralNetwork.of(
                data(), FEATURES, "y", Optional.empty(), new Design(List.of(2), Activation.TANH, Loss.MSE), 0.2, false);
        assertThat(model.parameterNames())
                .containsExactly(
                        "W1[1,1]", "W1[1,2]", "W1[2,1]", "W1[2,2]", "b1[1]", "b1[2]", "W2[1,1]", "W2[1,2]", "b2[1]");
        same(
                model,
                mean(i -> text(
                                "(p6*tanh(p0*(%1$s) + p1*(%2$s) + p4) + p7*tanh(p2*(%1$s) + p3*(%2$s) + p5)"
                                        + " + p8 - (%3$s))^2",
                                X1[i], X2[i], Y[i]))
                        + " + 0.1*(p0^2 + p1^2 + p2^2 + p3^2 + p6^2 + p7^2)");
    }

    @Test
    @DisplayName("a network 1-1-1-1 of sigmoids on two classes is the formula's")
    void classNetwork() throws FormulaException {
        NeuralNetwork model = NeuralNetwork.of(
                data(),
                List.of("x1"),
                "two",
                Optional.of("no"),
                new Design(List.of(1, 1), Activation.SIGMOID, Loss.CROSS_ENTROPY),
                0,
                false);
        assertThat(model.classes()).containsExactly("yes", "no");
        same(model, mean(i -> {
            String z = text("(p4*sigmoid(p2*sigmoid(p0*(%s) + p1) + p3) + p5)", X1[i]);
            return TWO.get(i).equals("no") ? "softplus(-" + z + ")" : "softplus(" + z + ")";
        }));
    }

    @Test
    @DisplayName("a network of relu is the formula's, whose max has the same derivative away from the kink")
    void kinkedNetwork() throws FormulaException {
        NeuralNetwork model = NeuralNetwork.of(
                data(),
                List.of("x1"),
                "y",
                Optional.empty(),
                new Design(List.of(2), Activation.RELU, Loss.MSE),
                0,
                false);
        same(
                model,
                mean(i ->
                        text("(p4*max(p0*(%1$s) + p2, 0) + p5*max(p1*(%1$s) + p3, 0) + p6 - (%2$s))^2", X1[i], Y[i])));
    }

    @Test
    @DisplayName("a network without hidden layers is softmax regression, to the bit")
    void noHiddenLayer() {
        SoftmaxRegression softmax = SoftmaxRegression.of(data(), FEATURES, "three", 0.5, true);
        NeuralNetwork network = NeuralNetwork.of(
                data(),
                FEATURES,
                "three",
                Optional.empty(),
                new Design(List.of(), Activation.TANH, Loss.CROSS_ENTROPY),
                0.5,
                true);
        double[] theta = new SplittableRandom(5).doubles(9, -2, 2).toArray();
        double[] one = new double[9];
        double[] other = new double[9];
        assertThat(network.gradient(theta, one)).isEqualTo(softmax.gradient(theta, other));
        assertThat(one).isEqualTo(other);
        double[][] columns = softmax.features().columns();
        assertThat(network.predict(theta, columns)).isDeepEqualTo(softmax.predict(theta, columns));
    }

    @Test
    @DisplayName("probabilities of far logits are 0 and 1, and their loss keeps its digits")
    void farLogits() {
        SoftmaxRegression model = SoftmaxRegression.of(data(), List.of("x1"), "three", 0, false);
        // z = (40 x, 0, −40 x): row 2 (x = 2, red) is certain
        double[] theta = {40, 0, -40, 0, 0, 0};
        double[][] p = model.predict(theta, new double[][] {{2, -2, 20, -20}});
        assertThat(p[0]).containsExactly(new double[] {1, 0, 1, 0}, within(1e-34));
        assertThat(p[2]).containsExactly(new double[] {0, 1, 0, 1}, within(1e-34));
        SoftmaxRegression certain = model.on(model.features().like(data()), new double[] {0, 2, 0, 0});
        // rows 0, 1, 2, 3: ln(1 + e^-20 + e^-40), ln(1 + e^-50 + …), ln(1 + e^-80 + …), ln(1 + e^-30 + …)
        double truth =
                (Math.exp(-20) - Math.exp(-40) / 2 + Math.exp(-40) + Math.exp(-50) + Math.exp(-80) + Math.exp(-30)) / 4;
        assertThat(certain.value(theta)).isCloseTo(truth, within(1e-14 * truth));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65})
    @DisplayName("layers of no units or too many are refused")
    void units(int count) {
        assertThatThrownBy(() -> NeuralNetwork.of(
                        data(),
                        FEATURES,
                        "y",
                        Optional.empty(),
                        new Design(List.of(8, count), Activation.TANH, Loss.MSE),
                        0,
                        false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a hidden layer has 1 to 64 units, got " + count);
    }

    @Test
    @DisplayName("a class for what are no two classes is refused with a sentence")
    void positive() {
        var classes = new Design(List.of(2), Activation.TANH, Loss.CROSS_ENTROPY);
        assertThatThrownBy(() -> NeuralNetwork.of(data(), FEATURES, "three", Optional.of("red"), classes, 0, false))
                .isInstanceOf(DataException.class)
                .hasMessage("points: column 'three' has 3 classes, of which none is the positive one: "
                        + "leave out 'positive'.");
        var value = new Design(List.of(2), Activation.TANH, Loss.MSE);
        assertThatThrownBy(() -> NeuralNetwork.of(data(), FEATURES, "y", Optional.of("1"), value, 0, false))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("has no positive class");
        assertThatThrownBy(() -> NeuralNetwork.of(data(), FEATURES, "two", Optional.empty(), value, 0, false))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("column 'two' is text");
    }

    @Test
    @DisplayName("scores count: R² and deviation of values, confusion and accuracy of classes")
    void scores() {
        LinearRegression line = LinearRegression.of(data(), List.of("x1"), "y", LinearRegression.Loss.MSE, 0, false);
        // predictions 1 everywhere: residuals −0.5, 1.5, −1.25, 1; the target's mean is 0.8125
        Score.OfValue value = (Score.OfValue) Score.of(line, new double[] {1, 0});
        double left = 0.25 + 2.25 + 1.5625 + 1;
        double total = 0.47265625 + 1.72265625 + 2.06640625 + 0.66015625;
        assertThat(value.rSquared().orElseThrow()).isCloseTo(1 - left / total, within(1e-15));
        assertThat(value.deviation()).isCloseTo(Math.sqrt(left / 4), within(1e-15));
        // P(yes) > ½ where x1 > 0.6: rows 2 and 3
        LogisticRegression two = LogisticRegression.of(data(), List.of("x1"), "two", Optional.empty(), 0, false);
        Score.OfClasses classes = (Score.OfClasses) Score.of(two, new double[] {-0.6, 1});
        assertThat(classes.confusion()).isDeepEqualTo(new int[][] {{1, 1}, {1, 1}});
        assertThat(classes.accuracy()).isEqualTo(0.5);
        // green where x1 > 0, else blue
        SoftmaxRegression three = SoftmaxRegression.of(data(), List.of("x1"), "three", 0, false);
        Score.OfClasses colours = (Score.OfClasses) Score.of(three, new double[] {0, -5, 5, -9, 0, 0});
        assertThat(colours.classes()).containsExactly("red", "blue", "green");
        assertThat(colours.confusion()).isDeepEqualTo(new int[][] {{0, 0, 2}, {0, 1, 0}, {0, 0, 1}});
        assertThat(colours.accuracy()).isEqualTo(0.5);
    }
}
