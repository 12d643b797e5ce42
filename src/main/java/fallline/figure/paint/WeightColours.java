package fallline.figure.paint;

import java.awt.Color;

/// The colours of weights: blue above zero, orange below, told apart by the colour-blind and on both grounds.
public final class WeightColours {
    private static final RunStyle POSITIVE = RunStyle.of(0);
    private static final RunStyle NEGATIVE = RunStyle.of(4);

    private WeightColours() {}

    public static Color of(double weight, Theme theme) {
        return weight > 0 ? POSITIVE.core(theme) : weight < 0 ? NEGATIVE.core(theme) : theme.muted();
    }
}
