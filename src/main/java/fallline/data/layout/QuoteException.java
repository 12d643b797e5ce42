package fallline.data.layout;

/// A quote that is not closed, or closed in the middle of a cell.
public final class QuoteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final boolean open;

    /// @param line where it opens
    /// @param open whether it is never closed
    QuoteException(int line, boolean open) {
        super("a quote in line " + line);
        this.line = line;
        this.open = open;
    }

    /// As one sentence.
    public ReadException in(String name) {
        return new ReadException(
                open
                        ? name + ", line " + line
                                + " opens a quote that is never closed: close it, or double it where it is a part of the text."
                        : name + ", line " + line
                                + " is not proper CSV: check that every quote is closed and followed by a separator.",
                this);
    }
}
