package fallline.analysis.map;

/// How the run of a cell ended.
///
/// @param kind in what way
/// @param loss J at its last step
/// @param last its last step
/// @param reached the first step at the target, −1 if there is none
/// @param evaluations how many gradients and values it had asked for by then
/// @param minimum the number of the minimum or of the basin that it came to, −1 if it came to none
/// @param moving whether it had not stopped moving at its last step; told of basin maps only
/// @param verdict the verdict's word; empty where it was not asked for
public record RunEnd(
        Kind kind, double loss, int last, int reached, int evaluations, int minimum, boolean moving, String verdict) {
    /// In what way a run ended, as far as its losses tell.
    public enum Kind {
        /// Its numbers stayed finite, and it ended no higher than it began.
        LOWER("ended lower"),
        /// Its numbers stayed finite, but it ended higher than it began.
        HIGHER("ended higher than it began"),
        /// Its numbers did not stay finite.
        DIVERGED("diverged"),
        /// It left the domain of J.
        LEFT_DOMAIN("left the domain");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /// Whether its numbers did not stay finite.
        public boolean isBroken() {
            return this == DIVERGED || this == LEFT_DOMAIN;
        }
    }
}
