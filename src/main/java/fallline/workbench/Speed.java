package fallline.workbench;

import fallline.number.Numbers;

/// The speeds of playing: 0.5 … 1,000 steps a second on a logarithmic slider.
public final class Speed {
    public static final double SLOWEST = 0.5;
    public static final double FASTEST = 1000;
    public static final double INITIAL = 5;

    private Speed() {}

    /// The slider's place of a speed: its decimal logarithm.
    public static double place(double stepsPerSecond) {
        return Math.log10(stepsPerSecond);
    }

    /// The speed at a place of the slider, rounded to two digits.
    public static double at(double place) {
        double exact = Math.pow(10, place);
        double unit = Math.pow(10, Math.floor(Math.log10(exact)) - 1);
        double rounded = Math.rint(exact / unit) * unit;
        return Math.clamp(rounded, SLOWEST, FASTEST);
    }

    /// `5 steps/s`.
    public static String label(double stepsPerSecond) {
        return Numbers.brief(stepsPerSecond, 2) + " steps/s";
    }
}
