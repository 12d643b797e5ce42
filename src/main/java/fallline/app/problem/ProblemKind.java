package fallline.app.problem;

import fallline.objective.Problem;
import java.util.List;

/// The problems that can be chosen.
public enum ProblemKind {
    PARABOLA("J = w²"),
    FORMULA("Formula"),
    FUNCTION("Test function…"),
    LINEAR("Linear regression"),
    LOGISTIC("Logistic regression"),
    SOFTMAX("Softmax regression"),
    NETWORK("Neural network");

    private final String title;

    ProblemKind(String title) {
        this.title = title;
    }

    /// As the chooser shows it.
    public String title() {
        return title;
    }

    /// The kinds that the chooser offers; the others come from files.
    static List<ProblemKind> offered() {
        return List.of(PARABOLA, FORMULA, LINEAR, LOGISTIC);
    }

    /// Whether it is solved on data.
    public boolean needsData() {
        return switch (this) {
            case LINEAR, LOGISTIC, SOFTMAX, NETWORK -> true;
            case PARABOLA, FORMULA, FUNCTION -> false;
        };
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
            case Problem.Softmax _ -> SOFTMAX;
            case Problem.Network _ -> NETWORK;
        };
    }

    @Override
    public String toString() {
        return title;
    }
}
