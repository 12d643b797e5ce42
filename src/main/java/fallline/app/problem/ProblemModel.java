package fallline.app.problem;

import fallline.experiment.edit.FormulaReading;
import fallline.objective.formula.FormulaParameter;
import fallline.problem.ProblemLatex;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What the problem chooser and the problem card show.
final class ProblemModel {
    private final ReadOnlyObjectWrapper<ProblemKind> kind = new ReadOnlyObjectWrapper<>(ProblemKind.PARABOLA);
    private final ReadOnlyObjectWrapper<ProblemLatex> latex = new ReadOnlyObjectWrapper<>(ProblemLatex.none());
    private final ReadOnlyStringWrapper formula = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<String>> code = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<FormulaReading.Wrong>> mistake =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<String>> variables = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Map<String, FormulaParameter>> parameters =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<List<String>> subtitle = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper lesson = new ReadOnlyStringWrapper("");

    ReadOnlyObjectProperty<ProblemKind> kind() {
        return kind.getReadOnlyProperty();
    }

    /// The mathematics of the last valid problem.
    ReadOnlyObjectProperty<ProblemLatex> latex() {
        return latex.getReadOnlyProperty();
    }

    /// The formula of the experiment with its parameters, as text.
    ReadOnlyStringProperty formula() {
        return formula.getReadOnlyProperty();
    }

    /// What is wrong with the text in the field, if something is.
    ReadOnlyObjectProperty<Optional<FormulaReading.Wrong>> mistake() {
        return mistake.getReadOnlyProperty();
    }

    /// The names that a formula's descent searches; none for models on data.
    ReadOnlyObjectProperty<List<String>> variables() {
        return variables.getReadOnlyProperty();
    }

    /// The problem's constants that have sliders.
    ReadOnlyObjectProperty<Map<String, FormulaParameter>> parameters() {
        return parameters.getReadOnlyProperty();
    }

    /// A few words about the problem, from the longest way to say it to the shortest.
    ReadOnlyObjectProperty<List<String>> subtitle() {
        return subtitle.getReadOnlyProperty();
    }

    /// What a function of the catalogue teaches, in a sentence; empty for other problems.
    ReadOnlyStringProperty lesson() {
        return lesson.getReadOnlyProperty();
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

    void setMistake(Optional<FormulaReading.Wrong> next) {
        mistake.set(next);
    }

    /// The share code in the field, where a formula should stand.
    ReadOnlyObjectProperty<Optional<String>> code() {
        return code.getReadOnlyProperty();
    }

    void setCode(Optional<String> next) {
        code.set(next);
    }

    void setVariables(List<String> next) {
        variables.set(List.copyOf(next));
    }

    void setParameters(Map<String, FormulaParameter> next) {
        parameters.set(next);
    }

    void setSubtitle(List<String> next) {
        subtitle.set(next);
    }

    void setLesson(String next) {
        lesson.set(next);
    }
}
