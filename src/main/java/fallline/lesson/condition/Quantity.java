package fallline.lesson.condition;

import fallline.card.CardException;
import fallline.card.CardLine;
import fallline.expr.Expr;
import fallline.expr.FormulaException;
import fallline.expr.Scope;
import fallline.expr.eval.Interpreter;
import fallline.expr.parse.Parser;
import fallline.lesson.state.Known;
import fallline.lesson.state.Script;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A number that the engine knows, as an expression: `J`, `w at 3`, `abs(x - 3) + J at end of Adam`,
/// `w at 1 with rate = 0.5`. Immutable, usable on any thread.
public final class Quantity {
    private final String text;
    private final Interpreter program;
    private final List<Reference> slots;
    private final boolean comparison;
    private final Script with;

    private Quantity(String text, Expr formula, Map<String, Reference> names, Script with) {
        this.text = text;
        this.with = with;
        slots = List.copyOf(names.values());
        program = new Interpreter(formula, List.copyOf(names.keySet()), 0);
        comparison = formula instanceof Expr.Compare
                || (slots.size() == 1 && formula instanceof Expr.Name && slots.getFirst() instanceof Reference.Test);
    }

    /// Reads the quantity that stands in a line; behind `with` may stand a script, after which it is taken.
    ///
    /// @param begin the offset of its first character
    /// @param end the offset behind it
    /// @throws CardException with the place, where it cannot be read
    public static Quantity parse(CardLine line, int begin, int end, Vocabulary vocabulary) throws CardException {
        int behind = keyword(line.text(), " with ", begin, end);
        Script script = Script.EMPTY;
        if (behind < end) {
            script = Script.parse(CardLine.of(line.text().substring(0, end)), behind + " with ".length());
        }
        return parse(line, begin, behind, vocabulary, script);
    }

    private static int keyword(String text, String word, int begin, int end) {
        int found = text.indexOf(word, begin);
        return found < 0 || found >= end ? end : found;
    }

    private static Quantity parse(CardLine line, int begin, int end, Vocabulary vocabulary, Script script)
            throws CardException {
        References references = new References(line, begin, end, vocabulary);
        try {
            Scope scope = new Scope(List.copyOf(references.found().keySet()));
            Expr formula = Parser.parse(references.plain(), scope);
            return new Quantity(line.text().substring(begin, end).strip(), formula, references.found(), script);
        } catch (FormulaException e) {
            throw line.mistake(e.sentence(), "", begin + e.column() - 1, begin + e.endColumn() - 1);
        } catch (IllegalArgumentException e) {
            throw line.mistake(String.valueOf(e.getMessage()), "", begin, end);
        }
    }

    /// The quantity that a text is.
    ///
    /// @throws CardException with the column, where it cannot be read
    public static Quantity parse(String text, Vocabulary vocabulary) throws CardException {
        return parse(CardLine.of(text), 0, text.length(), vocabulary);
    }

    /// Its number; NaN where something that it asks for is not known, or does not exist.
    ///
    /// @throws IllegalArgumentException with a sentence, if its script cannot be done
    public double value(Known known) {
        return program.twin().value(values(known));
    }

    private double[] values(Known known) {
        Known there = with.assignments().isEmpty() ? known : known.after(with);
        double[] values = new double[slots.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = slots.get(i).value(there);
        }
        return values;
    }

    /// Whether everything that it asks for is known, and it is true.
    boolean holds(Known known) {
        double[] values = values(known);
        return Arrays.stream(values).noneMatch(Double::isNaN) && program.twin().value(values) == 1;
    }

    /// Whether it is a comparison, so that it can be a condition.
    boolean isComparison() {
        return comparison;
    }

    /// The script behind `with`; empty if there is none.
    public Optional<Script> script() {
        return Optional.of(with).filter(script -> !script.assignments().isEmpty());
    }

    /// As written, without what stands behind `with`.
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}
