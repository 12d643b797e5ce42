package fallline.app.problem;

import fallline.objective.Problem;

/// The problems that can be chosen.
public enum ProblemKind {
    PARABOLA("J = w²"),
    FORMULA("Formula"),
    FUNCTION("Test function…"),
    LINEAR("Linear regression"),
    LOGISTIC("Logistic regression");

    private final String title;

    ProblemKind(String title) {
        this.title = title;
    }

    /// As the chooser shows it.
    public String title() {
        return title;
    }

    /// Whether it is solved on data.
    public boolean needsData() {
        return this == LINEAR || this == LOGISTIC;
    }

    /// Whether its formula is shown as text that can be changed.
    public boolean isTyped() {
        return this == FORMULA || this == FUNCTION;
    }

    /// What kind a problem is.
    public static ProblemKind of(Problem problem) {
        return switch (problem) {
            case Problem.Formula formula when formula.card().isPresent() -> FUNCTION;
            case Problem.Formula formula ->
                formula.expression().equals("w^2") && formula.variables().size() == 1 ? PARABOLA : FORMULA;
            case Problem.Linear _ -> LINEAR;
            case Problem.Logistic _ -> LOGISTIC;
        };
    }

    @Override
    public String toString() {
        return title;
    }
}
