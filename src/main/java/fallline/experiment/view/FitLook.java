package fallline.experiment.view;

/// How the fit of a model is looked at.
///
/// @param residuals how the residuals are drawn
/// @param network whether a network is drawn as nodes and weights, instead of what it makes of the data
/// @param across the place of the feature on the horizontal axis, where two of several are shown
/// @param upwards the place of the other one, never the same
/// @param azimuth degrees by which a fitted surface is turned about its upright axis
/// @param elevation degrees above the horizon from which it is seen
public record FitLook(Residuals residuals, boolean network, int across, int upwards, double azimuth, double elevation) {
    /// How residuals are drawn: as sticks, or as the squares whose mean area is the mean squared error.
    public enum Residuals {
        NONE,
        STICKS,
        SQUARES
    }

    /// The fit with its residuals over the first two features, a surface seen from a corner.
    public static final FitLook INITIAL = new FitLook(Residuals.STICKS, false, 0, 1, -35, 24);

    private static final double LOWEST = 4;

    /// @throws IllegalArgumentException unless the features differ and are not negative, the azimuth is within ±3600
    /// and
    ///     the elevation 4 … 90
    public FitLook {
        if (across < 0 || upwards < 0 || across == upwards) {
            throw new IllegalArgumentException("a fit shows two different features, got " + across + " and " + upwards);
        }
        if (!(Math.abs(azimuth) <= 3600 && elevation >= LOWEST && elevation <= 90)) {
            throw new IllegalArgumentException(
                    "a fit is seen from an azimuth within ±3600 and an elevation of 4 … 90, got " + azimuth + " and "
                            + elevation);
        }
    }

    public FitLook withResiduals(Residuals other) {
        return new FitLook(other, network, across, upwards, azimuth, elevation);
    }

    public FitLook withNetwork(boolean other) {
        return new FitLook(residuals, other, across, upwards, azimuth, elevation);
    }

    public FitLook withFeatures(int nextAcross, int nextUpwards) {
        return new FitLook(residuals, network, nextAcross, nextUpwards, azimuth, elevation);
    }

    /// Turned and tilted by so many degrees, as far as that goes.
    public FitLook turned(double right, double up) {
        return new FitLook(
                residuals, network, across, upwards, (azimuth + right) % 360, Math.clamp(elevation + up, LOWEST, 90.0));
    }

    /// The two features that are shown of `count`, at least 2: the wanted ones, or the first two if there are fewer.
    public FitLook among(int count) {
        return across < count && upwards < count ? this : withFeatures(0, 1);
    }
}
