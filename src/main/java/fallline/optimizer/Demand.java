package fallline.optimizer;

import fallline.number.Numbers;

/// Refuses impossible settings early, in a sentence that ends with the offending value.
public final class Demand {
    private Demand() {}

    /// @param sentence says what must hold: `gamma of step must be above 0`
    /// @throws IllegalArgumentException `sentence, got value`, unless `holds`
    public static void that(boolean holds, String sentence, double value) {
        if (!holds) {
            throw new IllegalArgumentException(sentence + ", got " + Numbers.exact(value));
        }
    }

    /// @throws IllegalArgumentException `sentence, got value`, unless `holds`
    public static void that(boolean holds, String sentence, int value) {
        if (!holds) {
            throw new IllegalArgumentException(sentence + ", got " + Numbers.whole(value));
        }
    }
}
