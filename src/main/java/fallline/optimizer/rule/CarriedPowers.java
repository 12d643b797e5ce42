package fallline.optimizer.rule;

/// The powers `b^t` that a rule carries in its state instead of computing them: p₀ = 1, p ← p·b a step, 0 below 1e-300
/// (so that no step slows down on denormal numbers). When b changes at step k, p is b multiplied k times.
final class CarriedPowers {
    /// Below it a power is 0.
    static final double SMALLEST = 1e-300;

    private CarriedPowers() {}

    /// Writes the power and its base as they are before the first step.
    static void start(double[] state, int place, double base) {
        state[place] = 1;
        state[place + 1] = base;
    }

    /// Moves the power at `place` on to the one of step `t`.
    ///
    /// @param t the number of the step, from 1
    static void advance(double[] state, int place, double base, int t) {
        double power = state[place];
        if (Double.doubleToLongBits(state[place + 1]) != Double.doubleToLongBits(base)) {
            power = 1;
            for (int k = 1; k < t && power != 0; k++) {
                power = multiplied(power, base);
            }
            state[place + 1] = base;
        }
        state[place] = multiplied(power, base);
    }

    private static double multiplied(double power, double base) {
        double product = power * base;
        return product < SMALLEST ? 0 : product;
    }
}
