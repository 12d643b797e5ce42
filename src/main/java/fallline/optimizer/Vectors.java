package fallline.optimizer;

/// Sums over vectors, in one fixed order: from the first place to the last, without fused multiply-add.
public final class Vectors {
    private Vectors() {}

    /// Σ aᵢ·bᵢ over the length of `a`.
    public static double dot(double[] a, double[] b) {
        return dot(a, 0, b, 0, a.length);
    }

    /// Σ aᵢ·bᵢ over `count` places.
    public static double dot(double[] a, int fromA, double[] b, int fromB, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += a[fromA + i] * b[fromB + i];
        }
        return sum;
    }

    /// max |aᵢ| over `count` places; NaN if one of them is.
    public static double largest(double[] a, int from, int count) {
        double largest = 0;
        for (int i = from; i < from + count; i++) {
            largest = Math.max(largest, Math.abs(a[i]));
        }
        return largest;
    }

    /// Σ |aᵢ|.
    public static double sumOfSizes(double[] a) {
        double sum = 0;
        for (double number : a) {
            sum += Math.abs(number);
        }
        return sum;
    }
}
