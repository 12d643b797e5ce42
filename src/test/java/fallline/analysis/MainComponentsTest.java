package fallline.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainComponentsTest {
    /// Points of an ellipse with half axes 3 and 1 along (3, 4, 0, 0, 0)/5 and (0, 0, 5, 0, 12)/13, shifted and scaled.
    private static double[][] ellipse(double scale) {
        double[] centre = {1, -2, 0.5, 7, 0};
        double[] a = {0.6, 0.8, 0, 0, 0};
        double[] b = {0, 0, 5 / 13.0, 0, 12 / 13.0};
        double[][] points = new double[16][5];
        for (int k = 0; k < points.length; k++) {
            double s = 3 * Math.cos(2 * Math.PI * k / points.length);
            double t = Math.sin(2 * Math.PI * k / points.length);
            for (int i = 0; i < 5; i++) {
                points[k][i] = scale * (centre[i] + s * a[i] + t * b[i]);
            }
        }
        return points;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-140, 1e140, 1e290})
    @DisplayName("an ellipse lies along its axes, with 9/10 and 1/10 of the variance, at any scale")
    void ellipse_axes(double scale) {
        MainComponents main = MainComponents.of(ellipse(scale));
        assertThat(main.firstShare()).isEqualTo(0.9, within(1e-12));
        assertThat(main.secondShare()).isEqualTo(0.1, within(1e-12));
        assertThat(Math.abs(main.first()[0])).isEqualTo(0.6, within(1e-12));
        assertThat(Math.abs(main.first()[1])).isEqualTo(0.8, within(1e-12));
        assertThat(main.second()[2]).isEqualTo(5 / 13.0, within(1e-12));
        assertThat(main.second()[4]).isEqualTo(12 / 13.0, within(1e-12));
        assertThat(main.mean()[3] / scale).isEqualTo(7, within(1e-12));
        assertThat(main.mean()[0] / scale).isEqualTo(1, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"40, 7, 1", "12, 30, 2", "25, 25, 3", "3, 9, 4", "200, 2, 5"})
    @DisplayName("directions and shares are those of EJML's singular value decomposition, by covariance and by points")
    void agreesWithSingularValues(int count, int dimension, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] points = new double[count][dimension];
        for (double[] point : points) {
            Arrays.setAll(point, i -> 100 + random.nextDouble(-1, 1) / (i + 1));
        }
        MainComponents main = MainComponents.of(points);

        DMatrixRMaj centred = new DMatrixRMaj(count, dimension);
        for (int i = 0; i < dimension; i++) {
            int column = i;
            double mean =
                    Arrays.stream(points).mapToDouble(p -> p[column]).average().orElseThrow();
            for (int k = 0; k < count; k++) {
                centred.set(k, i, points[k][i] - mean);
            }
        }
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(count, dimension, false, true, true);
        assertThat(svd.decompose(centred)).isTrue();
        double[] values = svd.getSingularValues();
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(values[b], values[a]));
        double all = Arrays.stream(values).map(v -> v * v).sum();
        DMatrixRMaj right = svd.getV(null, true);
        assertThat(main.firstShare()).isEqualTo(square(values[order[0]]) / all, within(1e-9));
        assertThat(main.secondShare()).isEqualTo(square(values[order[1]]) / all, within(1e-9));
        assertThat(Math.abs(along(main.first(), right, order[0]))).isEqualTo(1, within(1e-7));
        assertThat(Math.abs(along(main.second(), right, order[1]))).isEqualTo(1, within(1e-7));
    }

    private static double square(double value) {
        return value * value;
    }

    private static double along(double[] direction, DMatrixRMaj rows, int row) {
        double sum = 0;
        for (int i = 0; i < direction.length; i++) {
            sum += direction[i] * rows.get(row, i);
        }
        return sum;
    }

    @Test
    @DisplayName("a straight path has a first component towards its end and nothing along the second, which is upright")
    void straight() {
        double[][] points = new double[30][];
        for (int k = 0; k < points.length; k++) {
            points[k] = new double[] {5 - 0.2 * k, 0.1 * k, 3};
        }
        MainComponents main = MainComponents.of(points);
        assertThat(main.firstShare()).isEqualTo(1, within(1e-12));
        assertThat(main.secondShare()).isZero();
        assertThat(main.first()[0]).isEqualTo(-2 / Math.sqrt(5), within(1e-12));
        assertThat(dot(main.first(), main.second())).isEqualTo(0, within(1e-15));
        assertThat(dot(main.second(), main.second())).isEqualTo(1, within(1e-14));
    }

    @Test
    @DisplayName("a path that stands still has two directions at right angles all the same")
    void still() {
        MainComponents main = MainComponents.of(new double[][] {{0.1, 0.2, 0.3}, {0.1, 0.2, 0.3}, {0.1, 0.2, 0.3}});
        assertThat(main.firstShare()).isZero();
        assertThat(main.secondShare()).isZero();
        assertThat(dot(main.first(), main.first())).isEqualTo(1, within(1e-15));
        assertThat(dot(main.first(), main.second())).isZero();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
