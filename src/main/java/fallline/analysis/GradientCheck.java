package fallline.analysis;

/// What came out when the gradient at one point was held against differences of J.
///
/// @param finding whether they agree, or why nothing can be said
/// @param relativeError the largest |gᵢ − dᵢ|, as a part of the largest component, 0 where the point is a hole
/// @param coordinate the parameter where it was, from 0
/// @param slope gᵢ there, as the objective computes it
/// @param difference dᵢ there, from differences of J
/// @param step the smallest h that dᵢ was made of
/// @param checked how many coordinates were looked at
public record GradientCheck(
        Finding finding,
        double relativeError,
        int coordinate,
        double slope,
        double difference,
        double step,
        int checked) {
    /// What a check says.
    public enum Finding {
        /// Gradient and differences are the same but for rounding.
        AGREES("agrees"),
        /// The gradient is wrong, or J is too rough for any difference.
        DISAGREES("disagrees"),
        /// J has a kink or a jump there: the slopes on both sides differ, and the gradient follows a convention.
        KINK("kink: no slope to compare with"),
        /// J or its gradient is not a number there, or just beside it.
        HOLE("hole: J is not defined around it");

        private final String words;

        Finding(String words) {
            this.words = words;
        }

        /// A few words for tables.
        public String words() {
            return words;
        }
    }

    /// The one of two that is to be told: a disagreement before all, then the larger error; a kink or a hole only if
    /// there is nothing else.
    public GradientCheck worse(GradientCheck other) {
        if (finding == other.finding) {
            return other.relativeError > relativeError ? other : this;
        }
        return rank(other.finding) < rank(finding) ? other : this;
    }

    private static int rank(Finding finding) {
        return switch (finding) {
            case DISAGREES -> 0;
            case AGREES -> 1;
            case KINK -> 2;
            case HOLE -> 3;
        };
    }
}
