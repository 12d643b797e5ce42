package fallline.objective.formula;

/// A named constant of a formula.
///
/// @param min the left end of its slider
/// @param max the right end, not below `min`; the value may lie outside
/// @param logarithmic whether the slider goes by the logarithm; `min` is above 0 then
public record FormulaParameter(double value, double min, double max, boolean logarithmic) {
    /// A parameter with an even slider.
    public FormulaParameter(double value, double min, double max) {
        this(value, min, max, false);
    }

    /// A parameter whose slider goes from 0 to three times its value; for 0 from −1 to 1.
    public static FormulaParameter of(double value) {
        if (value == 0) {
            return new FormulaParameter(value, -1, 1);
        }
        double far = Math.clamp(3 * value, -Double.MAX_VALUE, Double.MAX_VALUE);
        return new FormulaParameter(value, Math.min(0, far), Math.max(0, far));
    }

    /// The same slider at another place.
    public FormulaParameter withValue(double next) {
        return new FormulaParameter(next, min, max, logarithmic);
    }
}
