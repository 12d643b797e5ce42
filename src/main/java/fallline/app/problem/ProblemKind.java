package fallline.app.problem;

import fallline.problem.Problem;
import java.util.Arrays;
import java.util.List;

/// The problems that can be chosen.
public enum ProblemKind {
    PARABOLA("J = w²"),
    FORMULA("Formula"),
    FUNCTION("Test function…"),
    LINEAR("Linear regression (1)", "linear-regression"),
    PLANE("Linear regression (2)", "plane-regression"),
    MANY("Linear regression (many)", "linear-regression"),
    POLYNOMIAL("Polynomial regression", "polynomial-regression"),
    LOGISTIC("Logistic regression", "logistic-regression"),
    SOFTMAX("Softmax regression", "softmax-regression"),
    NETWORK("Neural network", "network");

    private final String title;
    private final String suggestion;

    ProblemKind(String title) {
        this(title, "");
    }

    ProblemKind(String title, String suggestion) {
        this.title = title;
        this.suggestion = suggestion;
    }

    /// As the chooser shows it.
    public String title() {
        return title;
    }

    /// The kinds that the chooser offers: all, but a regression on many features only while there is one, because it
    /// comes of choosing columns.
    static List<ProblemKind> offered(ProblemKind current) {
        return Arrays.stream(values())
                .filter(kind -> kind != MANY || current == MANY)
                .toList();
    }

    /// The models on data; regressions by their features and degree are one.
    public static List<ProblemKind> models() {
        return List.of(LINEAR, LOGISTIC, SOFTMAX, NETWORK);
    }

    /// The model on data that it is a case of.
    public ProblemKind model() {
        return this == PLANE || this == MANY || this == POLYNOMIAL ? LINEAR : this;
    }

    /// Its name without the number of features: `Linear regression`.
    public String family() {
        int bracket = title.indexOf(" (");
        return bracket < 0 ? title : title.substring(0, bracket);
    }

    /// How the cards of data sets call it; empty where it needs no data.
    public String suggestion() {
        return suggestion;
    }

    /// Whether it is solved on data.
    public boolean needsData() {
        return !suggestion.isEmpty();
    }

    /// Whether its formula is shown as text that can be changed.
    public boolean isTyped() {
        return this == FORMULA || this == FUNCTION;
    }

    /// The kind that cards of data sets call so; linear regression for a name that is none.
    public static ProblemKind byName(String suggestion) {
        return Arrays.stream(values())
                .filter(kind -> !suggestion.isEmpty() && kind.suggestion.equals(suggestion))
                .findFirst()
                .orElse(LINEAR);
    }

    /// What kind a problem is.
    public static ProblemKind of(Problem problem) {
        return switch (problem) {
            case Problem.Formula formula when formula.card().isPresent() -> FUNCTION;
            case Problem.Formula formula ->
                formula.expression().equals("w^2") && formula.variables().size() == 1 ? PARABOLA : FORMULA;
            case Problem.Linear linear when linear.options().degree() > 1 -> POLYNOMIAL;
            case Problem.Linear linear ->
                switch (linear.features().size()) {
                    case 1 -> LINEAR;
                    case 2 -> PLANE;
                    default -> MANY;
                };
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
