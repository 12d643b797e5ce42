package fallline.optimizer.rule;

import fallline.optimizer.Equation;
import java.util.List;
import java.util.Optional;

/// What became of a text that was typed as a rule.
///
/// @param rule what the text describes, if it can be read
/// @param mistake why it cannot
public record RuleReading(String text, Optional<RuleOptimizer> rule, Optional<Mistake> mistake) {
    /// A mistake in the text.
    ///
    /// @param sentence where and why, and what to write instead
    /// @param line from 1
    /// @param column from 1
    /// @param endColumn the column behind the place
    public record Mistake(String sentence, int line, int column, int endColumn) {}

    /// Reads a text.
    public static RuleReading read(String id, String text) {
        try {
            return new RuleReading(text, Optional.of(RuleOptimizer.parse(id, text)), Optional.empty());
        } catch (RuleException e) {
            return wrong(text, new Mistake(String.valueOf(e.getMessage()), e.line(), e.column(), e.endColumn()));
        } catch (IllegalArgumentException e) {
            return wrong(text, new Mistake(String.valueOf(e.getMessage()), 1, 1, 2));
        }
    }

    private static RuleReading wrong(String text, Mistake mistake) {
        return new RuleReading(text, Optional.empty(), Optional.of(mistake));
    }

    /// The rule's lines in symbols; none if it cannot be read.
    public List<Equation> equations() {
        return rule.map(RuleOptimizer::equations).orElse(List.of());
    }
}
