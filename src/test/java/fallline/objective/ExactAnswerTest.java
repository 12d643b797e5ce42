package fallline.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.curvature.Hessian;
import fallline.curvature.Spectrum;
import fallline.data.BuiltInData;
import fallline.data.Column;
import fallline.data.Column.NumberColumn;
import fallline.data.CsvReader;
import fallline.data.DataSource;
import fallline.data.Dataset;
import fallline.data.Standardisation;
import fallline.objective.model.DesignMatrix;
import fallline.objective.model.LinearRegression;
import fallline.objective.model.LinearRegression.Loss;
import fallline.objective.model.LogisticRegression;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Exact answers against fractions of whole numbers, and against what descent reaches.
class ExactAnswerTest {
    private static Dataset data(double[] y, double[]... x) {
        List<Column> columns = new ArrayList<>();
        for (int j = 0; j < x.length; j++) {
            columns.add(new NumberColumn("x" + j, x[j]));
        }
        columns.add(new NumberColumn("y", y));
        return new Dataset("points", new DataSource.Columns(), columns);
    }

    private static void agrees(LinearRegression model, double penalty, double relative) {
        double[] truth = Rational.leastSquares(model.features().columns(), model.target(), penalty);
        Optimum found = model.optimum().orElseThrow();
        assertThat(found.source()).isEqualTo("least squares");
        for (int j = 0; j < truth.length; j++) {
            assertThat(found.point()[j]).isCloseTo(truth[j], within(relative * Math.abs(truth[j])));
        }
    }

    /// Like Longley's economic data of 1967: sixteen years of series that all grow together, up to six digits long.
    private static Dataset collinear() {
        SplittableRandom random = new SplittableRandom(1967);
        int m = 16;
        double[][] x = new double[6][m];
        double[] y = new double[m];
        for (int i = 0; i < m; i++) {
            double year = 1947 + i;
            x[0][i] = Math.rint(10 * (83 + 2.2 * i + random.nextDouble())) / 10;
            x[1][i] = Math.rint(234_000 + 21_000 * i + 4_000 * random.nextDouble());
            x[2][i] = Math.rint(2_300 + 150 * i + 900 * random.nextDouble());
            x[3][i] = Math.rint(1_500 + 90 * i + 500 * random.nextDouble());
            x[4][i] = Math.rint(107_600 + 1_500 * i + 100 * random.nextDouble());
            x[5][i] = year;
            y[i] = Math.rint(60_000 + 700 * i + 600 * random.nextDouble());
        }
        return data(y, x);
    }

    @Test
    @DisplayName("collinear columns of very different units: at least ten digits of every coefficient are right")
    void longley() {
        List<String> names = List.of("x0", "x1", "x2", "x3", "x4", "x5");
        LinearRegression model = LinearRegression.of(collinear(), names, "y", Loss.MSE, 0, false);
        agrees(model, 0, 1e-10);
        agrees(LinearRegression.of(collinear(), names, "y", Loss.MSE, 0, true), 0, 1e-10);
    }

    @ParameterizedTest
    @CsvSource({"2, 0, 4", "5, -1, 1", "9, -1, 1", "9, 0, 4", "9, 1, 3"})
    @DisplayName("a polynomial up to degree 9: at least ten digits of every coefficient are right")
    void polynomial(int degree, double from, double to) {
        SplittableRandom random = new SplittableRandom(degree);
        double[] x = new double[40];
        double[] y = new double[40];
        for (int i = 0; i < 40; i++) {
            x[i] = from + (to - from) * i / 39;
            y[i] = Math.sin(3 * x[i]) + 0.3 * random.nextDouble();
        }
        LinearRegression model = Problems.linear(
                        data(y, x), List.of("x0"), "y", new ModelOptions(false, degree, 0, false))
                .objective();
        agrees(model, 0, 1e-10);
    }

    @Test
    @DisplayName("ridge has the penalty l2·m/2 of the sum of squares, exactly")
    void ridge() {
        List<String> names = List.of("x0", "x2", "x3");
        agrees(LinearRegression.of(collinear(), names, "y", Loss.MSE, 0.5, true), 0.5 * 16 / 2, 1e-12);
        agrees(LinearRegression.of(collinear(), names, "y", Loss.HALF_MSE, 0.5, true), 0.5 * 16, 1e-12);
    }

    @Test
    @DisplayName("descent on standardised data reaches the same line in the original units")
    void descent() {
        Dataset cars = BuiltInData.dataset("cars");
        BuiltInData card = BuiltInData.find("cars").orElseThrow();
        LinearRegression plain =
                LinearRegression.of(cars, card.best().features(), card.best().target(), Loss.MSE, 0, false);
        LinearRegression standard =
                LinearRegression.of(cars, card.best().features(), card.best().target(), Loss.MSE, 0, true);
        Spectrum spectrum = Spectrum.of(Hessian.at(standard, new double[standard.dimension()]));
        double rate = 2 / (spectrum.smallest() + spectrum.largest());
        double[] theta = new double[standard.dimension()];
        double[] gradient = new double[theta.length];
        for (int k = 0; k < 20_000; k++) {
            standard.gradient(theta, gradient);
            for (int j = 0; j < theta.length; j++) {
                theta[j] -= rate * gradient[j];
            }
        }
        double[] original = standard.features().standardisation().orElseThrow().toOriginalUnits(theta);
        double[] exact = plain.optimum().orElseThrow().point();
        for (int j = 0; j < exact.length; j++) {
            assertThat(original[j]).isCloseTo(exact[j], within(1e-9 * Math.abs(exact[j])));
        }
    }

    @Test
    @DisplayName("classes that a plane separates have no best point and are known to be so; others are not")
    void separable() {
        Dataset apart =
                CsvReader.parse("a.csv", "x,y\n1,no\n2,no\n3,yes\n5,yes\n").dataset();
        Dataset mixed =
                CsvReader.parse("b.csv", "x,y\n1,no\n3,no\n2,yes\n5,yes\n").dataset();
        LogisticRegression first = LogisticRegression.of(apart, List.of("x"), "y", Optional.empty(), 0, false);
        assertThat(first.optimum()).isEmpty();
        assertThat(first.infimumAtInfinity()).isTrue();
        LogisticRegression second = LogisticRegression.of(mixed, List.of("x"), "y", Optional.empty(), 0, false);
        assertThat(second.optimum()).isPresent();
        assertThat(second.infimumAtInfinity()).isFalse();
        LogisticRegression held = LogisticRegression.of(apart, List.of("x"), "y", Optional.empty(), 0.1, false);
        assertThat(held.optimum()).isPresent();
        assertThat(held.infimumAtInfinity()).isFalse();
    }

    @Test
    @DisplayName("units go there and back")
    void units() {
        DesignMatrix standard =
                DesignMatrix.of(collinear(), List.of("x0", "x2")).standardised();
        Standardisation units = standard.standardisation().orElseThrow();
        double[] theta = {3, -2, 7};
        assertThat(units.toStandardUnits(units.toOriginalUnits(theta))).containsExactly(theta, within(1e-12));
    }
}
