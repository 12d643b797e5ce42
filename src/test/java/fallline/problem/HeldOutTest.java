package fallline.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fallline.data.CsvReader;
import fallline.data.Dataset;
import fallline.data.Generator;
import fallline.data.Split;
import fallline.objective.kernel.Activation;
import fallline.objective.model.DataModel;
import fallline.objective.model.LinearRegression;
import fallline.objective.model.LogisticRegression;
import fallline.objective.model.NeuralNetwork;
import fallline.objective.model.SoftmaxRegression;
import fallline.problem.Problem.ModelOptions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Test rows, and what is said about data.
class HeldOutTest {
    private static Dataset csv(String text) {
        return CsvReader.parse("t.csv", text).dataset();
    }

    @Test
    @DisplayName("the test loss is the mean over the test rows in the training rows' units, without the penalty")
    void units() {
        Dataset train = csv("x,y\n0,1\n2,3\n4,8\n");
        Dataset test = csv("x,y\n1,2\n6,5\n");
        ModelOptions options = new ModelOptions(false, 2, 0.5, true);
        LinearRegression model =
                Problems.linear(train, List.of("x"), "y", options).objective();
        DataModel held = HeldOut.of(model, test, "y");
        double[] theta = {1, 0.5, -2};
        // x: mean 2, deviation √(8/3); x²: mean 20/3, deviation of 0, 4, 16
        double s1 = Math.sqrt(8.0 / 3);
        double m2 = 20.0 / 3;
        double s2 = Math.sqrt((m2 * m2 + (4 - m2) * (4 - m2) + (16 - m2) * (16 - m2)) / 3);
        double r1 = 1 + 0.5 * (1 - 2) / s1 - 2 * (1 - m2) / s2 - 2;
        double r2 = 1 + 0.5 * (6 - 2) / s1 - 2 * (36 - m2) / s2 - 5;
        assertThat(held.value(theta)).isCloseTo((r1 * r1 + r2 * r2) / 2, within(1e-12));
        assertThat(held.l2()).isZero();
    }

    @Test
    @DisplayName("classes keep the training rows' numbers, and a class that is not there is refused")
    void classes() {
        Dataset train = csv("x,c\n1,red\n2,blue\n3,green\n4,red\n");
        SoftmaxRegression model = SoftmaxRegression.of(train, List.of("x"), "c", 0, false);
        assertThat(HeldOut.of(model, csv("x,c\n1,green\n2,red\n"), "c").target())
                .containsExactly(2, 0);
        assertThatThrownBy(() -> HeldOut.of(model, csv("x,c\n1,green\n2,pink\n"), "c"))
                .hasMessage("t.csv: the class 'pink' in test row 2 is in no training row: "
                        + "hold out fewer rows, or draw them with another seed.");
        LogisticRegression two =
                LogisticRegression.of(csv("x,c\n1,b\n2,a\n3,b\n"), List.of("x"), "c", Optional.empty(), 0, false);
        assertThat(HeldOut.of(two, csv("x,c\n1,a\n2,b\n"), "c").target()).containsExactly(0, 1);
    }

    @Test
    @DisplayName("a network that learns two moons classifies held out ones")
    void learns() {
        Split split = Split.of(Generator.MOONS.generate(200, 0.1, 1), 0.25, 1);
        var design = new NeuralNetwork.Design(List.of(8), Activation.TANH, NeuralNetwork.Loss.CROSS_ENTROPY);
        NeuralNetwork model =
                NeuralNetwork.of(split.training(), List.of("x1", "x2"), "class", Optional.empty(), design, 0, true);
        double[] theta = new java.util.SplittableRandom(4)
                .doubles(model.dimension(), -1, 1)
                .toArray();
        double[] gradient = new double[theta.length];
        for (int k = 0; k < 3_000; k++) {
            model.gradient(theta, gradient);
            for (int j = 0; j < theta.length; j++) {
                theta[j] -= 0.5 * gradient[j];
            }
        }
        DataModel held = HeldOut.of(model, split.test(), "class");
        assertThat(((Score.OfClasses) Score.of(held, theta)).accuracy()).isGreaterThan(0.95);
        assertThat(model.hidden(theta, model.features().columns())).hasDimensions(8, 150);
    }

    @Test
    @DisplayName("each doubt about the data of a model is one sentence")
    void doubts() {
        Problem.OnData few = Problems.linear(
                csv("a,b,c,y\n1,2,4,1\n2,3,1,2\n4,1,1,4\n"), List.of("a", "b", "c"), "y", ModelOptions.PLAIN);
        assertThat(DataWarnings.of(few))
                .containsExactly("There are 4 parameters but only 3 rows, so that many fits are equally good: "
                        + "choose fewer features, or a ridge (l2) of 0.1.");
        Problem.OnData twice = Problems.linear(
                csv("cm,inch,y\n2.54,1,1\n5.08,2,2\n10.16,4,4\n7.62,3,1\n"),
                List.of("cm", "inch"),
                "y",
                ModelOptions.PLAIN);
        assertThat(DataWarnings.of(twice))
                .containsExactly("Columns 'cm' and 'inch' say the same: "
                        + "leave one out, or their coefficients are not determined.");
        Problem.OnData huge = Problems.linear(csv("x,y\n1e151,1\n2,2\n3,1\n"), List.of("x"), "y", ModelOptions.PLAIN);
        assertThat(DataWarnings.of(huge))
                .containsExactly("Column 'x' has values above 1e150 in size, whose squares overflow: "
                        + "divide the column by a power of ten.");
        Problem.OnData overflowing =
                Problems.linear(csv("x,y\n1e200,1\n2e200,2\n3e200,1\n"), List.of("x"), "y", ModelOptions.PLAIN);
        assertThat(DataWarnings.of(overflowing)).hasSize(1).first().asString().contains("above 1e150");
        Problem.OnData apart = Problems.logistic(
                csv("x,c\n1,a\n2,a\n3,b\n4,b\n"), List.of("x"), "c", Optional.empty(), ModelOptions.PLAIN);
        assertThat(DataWarnings.of(apart))
                .containsExactly("A plane separates the classes, so that the weights grow for ever and J has no "
                        + "minimum: a ridge (l2) of 0.01 holds them.");
        Problem.OnData good = Problems.linear(csv("x,y\n1,1\n2,2\n3,1\n"), List.of("x"), "y", ModelOptions.PLAIN);
        assertThat(DataWarnings.of(good)).isEmpty();
        assertThat(DataWarnings.of(csv("x,y\n1,\n?,a\n3,inf\ninf,b\n")))
                .containsExactly(
                        "t.csv: column 'x' has 1 missing value: skip such rows, or fill them with the mean.",
                        "t.csv: column 'x' has 1 infinite value: skip such rows, or fill them with the mean.",
                        "t.csv: column 'y' has 1 missing value: skip such rows, or fill them with the mean.");
    }
}
