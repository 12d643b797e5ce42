package fallline.experiment.view;

import java.util.OptionalInt;

/// How one step is looked at. Files do not keep it.
///
/// @param parameter the place of the parameter whose step is shown; the last one where there are fewer
/// @param digits significant digits of the results
/// @param layer of a network, from 0, whose numbers are shown; if it is not said, that of the parameter
/// @param row whose way through that layer is shown: its place among the step's rows, from 0; the last one where there
///     are fewer
public record StepLook(int parameter, int digits, OptionalInt layer, int row) {
    public static final int FEWEST_DIGITS = 3;

    /// As many as tell every double from every other.
    public static final int MOST_DIGITS = 17;

    /// The first parameter, with four digits.
    public static final StepLook INITIAL = new StepLook(0, 4, OptionalInt.empty(), 0);

    /// @throws IllegalArgumentException if a place is negative, or there are not 3 … 17 digits
    public StepLook {
        if (parameter < 0) {
            throw new IllegalArgumentException("a parameter has a place from 0 on, got " + parameter);
        }
        if (digits < FEWEST_DIGITS || digits > MOST_DIGITS) {
            throw new IllegalArgumentException("a number is shown with 3 to 17 digits, got " + digits);
        }
        if (layer.orElse(0) < 0 || row < 0) {
            throw new IllegalArgumentException("layers and rows have places from 0 on, got " + layer + " and " + row);
        }
    }

    public StepLook withParameter(int place) {
        return new StepLook(place, digits, layer, row);
    }

    public StepLook withDigits(int many) {
        return new StepLook(parameter, many, layer, row);
    }

    public StepLook withLayer(OptionalInt place) {
        return new StepLook(parameter, digits, place, row);
    }

    public StepLook withRow(int place) {
        return new StepLook(parameter, digits, layer, place);
    }

    /// The parameter that is shown of `count`, at least 1.
    public int among(int count) {
        return Math.min(parameter, count - 1);
    }
}
