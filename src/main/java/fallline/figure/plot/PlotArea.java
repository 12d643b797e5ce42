package fallline.figure.plot;

import fallline.figure.paint.Box;

/// Where a plot stands in its picture, and the way between its data and pixels.
public record PlotArea(Box box, Scale x, Scale y) {
    /// The data shown.
    public Window window() {
        return new Window(x.span(), y.span());
    }

    /// The picture's x of a number.
    public double px(double value) {
        return x.pixel(value);
    }

    /// The picture's y of a number.
    public double py(double value) {
        return y.pixel(value);
    }

    /// The number at the picture's x.
    public double dataX(double px) {
        return x.value(px);
    }

    /// The number at the picture's y.
    public double dataY(double py) {
        return y.value(py);
    }

    public boolean contains(double px, double py) {
        return box.contains(px, py);
    }

    /// Whether a unit is equally long along both axes, to 0.1 %.
    public boolean equalScales() {
        return x instanceof Scale.Linear sx
                && y instanceof Scale.Linear sy
                && Math.abs(Math.abs(sx.unit() / sy.unit()) - 1) < 1e-3;
    }
}
