package fallline.curvature;

/// stub
public final class Spectrum {
    public static Spectrum of(Hessian hessian) {
        return new Spectrum();
    }

    public double smallest() {
        return 0;
    }

    public double largest() {
        return 0;
    }

    public Spectrum negated() {
        return this;
    }
}
