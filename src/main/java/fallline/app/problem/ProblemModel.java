package fallline.app.problem;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What the problem chooser and the problem card show.
final class ProblemModel {
    private final ReadOnlyObjectWrapper<ProblemKind> kind = new ReadOnlyObjectWrapper<>(ProblemKind.PARABOLA);
    private final ReadOnlyObjectWrapper<ProblemLatex> latex =
            new ReadOnlyObjectWrapper<>(new ProblemLatex("", List.of(), ""));
    private final ReadOnlyStringWrapper formula = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");

    ReadOnlyObjectProperty<ProblemKind> kind() {
        return kind.getReadOnlyProperty();
    }

    /// The mathematics of the last valid problem.
    ReadOnlyObjectProperty<ProblemLatex> latex() {
        return latex.getReadOnlyProperty();
    }

    /// The formula of the experiment, as text.
    ReadOnlyStringProperty formula() {
        return formula.getReadOnlyProperty();
    }

    /// What is wrong with the text in the field; empty if nothing is.
    ReadOnlyStringProperty error() {
        return error.getReadOnlyProperty();
    }

    /// A few words about the problem.
    ReadOnlyStringProperty subtitle() {
        return subtitle.getReadOnlyProperty();
    }

    void setKind(ProblemKind next) {
        kind.set(next);
    }

    void setLatex(ProblemLatex next) {
        latex.set(next);
    }

    void setFormula(String next) {
        formula.set(next);
    }

    void setError(String next) {
        error.set(next);
    }

    void setSubtitle(String next) {
        subtitle.set(next);
    }
}
