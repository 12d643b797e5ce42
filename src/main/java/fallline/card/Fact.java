package fallline.card;

/// What a card says under a key: `paper: Cauchy 1847`.
///
/// @param value without blanks around it; may be empty
/// @param line where it stands
/// @param begin the offset of the value in the line
public record Fact(String key, String value, CardLine line, int begin) {
    /// A scanner that stands before the value.
    public CardScanner scanner() {
        return new CardScanner(line, begin);
    }

    /// A mistake in what is said.
    public CardException mistake(String problem, String remedy) {
        return line.mistake(problem, remedy, begin, line.text().length());
    }
}
