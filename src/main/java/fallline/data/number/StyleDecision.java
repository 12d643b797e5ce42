package fallline.data.number;

import java.util.Optional;

/// In which style the numbers of a column are read, and why.
///
/// @param style the style
/// @param other the style that was possible as well and gives other numbers
/// @param example a cell that the two read differently; empty if there is no other
/// @param evidence what decided between the two, as the end of a sentence that begins with "because"; empty if
///     nothing had to be decided
public record StyleDecision(
        NumberStyle style, Optional<NumberStyle> other, Optional<Numeral> example, String evidence) {
    /// A style that nothing speaks against.
    static StyleDecision plain(NumberStyle style) {
        return new StyleDecision(style, Optional.empty(), Optional.empty(), "");
    }

    /// Whether another reading was possible.
    public boolean isOpen() {
        return other.isPresent();
    }
}
