package fallline.analysis.tune;

/// Which settings of a rule are tuned. Weight decay is never: it changes what is minimised, not how well.
public enum Scope {
    /// All that the rule declares.
    EVERY_SETTING("every setting"),
    /// The learning rate alone; of a rule that has none, its first setting.
    RATE("the learning rate alone");

    private final String words;

    Scope(String words) {
        this.words = words;
    }

    /// As it stands behind *tunes*.
    public String words() {
        return words;
    }
}
