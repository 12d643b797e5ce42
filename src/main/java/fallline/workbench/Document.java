package fallline.workbench;

/// Which document an experiment of the history belongs to: all edits after an [Workbench#open] belong to one, whatever
/// they change. It is an identity and little else; who knows files keeps what he knows by it.
public final class Document {
    private final boolean guest;

    /// A document of the user's.
    Document() {
        this(false);
    }

    private Document(boolean guest) {
        this.guest = guest;
    }

    /// One that is looked at for a while, such as a step of a lesson.
    static Document guest() {
        return new Document(true);
    }

    /// Whether it only visits, so that nobody misses it when it is gone.
    public boolean isGuest() {
        return guest;
    }
}
