package fallline.curvature;

import fallline.objective.Objective;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// The ends of the spectrum of a Hessian in the sense of descent, as it is or as a rule sees it: with the decay
/// that the rule adds and the numbers P by which it divides the gradient, P^−½ (H + decay·I) P^−½.
///
/// @param smallest λmin; NaN where the Hessian is not finite
/// @param largest the largest eigenvalues, falling: λmax, λ₂, …; at most as many as were asked for
/// @param exact whether they come from the full matrix, not from Lanczos' iteration (which finds an eigenvalue that
///     several directions share only once)
/// @param settled whether they are known as accurately as was asked for
public record SpectrumEnds(double smallest, double[] largest, boolean exact, boolean settled) {
    private static final double ACCURACY = 1e-10;

    /// Up to so many parameters the whole matrix costs no more than Lanczos' iteration.
    private static final int SMALL = 40;

    /// λmax.
    public double top() {
        return largest.length == 0 ? Double.NaN : largest[0];
    }

    /// κ = λmax/λmin where both are positive, else infinite (NaN where the eigenvalues are).
    public double condition() {
        if (Double.isNaN(smallest) || Double.isNaN(top())) {
            return Double.NaN;
        }
        return smallest > 0 ? top() / smallest : Double.POSITIVE_INFINITY;
    }

    /// Both ends at θ: exact up to [Hessian#LARGEST] parameters, by Lanczos' iteration beyond.
    ///
    /// @param objective used by this thread alone
    /// @param preconditioner P, one number a parameter
    /// @param cancelled asked now and then; when it says so, the answer is of no use
    public static SpectrumEnds at(
            Objective objective,
            double[] theta,
            double decay,
            Optional<double[]> preconditioner,
            BooleanSupplier cancelled) {
        CurvatureProduct product = CurvatureProduct.of(objective, theta, decay, preconditioner);
        return product.size() <= Hessian.LARGEST
                ? exact(product, 1, cancelled)
                : Lanczos.of(product, new Lanczos.Wanted(1, true, ACCURACY), cancelled);
    }

    /// The `top` largest eigenvalues at θ, for a curve: from the full matrix while it is small, else by Lanczos'
    /// iteration to `accuracy` of λmax; λmin is then only a bound from above.
    public static SpectrumEnds sharpest(
            Objective objective,
            double[] theta,
            double decay,
            Optional<double[]> preconditioner,
            int top,
            double accuracy,
            BooleanSupplier cancelled) {
        CurvatureProduct product = CurvatureProduct.of(objective, theta, decay, preconditioner);
        return product.size() <= SMALL
                ? exact(product, top, cancelled)
                : Lanczos.of(product, new Lanczos.Wanted(top, false, accuracy), cancelled);
    }

    private static SpectrumEnds exact(CurvatureProduct product, int top, BooleanSupplier cancelled) {
        Spectrum spectrum = Spectrum.of(product.whole(cancelled));
        double[] values = spectrum.values();
        double[] largest = new double[Math.min(top, values.length)];
        for (int i = 0; i < largest.length; i++) {
            largest[i] = values[values.length - 1 - i];
        }
        return new SpectrumEnds(spectrum.smallest(), largest, true, true);
    }
}
