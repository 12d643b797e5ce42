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
        /// The gradient is wrong: differences from several steps agree among themselves, and not with it.
        DISAGREES("disagrees"),
        /// J has a kink or a jump there: the slopes on both sides differ, and the gradient follows a convention.
        KINK("undecided here: a kink, where there is no slope to compare with"),
        /// Differences with other steps give other slopes.
        WAVES("undecided here: J changes too fast for differences"),
        /// Every difference is too inexact, since J's own rounding is too large.
        ROUNDING("undecided here: the rounding of J hides the slope"),
        /// J or its gradient is not a number there, or just beside it.
        HOLE("undecided here: a hole, J is not defined around it");

        private final String words;

        Finding(String words) {
            this.words = words;
        }

        /// A few words for tables.
        public String words() {
            return words;
        }

        /// Whether gradient and differences could be compared.
        public boolean isDecided() {
            return this == AGREES || this == DISAGREES;
        }
    }

    /// The one of two that is to be told: a disagreement before all, then the larger error; what is undecided only
    /// if there is nothing else.
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
            case WAVES -> 3;
            case ROUNDING -> 4;
            case HOLE -> 5;
        };
    }
}
