package fallline.curvature;

import fallline.objective.Objective;

/// The ends of a Hessian's spectrum, in the sense of descent: of J where it is minimised, of −J where it is maximised.
///
/// @param smallest λmin, NaN where the Hessian is not finite
/// @param largest λmax
/// @param settled whether both are known to ten digits of the larger in size
public record Extremes(double smallest, double largest, boolean settled) {
    /// The ends at θ: from the full Hessian up to [Hessian#LARGEST] parameters, by [Lanczos] beyond.
    ///
    /// @param objective used by this thread alone
    public static Extremes at(Objective objective, double[] theta) {
        if (objective.dimension() > Hessian.LARGEST) {
            return Lanczos.of(objective, theta);
        }
        Spectrum spectrum = Spectrum.of(Hessian.ofDescent(objective, theta));
        return new Extremes(spectrum.smallest(), spectrum.largest(), true);
    }
}
