package fallline.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fallline.data.CsvReader;
import fallline.data.DataException;
import fallline.data.Dataset;
import fallline.objective.model.DesignMatrix;
import fallline.objective.model.Labels;
import fallline.objective.model.LinearRegression;
import fallline.objective.model.LinearRegression.Loss;
import fallline.objective.model.LogisticRegression;
import fallline.problem.Score;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What users may choose wrongly, and what extreme numbers do.
class ModelInputsTest {
    private static Dataset data(String text) {
        return CsvReader.parse("t.csv", text).dataset();
    }

    private static Objective linear(Dataset data, String... features) {
        return LinearRegression.of(data, List.of(features), "y", Loss.MSE, 0, false);
    }

    private static LogisticRegression logistic(Dataset data, Optional<String> positive) {
        return LogisticRegression.of(data, List.of("x"), "y", positive, 0, false);
    }

    private static void refused(ThrowingCallable call, String sentence) {
        assertThatThrownBy(call).isInstanceOf(DataException.class).hasMessage(sentence);
    }

    @Test
    @DisplayName("features that cannot be used are refused with a sentence that names them and the remedy")
    void features() {
        Dataset data = data("x,y,word,same,gap,big\n1,2,a,5,1,inf\n3,4,b,5,,2\n5,7,c,5,?,3\n");
        refused(
                () -> linear(data),
                "No feature is chosen: choose at least one column of numbers of t.csv: " + "x, y, same, gap, big.");
        refused(() -> linear(data, "q"), "t.csv has no column 'q': choose one of x, y, word, same, gap, big.");
        refused(
                () -> linear(data, "word"),
                "t.csv: column 'word' is text ('a' in row 1); choose a column of numbers: x, y, same, gap, big.");
        refused(
                () -> linear(data, "same"),
                "t.csv: column 'same' is 5 in every row and cannot explain anything: "
                        + "choose a column that varies.");
        refused(
                () -> linear(data, "gap"),
                "t.csv: column 'gap' has a missing value in row 2 and 1 more below: "
                        + "skip or fill such rows (gaps: skip or fill), or choose another column.");
        refused(
                () -> linear(data, "big"),
                "t.csv: column 'big' has an infinite value in row 1: "
                        + "skip or fill such rows (gaps: skip or fill), or choose another column.");
        refused(() -> linear(data, "x", "x"), "The feature 'x' is chosen twice: choose it once.");
        refused(() -> linear(data, "x", "y"), "The target 'y' is among the features: remove it there.");
        assertThat(DesignMatrix.candidates(data))
                .extracting(c -> c.name() + ":" + c.reason().orElse("fits"))
                .containsExactly(
                        "x:fits", "y:fits", "word:text", "same:constant", "gap:missing values", "big:infinite values");
    }

    @Test
    @DisplayName("one row, a CSV of words only, a negative l2 each have their sentence")
    void tooLittle() {
        refused(() -> linear(data("x,y\n1,2\n"), "x"), "t.csv has only one row: a model needs at least two.");
        refused(
                () -> linear(data("x,y\na,b\nc,d\n"), "x"),
                "t.csv: column 'x' is text ('a' in row 1); there is no column of numbers to choose instead.");
        refused(
                () -> LinearRegression.of(data("x,y\n1,2\n3,4\n"), List.of("x"), "y", Loss.MSE, -1, false),
                "l2 must be 0 or a positive number, got −1.");
    }

    @Test
    @DisplayName("a constant target is allowed for a line, which is then flat, and has no R squared")
    void constantTarget() {
        LinearRegression model =
                LinearRegression.of(data("x,y\n1,2\n3,2\n5,2\n"), List.of("x"), "y", Loss.MSE, 0, false);
        double[] best = model.optimum().orElseThrow().point();
        assertThat(best).containsExactly(new double[] {2, 0}, within(1e-14));
        assertThat(((Score.OfValue) Score.of(model, best)).rSquared()).isEmpty();
    }

    @Test
    @DisplayName("labels: two numbers or two words; the larger or later is 1 unless another is named")
    void labels() {
        Labels numbers =
                logistic(data("x,y\n1,7\n2,3\n3,7\n"), Optional.empty()).labels();
        assertThat(numbers.positive()).isEqualTo("7");
        assertThat(numbers.negative()).isEqualTo("3");
        assertThat(numbers.codes()).containsExactly(1, 0, 1);
        Dataset words = data("x,y\n1,yes\n2,no\n3,no\n");
        assertThat(logistic(words, Optional.empty()).labels().positive()).isEqualTo("yes");
        assertThat(logistic(words, Optional.of("no")).labels().codes()).containsExactly(0, 1, 1);
        assertThat(logistic(data("x,y\n1,1\n2,0\n"), Optional.of("0.0"))
                        .labels()
                        .codes())
                .containsExactly(0, 1);
        refused(
                () -> logistic(words, Optional.of("maybe")),
                "t.csv: column 'y' has no value 'maybe' to be the positive class: choose yes or no.");
        refused(
                () -> logistic(data("x,y\n1,1\n2,0\n"), Optional.of("yes")),
                "t.csv: column 'y' has no value 'yes' to be the positive class: choose 1 or 0.");
    }

    @Test
    @DisplayName("one class, three classes, a missing label: a sentence that lists what is there")
    void badLabels() {
        refused(
                () -> logistic(data("x,y\n1,1\n2,1\n"), Optional.empty()),
                "t.csv: column 'y' has only one value (1) "
                        + "where logistic regression needs two: choose a target with two classes.");
        refused(
                () -> logistic(data("x,y\n1,a\n2,b\n3,c\n"), Optional.empty()),
                "t.csv: column 'y' has 3 values "
                        + "(a, b, c) where logistic regression needs two: choose a target with two classes.");
        String many = IntStream.range(0, 50).mapToObj(i -> i + "," + (i + 0.5)).collect(Collectors.joining("\n"));
        refused(
                () -> logistic(data("x,y\n" + many + "\n"), Optional.empty()),
                "t.csv: column 'y' has more than 6 values (0.5, 1.5, 2.5, 3.5, 4.5, 5.5, …) "
                        + "where logistic regression needs two: choose a target with two classes.");
        refused(
                () -> logistic(data("x,y\n1,a\n2,\n3,b\n"), Optional.empty()),
                "t.csv: column 'y' has a missing value "
                        + "in row 2: skip such rows (gaps: skip), or choose another target.");
    }

    @Test
    @DisplayName("sentences and labels do not depend on a Turkish locale")
    @SuppressWarnings("JUnitMethodInvoked") // the same tests once more, in Turkish
    void turkish() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(logistic(data("x,y\n1,I\n2,i\n"), Optional.empty())
                            .labels()
                            .positive())
                    .isEqualTo("i");
            labels();
            badLabels();
            features();
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    @DisplayName("z = ±1000: the cross-entropy is 1000 or 0 nats, its slope ±1 or 0, nothing overflows")
    void farOut() {
        LogisticRegression model = logistic(data("x,y\n-1,1\n1,1\n-1,0\n1,0\n"), Optional.empty());
        double[] gradient = new double[2];
        double[] product = new double[2];
        double[] theta = {0, 1_000};
        assertThat(model.gradient(theta, gradient)).isEqualTo(500);
        assertThat(gradient).containsExactly(0, 0.5);
        model.hessianTimes(theta, new double[] {1, 1}, product);
        assertThat(product).containsExactly(0, 0);
        assertThat(model.value(new double[] {1e300, 0})).isEqualTo(5e299);
        LinearRegression line = LinearRegression.of(data("x,y\n1,2\n3,4\n"), List.of("x"), "y", Loss.MSE, 0, false);
        assertThat(line.value(new double[] {1e300, 0})).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(line.value(new double[] {Double.NaN, 0})).isNaN();
    }

    @Test
    @DisplayName("separable classes have no best point; a penalty gives one")
    void separable() {
        Dataset data = data("x,y\n1,0\n2,0\n3,1\n4,1\n");
        assertThat(logistic(data, Optional.empty()).optimum()).isEmpty();
        // 2 in both classes: the classes touch, and the slope still runs away
        assertThat(logistic(data("x,y\n1,0\n2,0\n2,1\n3,1\n"), Optional.empty()).optimum())
                .isEmpty();
        var ridge = LogisticRegression.of(data, List.of("x"), "y", Optional.empty(), 0.1, false);
        double[] gradient = new double[2];
        ridge.gradient(ridge.optimum().orElseThrow().point(), gradient);
        assertThat(gradient).containsExactly(new double[] {0, 0}, within(1e-14));
    }

    @Test
    @DisplayName("dependent columns: the shortest of the best points, found and said so")
    void dependent() {
        // b + w·x + w2·2x fits y = 5x exactly when w + 2 w2 = 5: shortest at (0, 1, 2)
        Dataset data = data("x,x2,y\n1,2,5\n2,4,10\n3,6,15\n-4,-8,-20\n");
        Optimum best = linear(data, "x", "x2").optimum().orElseThrow();
        assertThat(best.point()).containsExactly(new double[] {0, 1, 2}, within(1e-13));
        assertThat(best.source()).isEqualTo("least squares (the shortest of many solutions)");
    }

    @Test
    @DisplayName("least squares keeps ten digits on Longley's nearly dependent columns")
    void longley() {
        // J. W. Longley 1967; certified values: NIST StRD
        Dataset data = data("""
                y,x1,x2,x3,x4,x5,x6
                60323,83.0,234289,2356,1590,107608,1947
                61122,88.5,259426,2325,1456,108632,1948
                60171,88.2,258054,3682,1616,109773,1949
                61187,89.5,284599,3351,1650,110929,1950
                63221,96.2,328975,2099,3099,112075,1951
                63639,98.1,346999,1932,3594,113270,1952
                64989,99.0,365385,1870,3547,115094,1953
                63761,100.0,363112,3578,3350,116219,1954
                66019,101.2,397469,2904,3048,117388,1955
                67857,104.6,419180,2822,2857,118734,1956
                68169,108.4,442769,2936,2798,120445,1957
                66513,110.8,444546,4681,2637,121950,1958
                68655,112.6,482704,3813,2552,123366,1959
                69564,114.2,502601,3931,2514,125368,1960
                69331,115.7,518173,4806,2572,127852,1961
                70551,116.9,554894,4007,2827,130081,1962
                """);
        double[] certified = {
            -3482258.63459582,
            15.0618722713733,
            -0.358191792925910E-01,
            -2.02022980381683,
            -1.03322686717359,
            -0.511041056535807E-01,
            1829.15146461355
        };
        double[] found = linear(data, "x1", "x2", "x3", "x4", "x5", "x6")
                .optimum()
                .orElseThrow()
                .point();
        for (int j = 0; j < certified.length; j++) {
            assertThat(found[j] / certified[j]).isCloseTo(1, within(1e-10));
        }
    }
}
