package fallline.analysis.tune;

/// What all trials have equally much of.
public enum Currency {
    /// Evaluations of ∇J and of J: who needs two a step takes half the steps.
    EVALUATIONS("evaluations of J and ∇J"),
    /// Steps, whatever they cost.
    STEPS("steps");

    private final String words;

    Currency(String words) {
        this.words = words;
    }

    /// As it stands behind a number.
    public String words() {
        return words;
    }
}
