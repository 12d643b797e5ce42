package fallline.objective;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/// How elongated the bowl of least squares is before and after standardising: κ of the Hessian XᵀX with its column of
/// ones, which is the square of the ratio of the singular values of `[1 X]`.
///
/// @param plain κ of the features as they are; infinite for dependent columns
/// @param standardised κ of the features with mean 0 and deviation 1
public record Conditioning(double plain, double standardised) {
    /// Measures features.
    public static Conditioning of(DesignMatrix plain) {
        return new Conditioning(condition(plain.columns()), condition(plain.standardised().columns()));
    }

    private static double condition(double[][] x) {
        double[][] triangle = LeastSquares.triangle(x);
        int n = triangle.length;
        DMatrixRMaj r = new DMatrixRMaj(n, n);
        for (int j = 0; j < n; j++) {
            for (int i = 0; i <= j; i++) {
                r.set(i, j, triangle[j][i]);
            }
        }
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(n, n, false, false, false);
        if (!svd.decompose(r)) {
            return Double.NaN;
        }
        double largest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (double value : svd.getSingularValues()) {
            largest = Math.max(largest, value);
            smallest = Math.min(smallest, value);
        }
        double ratio = largest / smallest;
        return ratio > 1e15 ? Double.POSITIVE_INFINITY : ratio * ratio;
    }
}
