package fallline.algebra;

/// The Euclidean norm of a vector.
public final class Norm {
    /// Sums of squares above this have all their digits.
    private static final double LEAST_SQUARE = 1e-280;

    private Norm() {}

    /// √(Σ gᵢ²); where squares would overflow or vanish, components are scaled first.
    public static double of(double[] vector) {
        double plain = 0;
        for (double component : vector) {
            plain += component * component;
        }
        if (plain > LEAST_SQUARE && plain < Double.POSITIVE_INFINITY) {
            return StrictMath.sqrt(plain);
        }
        return scaled(vector);
    }

    /// √(Σ gᵢ²) with components always scaled by the largest: other last digits than [#of], which the limits on
    /// gradients of exported scripts share.
    public static double scaled(double[] vector) {
        double largest = 0;
        for (double component : vector) {
            largest = Math.max(largest, Math.abs(component));
        }
        if (largest == 0 || !Double.isFinite(largest)) {
            return largest;
        }
        double sum = 0;
        for (double component : vector) {
            sum += (component / largest) * (component / largest);
        }
        return largest * StrictMath.sqrt(sum);
    }
}
