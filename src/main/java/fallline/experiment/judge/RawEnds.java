package fallline.experiment.judge;

import fallline.curvature.Spectrum;

/// The ends of the spectrum in the parameters' own units, which sentences speak of.
final class RawEnds {
    private RawEnds() {}

    /// λmin and λmax of H; of Ĥ where only the Krylov space is known.
    static double[] of(LocalModel model) {
        if (model.hessian().isPresent() && model.finite()) {
            Spectrum spectrum = Spectrum.of(model.hessian().get());
            return new double[] {spectrum.smallest(), spectrum.largest()};
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : model.values()) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return new double[] {low, high};
    }
}
