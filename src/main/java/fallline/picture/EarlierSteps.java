package fallline.picture;

/// The steps whose fits are drawn faintly behind the present one.
public final class EarlierSteps {
    private static final int MOST = 9;

    private EarlierSteps() {}

    /// Up to nine steps before `step`, oldest first: the start, then closer and closer.
    public static int[] before(int step) {
        int[] steps = new int[Math.min(MOST, step)];
        for (int i = 0; i < steps.length; i++) {
            double share = steps.length == 1 ? 0 : (double) i / steps.length;
            steps[i] = step <= MOST ? i : (int) Math.round(step * (1 - Math.pow(1 - share, 1.6)) * 0.98);
        }
        return steps;
    }
}
