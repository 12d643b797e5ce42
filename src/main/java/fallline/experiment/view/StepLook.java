package fallline.experiment.view;

/// How one step is looked at. Files do not keep it.
///
/// @param parameter the place of the parameter whose step is shown; the last one where there are fewer
public record StepLook(int parameter) {
    /// The first parameter.
    public static final StepLook INITIAL = new StepLook(0);

    /// @throws IllegalArgumentException if the place is negative
    public StepLook {
        if (parameter < 0) {
            throw new IllegalArgumentException("a parameter has a place from 0 on, got " + parameter);
        }
    }

    /// The parameter that is shown of `count`, at least 1.
    public int among(int count) {
        return Math.min(parameter, count - 1);
    }
}
