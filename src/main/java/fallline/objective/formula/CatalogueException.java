package fallline.objective.formula;

/// A mistake in the card of a catalogue function: the message says where it is and what to do.
public final class CatalogueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int line;

    /// @param id the function's id
    /// @param line the line of its card, from 1
    CatalogueException(String id, int line, String sentence) {
        super(id + ", line " + line + ": " + sentence);
        this.line = line;
    }

    /// The line, from 1.
    public int line() {
        return line;
    }
}
