package fallline.app.problem;

import fallline.problem.Families;
import fallline.problem.Family;
import fallline.problem.ModelFamily;
import fallline.problem.Problem;
import fallline.problem.Problem.ModelOptions;
import java.util.Arrays;
import java.util.List;

/// The problems that can be chosen: the families, with some of their cases as choices of their own.
public enum ProblemKind {
    PARABOLA(Families.FORMULA, "J = w²"),
    FORMULA(Families.FORMULA, "Formula"),
    FUNCTION(Families.FORMULA, "Test function…"),
    LINEAR(Families.LINEAR, "Linear, 1 feature"),
    PLANE(Families.LINEAR, "Linear, 2 features", "plane-regression"),
    MANY(Families.LINEAR, "Linear, many features"),
    POLYNOMIAL(Families.LINEAR, "Polynomial regression", "polynomial-regression"),
    LOGISTIC(Families.LOGISTIC),
    SOFTMAX(Families.SOFTMAX),
    NETWORK(Families.NETWORK),

    /// No kind of its own: the way to the lessons, where those look who come to learn.
    LEARN(Families.FORMULA, "Learn…");

    private final Family family;
    private final String title;
    private final String suggestion;

    ProblemKind(ModelFamily family) {
        this(family, family.title());
    }

    ProblemKind(Family family, String title) {
        this(family, title, family instanceof ModelFamily ? family.word() : "");
    }

    ProblemKind(Family family, String title, String suggestion) {
        this.family = family;
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

    /// The model on data that it is a case of.
    ///
    /// @throws IllegalStateException if it needs no data
    public ModelFamily model() {
        if (family instanceof ModelFamily model) {
            return model;
        }
        throw new IllegalStateException(title + " is no model on data");
    }

    /// The options of a new model of this kind, where nobody says otherwise.
    ///
    /// @throws IllegalStateException if it needs no data
    public ModelOptions usualOptions() {
        return this == POLYNOMIAL ? new ModelOptions(false, 2, 0, true) : model().usualOptions();
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
            case Problem.OnData model -> byName(model.family().word());
        };
    }

    @Override
    public String toString() {
        return title;
    }
}
