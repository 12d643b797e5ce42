package fallline.analysis.map;

/// Whether a run had stopped moving when its steps were over: by where it was at its beginning, after a half, after
/// three quarters, and at its end.
///
/// What is left to go is foretold as that of a motion that dies away evenly: d₄ q / (1 − q), where q = d₄ / d₃ and d₃,
/// d₄ are how far the third and the fourth quarter led. A run that creeps is not at rest, however small its steps:
/// its quarters are alike.
///
/// @param whole how far it is from the beginning to the end, in lengths of the box, as the others
/// @param third how far the third quarter led
/// @param fourth how far the fourth did
record Stillness(double whole, double third, double fourth) {
    /// The last quarter of a run that is at rest led no farther than this share of the whole way.
    private static final double SHARE = 0.01;

    /// A motion that dies away unevenly, as one that swings does, is at rest when it is as small as this.
    private static final double NOTHING = 1e-5;

    /// The steps after which one has to look.
    static int[] marks(int steps) {
        return new int[] {Math.floorDiv(steps, 2), steps - Math.floorDiv(steps, 4)};
    }

    boolean isAtRest() {
        if (fourth == 0) {
            return true;
        }
        double pace = fourth / third;
        double left = pace < 1 ? fourth * pace / (1 - pace) : Double.POSITIVE_INFINITY;
        return fourth <= SHARE * whole && fourth <= Rests.NEAR && (left <= Rests.NEAR / 2 || fourth <= NOTHING);
    }
}
