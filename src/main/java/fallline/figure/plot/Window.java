package fallline.figure.plot;

/// The part of the plane of data that a plot shows.
public record Window(Span x, Span y) {
    private static final double ROUNDING = 1e-12;

    /// The rectangle between two corners.
    public static Window of(double xLo, double xHi, double yLo, double yHi) {
        return new Window(new Span(xLo, xHi), new Span(yLo, yHi));
    }

    public boolean contains(double px, double py) {
        return x.contains(px) && y.contains(py);
    }

    /// All four sides moved outwards by `fraction` of the lengths.
    public Window padded(double fraction) {
        return new Window(x.padded(fraction), y.padded(fraction));
    }

    /// The smallest window around this one whose units are equally long on both sides of a plot of this size; a window
    /// that has them so, up to rounding, is not changed, so that it does not creep when it is equalised again.
    public Window equalised(double plotWidth, double plotHeight) {
        double across = x.length() / plotWidth;
        double upwards = y.length() / plotHeight;
        double unit = Math.max(across, upwards);
        if (Math.abs(across - upwards) <= ROUNDING * unit) {
            return this;
        }
        return new Window(x.stretched(unit * plotWidth), y.stretched(unit * plotHeight));
    }
}
