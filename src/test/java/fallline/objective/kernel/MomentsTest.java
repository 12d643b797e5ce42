package fallline.objective.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.data.Column;
import fallline.data.Column.NumberColumn;
import fallline.data.DataSource;
import fallline.data.Dataset;
import fallline.objective.model.LinearRegression;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MomentsTest {
    private final SplittableRandom random = new SplittableRandom(41);

    private LinearRegression model(int rows, double away, double l2) {
        List<Column> columns = new ArrayList<>();
        for (String name : List.of("a", "b", "y")) {
            columns.add(new NumberColumn(
                    name, random.doubles(rows, away - 1, away + 1).toArray()));
        }
        Dataset data = new Dataset("rows", new DataSource.Columns(), columns);
        return LinearRegression.of(data, List.of("a", "b"), "y", LinearRegression.Loss.HALF_MSE, l2, false);
    }

    @Test
    @DisplayName("loss and gradient from sufficient statistics are the rows', also far from zero")
    void agrees() {
        for (double away : new double[] {0, 1_000}) {
            LinearRegression model = model(100_000, away, 0.1);
            double[] theta = random.doubles(3, -2, 2).toArray();
            double[] truth = new double[3];
            double[] found = new double[3];
            double loss = model.gradient(theta, truth);
            assertThat(model.measure(theta, found)).isCloseTo(loss, within(1e-12 * loss));
            assertThat(model.survey(theta)).isCloseTo(loss, within(1e-12 * loss));
            for (int j = 0; j < 3; j++) {
                assertThat(found[j]).isCloseTo(truth[j], within(1e-11 * Math.abs(truth[j])));
            }
        }
    }

    @Test
    @DisplayName("at the best point the measured gradient vanishes as far as the digits go")
    void best() {
        LinearRegression model = model(100_000, 10, 0);
        double[] point = model.optimum().orElseThrow().point();
        double[] gradient = new double[3];
        assertThat(model.measure(point, gradient)).isCloseTo(model.value(point), within(1e-13));
        assertThat(gradient).containsOnly(new double[] {0}, within(1e-11));
    }

    @Test
    @DisplayName("few rows are measured as they are, to the bit")
    void few() {
        LinearRegression model = model(999, 3, 0.2);
        double[] theta = {1, 2, 3};
        double[] one = new double[3];
        double[] other = new double[3];
        assertThat(model.measure(theta, one)).isEqualTo(model.gradient(theta, other));
        assertThat(one).isEqualTo(other);
        assertThat(model.survey(theta)).isEqualTo(model.value(theta));
        assertThat(model.surveyedRows()).isEqualTo(999);
    }
}
