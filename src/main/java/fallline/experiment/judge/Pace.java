package fallline.experiment.judge;

/// A learning rate beside the largest that is stable for the curvature there.
///
/// @param rate α of the step
/// @param limit α from which on the rule diverges on the quadratic with this curvature; NaN where no limit is known
/// @param largest λmax of the Hessian, in the sense of descent
/// @param oneParameter whether λmax is J″
/// @param momentum β of a rule with momentum, 0 for gradient descent
public record Pace(double rate, double limit, double largest, boolean oneParameter, double momentum) {
    /// A rate without a limit.
    static Pace unknown(double rate) {
        return new Pace(rate, Double.NaN, Double.NaN, false, 0);
    }

    /// Whether the rate is above the limit.
    boolean tooFast() {
        return rate > limit;
    }

    /// α·λmax.
    double product() {
        return rate * largest;
    }

    /// `α·J″ = 2.10`.
    String measured() {
        return name() + " = " + (exact() ? Digits.plain(product()) : Digits.three(product()));
    }

    private boolean exact() {
        return Math.abs(product() - limit * largest) <= 1e-9 * product();
    }

    /// `2`, or `3.8` for momentum.
    String bound() {
        return Digits.plain(limit * largest);
    }

    private String name() {
        return oneParameter ? "α·J″" : "α·λmax";
    }
}
