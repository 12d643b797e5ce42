package fallline.expr.algebra;

/// A place where a formula may have no derivative, and what stands for it there.
///
/// @param operation the function or comparison from which it comes, as it stands in a formula: `abs`, `max`, `<`
/// @param place an equation: `w = 2`, `x = y`, `x^2 + y^2 = 0`, `x is whole`
/// @param solved whether the place is a value of one variable
public record Kink(Kind kind, String operation, String place, boolean solved) {
    /// What happens at the place.
    public enum Kind {
        /// The slope jumps: the derivative shown is a subgradient.
        CORNER("the slope jumps, and the derivative shown is a subgradient"),
        /// The value jumps.
        JUMP("the value jumps, and the derivative shown is that beside the jump, which does not see it"),
        /// The slope is infinite.
        STEEP("the slope is infinite, and there is no derivative to be shown"),
        /// Two branches meet.
        SEAM("two branches meet, and the derivative shown is that of the branch taken");

        private final String meaning;

        Kind(String meaning) {
            this.meaning = meaning;
        }

        /// A clause that says what happens and what the derivative is then.
        public String meaning() {
            return meaning;
        }
    }

    /// A clause that says what happens there and what the derivative shown is.
    public String meaning() {
        return switch (operation) {
            case "abs" -> kind.meaning() + ": that of sign(0) = 0";
            case "relu" -> kind.meaning() + ": the slope 0";
            case "min", "max" -> kind.meaning() + ": that of the first argument";
            default -> kind.meaning();
        };
    }

    /// `w = 2`, said after `at`, or after `where` if it is not solved.
    public String where() {
        return (solved ? "at " : "where ") + place;
    }
}
