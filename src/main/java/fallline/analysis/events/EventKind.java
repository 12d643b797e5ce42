package fallline.analysis.events;

/// What can happen at a step; those that matter most come first.
public enum EventKind {
    /// From this step on another setting holds, because somebody changed it on the way.
    CHANGE("recorded change"),
    /// J is the best of the whole run here, for the first time.
    BEST("best J"),
    /// J begins to go the wrong way: it is worse here than it was before.
    WORSE("J gets worse"),
    /// The path begins to turn back: the next step points against the last.
    TURN("the path turns back"),
    /// The learning rate begins to change, to change the other way, or to rest.
    RATE("the rate changes"),
    /// Every row has been used as often as every other.
    EPOCH("an epoch ends");

    private final String words;

    EventKind(String words) {
        this.words = words;
    }

    /// For lists: `the rate changes`.
    public String words() {
        return words;
    }
}
