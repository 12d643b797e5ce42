package fallline.experiment.edit;

import fallline.expr.Expr;
import fallline.expr.FormulaException;
import fallline.expr.Function;
import fallline.expr.Graph;
import fallline.expr.Scope;
import fallline.expr.parse.Parser;
import fallline.text.Quote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// Finds the variables of a formula that was typed without saying what they are.
///
/// A variable is a letter, or the name of a Greek one, with a number behind it if wanted: `w`, `x2`, `theta_1`. A
/// longer word is no variable but a slip (`xy`, `sinx`), and the parser's error says what to write instead.
public final class FormulaVariables {
    private static final Pattern NAME =
            Pattern.compile("(?:\\p{L}|alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa"
                    + "|lambda|mu|nu|xi|rho|sigma|tau|phi|chi|psi|omega)_?\\d{0,3}");
    private static final Pattern PRODUCT = Pattern.compile("\\p{L}{2,3}");
    private static final int MOST = 100;

    private FormulaVariables() {}

    /// The variables of `text` in alphabetical order, numbers by their size.
    ///
    /// @throws FormulaException if the text cannot be read, or has no variable
    public static List<String> of(String text) throws FormulaException {
        return of(text, List.of(), List.of());
    }

    /// The variables of `text`, when some of its names are known already.
    ///
    /// @param variables names of any form that are variables; if they are all that the text has, they keep their
    /// order
    /// @param parameters names that are none
    /// @throws FormulaException if the text cannot be read, or has no variable
    public static List<String> of(String text, List<String> variables, List<String> parameters)
            throws FormulaException {
        List<String> names = new ArrayList<>(variables);
        names.addAll(parameters);
        while (true) {
            try {
                Expr formula = Parser.parse(text, new Scope(names));
                names.retainAll(Graph.names(formula));
                names.removeAll(parameters);
                break;
            } catch (FormulaException e) {
                names.add(freeName(text, names, e));
            }
        }
        if (names.equals(variables) && !names.isEmpty()) {
            return List.copyOf(names);
        }
        if (names.isEmpty()) {
            throw new FormulaException(
                    "the formula has no variable", 1, text.length() + 1, "use a letter such as w, or x and y");
        }
        names.sort(Comparator.comparing(FormulaVariables::letters).thenComparingInt(FormulaVariables::number));
        return List.copyOf(names);
    }

    /// The name at the place of the error, if that is what the error is about; else the error.
    private static String freeName(String text, List<String> names, FormulaException error) throws FormulaException {
        int from = error.column() - 1;
        int to = Math.min(text.length(), error.endColumn() - 1);
        String word = from >= 0 && from < to ? Scope.plain(text.substring(from, to)) : "";
        boolean unknown =
                Scope.isName(word) && !names.contains(word) && Function.of(word).isEmpty();
        if (!unknown || names.size() >= MOST) {
            throw error;
        }
        if (!NAME.matcher(word).matches()) {
            throw error.instead().isEmpty() && PRODUCT.matcher(word).matches() ? product(word, error) : error;
        }
        return word;
    }

    /// Few letters that are no name yet are a product more often than a name: `mx` is m x.
    private static FormulaException product(String word, FormulaException error) {
        String product = String.join(" ", word.split(""));
        return new FormulaException(
                "unknown name " + Quote.of(word),
                error.column(),
                error.endColumn(),
                "write " + product + " for a product, or declare " + word,
                product);
    }

    private static String letters(String name) {
        return name.replaceAll("[_\\d]+$", "");
    }

    private static int number(String name) {
        String digits = name.replaceAll("\\D", "");
        return digits.isEmpty() ? -1 : Integer.parseInt(digits);
    }
}
