package fallline.problem;

import fallline.expr.algebra.KinkFinder;
import fallline.objective.formula.CatalogueFunction.Kind;
import fallline.objective.formula.FormulaParameter;
import fallline.objective.formula.FunctionCatalogue;
import java.util.Arrays;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/// The card of a formula that somebody typed, as the user's own catalogue keeps it. docs/functions.md describes cards.
///
/// @param id what the file is called: the name's letters and digits
/// @param text what [FunctionCatalogue#parse] reads back
public record FunctionCard(String id, String text) {
    /// How far the box reaches on both sides of 0, as a multiple of the largest coordinate of the start.
    private static final double REACH = 1.5;

    /// The card of a formula with a box around the start and the origin.
    ///
    /// @param name what it is to be called
    /// @param start a finite number for each variable
    /// @throws IllegalArgumentException with a sentence, if the name has no letter or digit, or is one of the
    /// catalogue
    public static FunctionCard of(String name, Problem.Formula formula, double[] start) {
        String plain = name.strip().replaceAll("\\s+", " ");
        String id = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        if (id.isEmpty()) {
            throw new IllegalArgumentException("The name must have a letter from a to z or a digit: type another one.");
        }
        if (FunctionCatalogue.ids().contains(id)) {
            throw new IllegalArgumentException("The catalogue has a function named " + id + ": type another name.");
        }
        double half =
                REACH * Math.max(1, Arrays.stream(start).map(Math::abs).max().orElse(1));
        Kind kind = KinkFinder.find(formula.objective().formula(), formula.variables())
                        .isEmpty()
                ? Kind.SMOOTH
                : Kind.KINKED;
        StringJoiner card = new StringJoiner("\n", "", "\n");
        card.add("name: " + plain);
        card.add("kind: " + kind.word());
        card.add("source: typed in Fall Line");
        card.add("teaches: A function of your own; its card can be edited.").add("");
        formula.parameters().forEach((key, value) -> card.add(FormulaText.declaration(key, holding(value))));
        card.add("J(" + String.join(", ", formula.variables()) + ") = " + formula.expression())
                .add("");
        card.add("box: "
                + formula.variables().stream()
                        .map(variable -> variable + " " + -half + " .. " + half)
                        .collect(Collectors.joining(", ")));
        card.add("start: " + Arrays.stream(start).mapToObj(Double::toString).collect(Collectors.joining(", ")));
        return new FunctionCard(id, card.toString());
    }

    /// A typed value may lie beyond its slider, but not in a card.
    private static FormulaParameter holding(FormulaParameter parameter) {
        return new FormulaParameter(
                parameter.value(),
                Math.min(parameter.min(), parameter.value()),
                Math.max(parameter.max(), parameter.value()),
                parameter.logarithmic());
    }
}
