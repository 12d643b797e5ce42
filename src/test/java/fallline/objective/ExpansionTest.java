package fallline.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fallline.data.Column;
import fallline.data.DataException;
import fallline.data.DataSource;
import fallline.data.Dataset;
import fallline.objective.model.DesignMatrix;
import fallline.objective.model.Expansion;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Products of powers of features")
class ExpansionTest {
    private static List<String> letters(int count) {
        return List.of("abcdefghijklmnopqrstuvwxyz".split("")).subList(0, count);
    }

    @Test
    @DisplayName("stand by their total degree, then by the first feature's power downwards")
    void order() {
        assertThat(Expansion.of(List.of("x1", "x2"), 3).names())
                .containsExactly("x1", "x2", "x1^2", "x1*x2", "x2^2", "x1^3", "x1^2*x2", "x1*x2^2", "x2^3");
        assertThat(Expansion.of(List.of("a", "b", "c"), 2).names())
                .containsExactly("a", "b", "c", "a^2", "a*b", "a*c", "b^2", "b*c", "c^2");
        assertThat(Expansion.of(List.of("x"), 4).names()).containsExactly("x", "x^2", "x^3", "x^4");
    }

    @ParameterizedTest
    @CsvSource({"1, 9, 9", "2, 2, 5", "2, 6, 27", "3, 6, 83", "5, 4, 125", "6, 4, 209", "30, 2, 495", "600, 1, 600"})
    @DisplayName("are as many as the binomial coefficient says")
    void count(int features, int degree, int products) {
        List<String> names = IntStream.range(0, features).mapToObj(i -> "f" + i).toList();
        assertThat(Expansion.of(names, degree).size()).isEqualTo(products);
    }

    @Test
    @DisplayName("are what their powers say, to a few roundings")
    void values() {
        Random random = new Random(3);
        for (int features = 1; features <= 4; features++) {
            int rows = 5;
            double[][] columns = new double[features][];
            for (int j = 0; j < features; j++) {
                columns[j] = random.doubles(rows, -2, 2).toArray();
            }
            Expansion expansion = Expansion.of(letters(features), Math.min(5, Expansion.highestDegree(features)));
            double[][] products = expansion.columns(columns);
            for (int k = 0; k < expansion.size(); k++) {
                for (int i = 0; i < rows; i++) {
                    double wanted = 1;
                    for (int j = 0; j < features; j++) {
                        wanted *= StrictMath.pow(columns[j][i], expansion.powers(k)[j]);
                    }
                    assertThat(products[k][i])
                            .as(expansion.names().get(k))
                            .isCloseTo(wanted, within(1e-14 * Math.abs(wanted)));
                }
            }
        }
    }

    @Test
    @DisplayName("of one feature are the powers by repeated multiplication, to the bit")
    void powers() {
        double[] x = new Random(5).doubles(40, -3, 3).toArray();
        double[][] products = Expansion.of(List.of("x"), 9).columns(new double[][] {x});
        double[] power = x.clone();
        for (int p = 0; p < 9; p++) {
            assertThat(products[p]).containsExactly(power);
            for (int i = 0; i < x.length; i++) {
                power[i] *= x[i];
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | 10 | the degree of one feature must be 1 to 9, got 10
            1 | 0  | the degree of one feature must be 1 to 9, got 0
            2 | 7  | the degree of 2 features must be 1 to 6, got 7
            9 | 4  | 9 features of degree 4 have 714 products, and a model has at most 500: choose a lower degree or fewer features
            """)
    @DisplayName("are refused in a sentence when they are too many")
    void refused(int features, int degree, String sentence) {
        assertThatThrownBy(() -> Expansion.of(letters(features), degree))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource({"1, 9", "2, 6", "3, 6", "5, 6", "6, 5", "9, 3", "30, 2", "31, 1", "600, 1"})
    @DisplayName("have a highest degree for so many features")
    void highest(int features, int degree) {
        assertThat(Expansion.highestDegree(features)).isEqualTo(degree);
    }

    @Test
    @DisplayName("are refused when two would have one name")
    void names() {
        assertThatThrownBy(() -> Expansion.of(List.of("x", "x^2"), 2))
                .isInstanceOf(DataException.class)
                .hasMessage("Two columns of a model of degree 2 would be called 'x^2': rename the feature of that name,"
                        + " or leave it out.");
    }

    @Test
    @DisplayName("are expanded first and standardised then, and held-out rows get the same columns and units")
    void standardised() {
        Dataset data = data(new double[] {1, 2, 3, 6}, new double[] {0, 1, 0, 2});
        DesignMatrix x =
                DesignMatrix.polynomial(data, List.of("a", "b"), "y", 2).standardised();
        assertThat(x.names()).containsExactly("a", "b", "a^2", "a*b", "b^2");
        double[] product = {0, 2, 0, 12}; // mean 3.5, variance (12.25 + 2.25 + 12.25 + 72.25)/4
        double deviation = Math.sqrt(24.75);
        for (int i = 0; i < 4; i++) {
            assertThat(x.columns()[3][i]).isCloseTo((product[i] - 3.5) / deviation, within(1e-15));
        }
        DesignMatrix other = x.like(data(new double[] {5, -1}, new double[] {3, 4}));
        assertThat(other.columns()[3][0]).isCloseTo((15 - 3.5) / deviation, within(1e-14));
        assertThat(other.columns()[2][1]).isCloseTo((1 - 12.5) / StrictMath.sqrt(192.25), within(1e-14));
    }

    @Test
    @DisplayName("that are too large, or the same in every row, are named")
    void unfit() {
        assertThatThrownBy(() -> DesignMatrix.polynomial(
                        data(new double[] {1e100, 2}, new double[] {1e100, 3}), List.of("a", "b"), "y", 4))
                .isInstanceOf(DataException.class)
                .hasMessage("'a^4' is too large in row 1: choose a lower degree, or smaller units.");
        DesignMatrix signs = DesignMatrix.polynomial(
                data(new double[] {1, -1, 1}, new double[] {2, 3, 5}), List.of("a", "b"), "y", 2);
        assertThatThrownBy(signs::standardised)
                .isInstanceOf(DataException.class)
                .hasMessage("'a^2' is 1 in every row and cannot be standardised: choose the degree 1, or leave the"
                        + " feature out.");
    }

    private static Dataset data(double[] a, double[] b) {
        return new Dataset(
                "data",
                new DataSource.Columns(),
                List.of(
                        new Column.NumberColumn("a", a),
                        new Column.NumberColumn("b", b),
                        new Column.NumberColumn("y", new double[a.length])));
    }
}
