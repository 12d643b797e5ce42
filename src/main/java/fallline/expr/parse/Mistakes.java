package fallline.expr.parse;

import fallline.expr.Expr;
import fallline.expr.FormulaException;
import fallline.expr.Function;
import fallline.expr.Scope;
import fallline.text.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What is wrong with a formula, in words: the place, what stands there, and what to write in its stead.
final class Mistakes {
    /// How others write names of ours.
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "arcsin", "asin", "arccos", "acos", "arctan", "atan", "arctan2", "atan2", "sgn", "sign", "lg", "log10",
            "power", "pow");

    private final String text;
    private final List<Token> tokens;
    private final Scope scope;

    /// @param text the formula
    /// @param tokens its words
    Mistakes(String text, List<Token> tokens, Scope scope) {
        this.text = text;
        this.tokens = tokens;
        this.scope = scope;
    }

    /// A single = where no name for the formula stands on its left.
    ///
    /// @param equals place of the first one
    FormulaException singleEquals(Token mistake, int equals) {
        boolean word = equals == 1
                && tokens.getFirst().kind() == Token.Kind.NAME
                && !scope.contains(tokens.getFirst().text());
        return mistake.error(
                "a single '='", word ? "write only what stands behind it, or == to compare" : "write == to compare");
    }

    FormulaException barsInBars(Token token) {
        return token.error("'|' inside | |", "write abs(x) for the inner one, or put it in brackets: |(|x|) - 1|");
    }

    FormulaException twoNumbers(Token token) {
        return token.error("two numbers side by side", "write * between them, and no spaces inside a number");
    }

    FormulaException tooDeep(Token token, int most) {
        return token.error(
                "more than " + most + " brackets, signs or exponents inside each other", "split the formula up");
    }

    /// `sin^2(x)` is a way to write sin(x)^2 on paper: it is offered.
    ///
    /// @param at place of what stands behind the name
    FormulaException withoutBrackets(Token name, Function function, int at) {
        boolean power = tokens.get(at).is("^")
                && tokens.get(at + 1).kind() == Token.Kind.NUMBER
                && tokens.get(at + 2).opens();
        int depth = 0;
        for (int i = at + 2; power && i < tokens.size(); i++) {
            depth += tokens.get(i).opens() ? 1 : tokens.get(i).closes() ? -1 : 0;
            if (depth == 0) {
                String argument =
                        text.substring(tokens.get(at + 2).start(), tokens.get(i).end());
                String instead =
                        name.text() + argument + "^" + tokens.get(at + 1).text();
                return new FormulaException(
                        "a power between " + name.text() + " and its argument",
                        name.start() + 1,
                        tokens.get(i).end() + 1,
                        "write " + instead,
                        instead);
            }
        }
        return name.error(
                "the function " + name.text() + " has no brackets", "write its argument as " + example(function));
    }

    /// @param at place behind the call
    FormulaException wrongArity(Token name, Function function, int given, int at) {
        String wanted = function.arity() == 1 ? "1 argument" : function.arity() + " arguments";
        return new FormulaException(
                function.symbol() + " takes " + wanted + " but has " + given,
                name.start() + 1,
                tokens.get(at - 1).end() + 1,
                "write " + example(function) + (given > 1 ? ", and decimals with a point" : ""));
    }

    private static String example(Function function) {
        String arguments =
                switch (function.arity()) {
                    case 1 -> "x";
                    case 2 -> "a, b";
                    default -> "condition, a, b";
                };
        return function.symbol() + "(" + arguments + ")";
    }

    /// What cannot stand behind an operand where no bracket is open.
    ///
    /// @param at its place
    FormulaException outsideBrackets(Token token, int at) {
        if (token.closes()) {
            return token.error(
                    "the bracket " + Quote.of(token.text()) + " has no opening bracket",
                    "remove it or open one before");
        }
        return token.is(",")
                ? comma(token, at)
                : token.error(Quote.of(token.text()) + " is not expected", "an operator or the end is");
    }

    /// What stands where the innermost bracket ought to be closed.
    ///
    /// @param at its place
    FormulaException notClosed(Token token, Bracket innermost, int at) {
        Token open = innermost.open();
        String wanted = innermost.closing();
        if (token.kind() == Token.Kind.END) {
            return open.error("the bracket " + Quote.of(open.text()) + " is not closed", "add a " + Quote.of(wanted));
        }
        return token.is(",")
                ? comma(token, at)
                : token.error(
                        Quote.of(token.text()) + " closes the " + Quote.of(open.text()) + " of column "
                                + (open.start() + 1),
                        "write " + Quote.of(wanted));
    }

    private FormulaException comma(Token token, int at) {
        Token before = tokens.get(at - 1);
        Token after = tokens.get(at + 1);
        boolean decimal = before.kind() == Token.Kind.NUMBER && after.kind() == Token.Kind.NUMBER;
        return token.error(
                "a comma outside a function's brackets",
                decimal ? "write decimals with a point, as in " + before.text() + "." + after.text() : "remove it");
    }

    /// @param at place of what stands where an operand ought to
    FormulaException missingOperand(Token token, int at) {
        String expected = "a number, a name or a bracket is expected";
        if (token.kind() == Token.Kind.END) {
            // Underline the last word: there is nothing to see behind it.
            Token last = tokens.get(at - 1);
            return last.error("the formula ends after " + Quote.of(last.text()), expected + " behind it");
        }
        if (at > 0) {
            return token.error(
                    Quote.of(token.text()) + " follows "
                            + Quote.of(tokens.get(at - 1).text()),
                    expected);
        }
        return token.error("the formula begins with " + Quote.of(token.text()), expected);
    }

    /// Offers what may have been meant: another spelling, brackets, a product, else the names that there are.
    FormulaException unknownName(Token token) {
        String problem = "unknown name " + Quote.of(token.text());
        String lower = token.text().toLowerCase(Locale.ROOT);
        String other = OTHER_NAMES.getOrDefault(lower, lower);
        if (!other.equals(token.text()) && Function.of(other).isPresent()) {
            return token.error(problem, "use " + other);
        }
        for (Function function : Function.values()) {
            String symbol = function.symbol();
            if (function.arity() == 1 && lower.startsWith(symbol) && scope.contains(lower.substring(symbol.length()))) {
                String instead = symbol + "(" + lower.substring(symbol.length()) + ")";
                return token.mended(problem, "write " + Quote.shortened(instead), instead);
            }
        }
        Optional<List<String>> parts = new NameSplitter(scope).split(token.text());
        if (parts.isPresent()) {
            String product = String.join(" ", parts.get());
            return token.mended(
                    problem,
                    "write " + Quote.shortened(product) + " for a product, or declare " + Quote.shortened(token.text()),
                    product);
        }
        List<String> known = new ArrayList<>(scope.names());
        for (Expr.Constant constant : Expr.Constant.values()) {
            if (!scope.contains(constant.symbol())) {
                known.add(constant.symbol());
            }
        }
        return token.error(problem, "use " + Quote.list(known) + " or declare it");
    }
}
