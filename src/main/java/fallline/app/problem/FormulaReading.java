package fallline.app.problem;

import fallline.experiment.Experiment;
import fallline.experiment.NewExperiments;
import fallline.expr.FormulaException;
import fallline.objective.Goal;

/// What became of a text that was typed as a formula.
sealed interface FormulaReading {
    /// The text that was read.
    String text();

    /// A formula, put into an experiment.
    record Valid(String text, Experiment experiment, ProblemLatex latex) implements FormulaReading {}

    /// No formula.
    ///
    /// @param sentence where and why, and what to write instead
    /// @param column where, from 1
    /// @param endColumn the column behind it
    record Wrong(String text, String sentence, int column, int endColumn) implements FormulaReading {}

    /// Reads a text; not for the FX thread, for a long formula takes long.
    ///
    /// @param before the experiment whose problem the formula replaces
    static FormulaReading read(String text, Goal goal, Experiment before, NewExperiments experiments) {
        try {
            Experiment next = experiments.forFormula(text.strip(), goal, before);
            return new Valid(text, next, ProblemLatex.of(next.problem()));
        } catch (FormulaException e) {
            int lead = text.length() - text.stripLeading().length();
            FormulaException shown = e.shifted(lead);
            return new Wrong(text, String.valueOf(shown.getMessage()), shown.column(), shown.endColumn());
        } catch (IllegalArgumentException e) {
            return new Wrong(text, String.valueOf(e.getMessage()), 1, text.length() + 1);
        }
    }
}
