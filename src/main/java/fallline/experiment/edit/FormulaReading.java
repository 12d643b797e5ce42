package fallline.experiment.edit;

import fallline.experiment.Experiment;
import fallline.expr.FormulaException;
import fallline.expr.Function;
import fallline.expr.Scope;
import fallline.objective.Goal;
import fallline.problem.FormulaText;
import fallline.problem.ProblemLatex;
import java.util.List;
import java.util.Optional;

/// What became of a text that was typed as a formula.
public sealed interface FormulaReading {
    /// The text that was read.
    String text();

    /// A formula, put into an experiment.
    record Valid(String text, Experiment experiment, ProblemLatex latex) implements FormulaReading {}

    /// No formula.
    ///
    /// @param sentence where and why, and what to write instead
    /// @param column where, from 1
    /// @param endColumn the column behind it
    /// @param instead what may stand in the place of these columns; empty if nothing would mend the text
    record Wrong(String text, String sentence, int column, int endColumn, String instead) implements FormulaReading {
        /// The text with the mistake mended, if that is known.
        public Optional<String> mended() {
            return instead.isEmpty()
                    ? Optional.empty()
                    : Optional.of(text.substring(0, column - 1) + instead + text.substring(endColumn - 1));
        }

        /// The name at that place which is neither a variable nor a parameter and could be either, if that is what is
        /// wrong.
        public Optional<String> unknownName() {
            int end = Math.min(text.length(), endColumn - 1);
            String word = column - 1 < end ? Scope.plain(text.substring(column - 1, end)) : "";
            boolean free = Scope.isName(word) && Function.of(word).isEmpty();
            return free && isInFormula() ? Optional.of(word) : Optional.empty();
        }

        private boolean isInFormula() {
            try {
                FormulaText.parse(text);
                return true;
            } catch (FormulaException _) {
                return false; // the mistake is in a parameter behind the formula
            }
        }
    }

    /// Reads a text; not for the FX thread, for a long formula takes long.
    ///
    /// @param before the experiment whose problem the formula replaces
    /// @param known names that are variables where they occur, besides those of `before`
    public static FormulaReading read(
            String text, Goal goal, List<String> known, Experiment before, NewExperiments experiments) {
        try {
            Experiment next = experiments.forFormula(text, goal, known, before);
            return new Valid(text, next, next.problem().notation().mathematics());
        } catch (FormulaException e) {
            return new Wrong(text, String.valueOf(e.getMessage()), e.column(), e.endColumn(), e.instead());
        } catch (IllegalArgumentException e) {
            return new Wrong(text, String.valueOf(e.getMessage()), 1, text.length() + 1, "");
        }
    }
}
