package fallline.experiment.run;

/// The Euclidean norm of a gradient.
final class Norm {
    /// Sums of squares above this have all their digits.
    private static final double LEAST_SQUARE = 1e-280;

    private Norm() {}

    /// √(Σ gᵢ²); where squares would overflow or vanish, components are scaled first.
    static double of(double[] gradient) {
        double plain = 0;
        for (double component : gradient) {
            plain += component * component;
        }
        if (plain > LEAST_SQUARE && plain < Double.POSITIVE_INFINITY) {
            return StrictMath.sqrt(plain);
        }
        double largest = 0;
        for (double component : gradient) {
            largest = Math.max(largest, Math.abs(component));
        }
        if (largest == 0 || !Double.isFinite(largest)) {
            return largest;
        }
        double sum = 0;
        for (double component : gradient) {
            sum += (component / largest) * (component / largest);
        }
        return largest * StrictMath.sqrt(sum);
    }
}
