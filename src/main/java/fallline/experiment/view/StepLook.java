package fallline.experiment.view;

/// How one step is looked at. Files do not keep it.
///
/// @param parameter the place of the parameter whose step is shown; the last one where there are fewer
/// @param digits significant digits of the results
public record StepLook(int parameter, int digits) {
    public static final int FEWEST_DIGITS = 3;

    /// As many as tell every double from every other.
    public static final int MOST_DIGITS = 17;

    /// The first parameter, with four digits.
    public static final StepLook INITIAL = new StepLook(0, 4);

    /// @throws IllegalArgumentException if the place is negative, or there are not 3 … 17 digits
    public StepLook {
        if (parameter < 0) {
            throw new IllegalArgumentException("a parameter has a place from 0 on, got " + parameter);
        }
        if (digits < FEWEST_DIGITS || digits > MOST_DIGITS) {
            throw new IllegalArgumentException("a number is shown with 3 to 17 digits, got " + digits);
        }
    }

    public StepLook withParameter(int place) {
        return new StepLook(place, digits);
    }

    public StepLook withDigits(int many) {
        return new StepLook(parameter, many);
    }

    /// The parameter that is shown of `count`, at least 1.
    public int among(int count) {
        return Math.min(parameter, count - 1);
    }
}
