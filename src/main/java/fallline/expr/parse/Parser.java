package fallline.expr.parse;

import fallline.expr.Comparison;
import fallline.expr.Expr;
import fallline.expr.FormulaException;
import fallline.expr.Function;
import fallline.expr.Interner;
import fallline.expr.Scope;
import fallline.number.Numbers;
import fallline.text.Quote;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads a formula. Precedence, high to low: call; ^ (right); unary −; implicit product; * /; + −; comparison.
///
/// So −x^2 is −(x²), 1/2x is 1/(2x), 2^3^2 is 2^9, 2^-1 is 0.5, and `a(b + c)` is a call only if `a` is a function's
/// name, else a product. Square and curly brackets serve as round ones. `√` takes the factor behind it, with its power:
/// √2x is √2·x, √x^2 is √(x²). `|x|` is abs(x); bars stand inside bars only within brackets. What stands on the left in
/// `J(w) = w^2` is a name for the formula, and passed over. A formula has at most [#MAX_LENGTH] characters, at most
/// [#MAX_NESTING] brackets, signs and exponents inside each other, and as many divisions in a row.
public final class Parser {
    /// The longest formula, in characters.
    public static final int MAX_LENGTH = 20_000;

    /// The deepest nesting.
    public static final int MAX_NESTING = 500;

    /// A message lists no more names than this.

    private static final Map<String, String> OTHER_NAMES = Map.of(
            "arcsin", "asin", "arccos", "acos", "arctan", "atan", "arctan2", "atan2", "sgn", "sign", "lg", "log10",
            "power", "pow");

    private static final String PI = "π";

    private final String text;
    private final Scope scope;
    private final List<Token> tokens;
    private final Interner interner = new Interner();
    private final Deque<Bracket> brackets = new ArrayDeque<>();
    private int at;
    private int nesting;

    private Parser(String text, List<Token> tokens, Scope scope) {
        this.text = text;
        this.tokens = tokens;
        this.scope = scope;
        brackets.push(new Bracket(tokens.getFirst(), interner));
    }

    /// The formula that `text` says; equal parts are one object.
    ///
    /// @throws FormulaException with the column and the remedy
    public static Expr parse(String text, Scope scope) throws FormulaException {
        if (text.length() > MAX_LENGTH) {
            throw new FormulaException(
                    "the formula has " + Numbers.whole(text.length()) + " characters, too many from the one",
                    MAX_LENGTH + 1,
                    text.length() + 1,
                    "at most " + Numbers.whole(MAX_LENGTH) + " are possible");
        }
        if (text.isBlank()) {
            throw new FormulaException("the formula is empty", 1, text.length() + 1, "type one such as x^2 + y^2");
        }
        Parser parser = new Parser(text, new Lexer(text).tokens(), scope);
        parser.passLeftSide();
        return parser.whole();
    }

    /// Passes over `f(x, y) =`; a single = at any other place is a mistake.
    private void passLeftSide() throws FormulaException {
        int equals = 0;
        while (!tokens.get(equals).is("=") && tokens.get(equals).kind() != Token.Kind.END) {
            equals++;
        }
        if (tokens.get(equals).kind() == Token.Kind.END) {
            return;
        }
        boolean named = equals >= 4
                && tokens.get(0).kind() == Token.Kind.NAME
                && tokens.get(1).is("(")
                && tokens.get(equals - 1).is(")");
        for (int i = 2; named && i < equals - 1; i++) {
            Token token = tokens.get(i);
            named = i % 2 == 0 ? token.kind() == Token.Kind.NAME : token.is(",");
        }
        Optional<Token> second = tokens.subList(equals + 1, tokens.size()).stream()
                .filter(token -> token.is("="))
                .findFirst();
        if (named && equals % 2 == 0 && second.isEmpty()) {
            at = equals + 1;
            return;
        }
        Token mistake = named ? second.orElse(tokens.get(equals)) : tokens.get(equals);
        boolean word = equals == 1
                && tokens.getFirst().kind() == Token.Kind.NAME
                && !scope.contains(tokens.getFirst().text());
        throw mistake.error(
                "a single '='", word ? "write only what stands behind it, or == to compare" : "write == to compare");
    }

    /// Reads operands and what stands between them; brackets wait on a stack of ours, not on Java's.
    private Expr whole() throws FormulaException {
        while (true) {
            Optional<Expr> operand = operand();
            while (operand.isPresent()) {
                Token token = peek();
                if (token.is("^")) {
                    at++;
                    enter(token);
                    innermost().row().base(operand.get());
                    break;
                }
                nesting -= innermost().row().operand(operand.get());
                if (continues(token)) {
                    break;
                }
                if (token.is(",") && innermost().isCall()) {
                    at++;
                    innermost().endArgument(interner);
                    break;
                }
                if (brackets.size() == 1 && token.kind() == Token.Kind.END) {
                    return innermost().row().finish();
                }
                operand = Optional.of(close(token));
            }
        }
    }

    /// Reads up to the end of an operand without brackets; empty where a sign or an opening bracket was read instead.
    private Optional<Expr> operand() throws FormulaException {
        Token token = peek();
        Optional<Function> function = token.kind() == Token.Kind.NAME ? Function.of(token.text()) : Optional.empty();
        if (function.isPresent()) {
            return openCall(token, function.get());
        }
        if (token.kind() == Token.Kind.NUMBER) {
            at++;
            return Optional.of(interner.number(token.value()));
        }
        if (token.kind() == Token.Kind.NAME) {
            at++;
            return Optional.of(name(token));
        }
        if (token.is("-") || token.is("+")) {
            at++;
            enter(token);
            innermost().row().sign(token.is("-"));
            return Optional.empty();
        }
        if (token.is("√")) {
            at++;
            enter(token);
            innermost().row().root();
            return Optional.empty();
        }
        if (token.is("|") && inBars()) {
            throw token.error("'|' inside | |", "write abs(x) for the inner one, or put it in brackets: |(|x|) - 1|");
        }
        if (isOpening(token) || token.is("|")) {
            at++;
            enter(token);
            brackets.push(new Bracket(token, interner));
            return Optional.empty();
        }
        throw missingOperand(token);
    }

    private boolean inBars() {
        return brackets.size() > 1 && innermost().isBars();
    }

    private Bracket innermost() {
        return brackets.element();
    }

    /// Whether an operator was read, or another operand follows at once.
    private boolean continues(Token token) throws FormulaException {
        Row row = innermost().row();
        Optional<Comparison> comparison = comparisonAt(token);
        if (token.is("*") || token.is("/")) {
            at++;
            row.factor(token);
        } else if (token.is("+") || token.is("-")) {
            at++;
            row.term(token.is("-"));
        } else if (comparison.isPresent()) {
            at++;
            row.compare(comparison.get(), token);
        } else if (!startsOperand(token)) {
            return false;
        } else if (token.kind() == Token.Kind.NUMBER && tokens.get(at - 1).kind() == Token.Kind.NUMBER) {
            throw token.error("two numbers side by side", "write * between them, and no spaces inside a number");
        }
        return true;
    }

    private static Optional<Comparison> comparisonAt(Token token) {
        for (Comparison comparison : Comparison.values()) {
            if (token.is(comparison.symbol())) {
                return Optional.of(comparison);
            }
        }
        return Optional.empty();
    }

    private boolean startsOperand(Token token) {
        return token.kind() == Token.Kind.NUMBER
                || token.kind() == Token.Kind.NAME
                || isOpening(token)
                || token.is("√")
                || (token.is("|") && !inBars());
    }

    private static boolean isOpening(Token token) {
        return token.is("(") || token.is("[") || token.is("{");
    }

    private static boolean isClosing(Token token) {
        return token.is(")") || token.is("]") || token.is("}");
    }

    private Expr name(Token token) throws FormulaException {
        if (scope.contains(token.text())) {
            return interner.name(token.text());
        }
        if (token.text().equals(PI) && scope.contains(Expr.Constant.PI.symbol())) {
            return interner.name(Expr.Constant.PI.symbol());
        }
        for (Expr.Constant constant : Expr.Constant.values()) {
            boolean letter = constant == Expr.Constant.PI && token.text().equals(PI);
            if (letter || constant.symbol().equals(token.text())) {
                return interner.constant(constant);
            }
        }
        throw unknownName(token);
    }

    private Optional<Expr> openCall(Token name, Function function) throws FormulaException {
        at++;
        Token open = peek();
        if (!isOpening(open)) {
            throw withoutBrackets(name, function);
        }
        at++;
        if (peek().is(Bracket.closing(open))) {
            at++;
            throw wrongArity(name, function, 0);
        }
        enter(open);
        brackets.push(new Bracket(open, name, function, interner));
        return Optional.empty();
    }

    /// `sin^2(x)` is a way to write sin(x)^2 on paper: it is offered.
    private FormulaException withoutBrackets(Token name, Function function) {
        boolean power =
                peek().is("^") && tokens.get(at + 1).kind() == Token.Kind.NUMBER && isOpening(tokens.get(at + 2));
        int depth = 0;
        for (int i = at + 2; power && i < tokens.size(); i++) {
            depth += isOpening(tokens.get(i)) ? 1 : isClosing(tokens.get(i)) ? -1 : 0;
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

    private Expr call(Token name, Function function, List<Expr> arguments) throws FormulaException {
        boolean pairwise = function == Function.MIN || function == Function.MAX;
        int given = arguments.size();
        if (given != function.arity() && !(pairwise && given > 2)) {
            throw wrongArity(name, function, given);
        }
        Expr result = interner.call(function, arguments.subList(0, function.arity()));
        for (Expr argument : arguments.subList(function.arity(), given)) {
            result = interner.call(function, List.of(result, argument));
        }
        return result;
    }

    private FormulaException wrongArity(Token name, Function function, int given) {
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

    /// The value of the innermost bracket, which `token` ought to close.
    private Expr close(Token token) throws FormulaException {
        if (brackets.size() == 1) {
            if (isClosing(token)) {
                throw token.error(
                        "the bracket " + Quote.of(token.text()) + " has no opening bracket",
                        "remove it or open one before");
            }
            throw unexpectedComma(token).orElseGet(() -> unexpected(token));
        }
        Token open = innermost().open();
        String wanted = innermost().closing();
        if (token.kind() == Token.Kind.END) {
            throw open.error("the bracket " + Quote.of(open.text()) + " is not closed", "add a " + Quote.of(wanted));
        }
        if (token.is(",")) {
            throw unexpectedComma(token).orElseGet(() -> unexpected(token));
        }
        if (!token.is(wanted)) {
            throw token.error(
                    Quote.of(token.text()) + " closes the " + Quote.of(open.text()) + " of column "
                            + (open.start() + 1),
                    "write " + Quote.of(wanted));
        }
        at++;
        nesting--;
        Bracket closed = brackets.pop();
        closed.endArgument(interner);
        if (closed.isBars()) {
            return interner.call(Function.ABS, closed.arguments());
        }
        return closed.function().isPresent()
                ? call(closed.name(), closed.function().get(), closed.arguments())
                : closed.arguments().getFirst();
    }

    private void enter(Token token) throws FormulaException {
        if (++nesting > MAX_NESTING) {
            throw token.error(
                    "more than " + MAX_NESTING + " brackets, signs or exponents inside each other",
                    "split the formula up");
        }
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Optional<FormulaException> unexpectedComma(Token token) {
        if (!token.is(",")) {
            return Optional.empty();
        }
        Token before = tokens.get(at - 1);
        Token after = tokens.get(at + 1);
        boolean decimal = before.kind() == Token.Kind.NUMBER && after.kind() == Token.Kind.NUMBER;
        return Optional.of(token.error(
                "a comma outside a function's brackets",
                decimal ? "write decimals with a point, as in " + before.text() + "." + after.text() : "remove it"));
    }

    private static FormulaException unexpected(Token token) {
        return token.error(Quote.of(token.text()) + " is not expected", "an operator or the end is");
    }

    private FormulaException missingOperand(Token token) {
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

    private FormulaException unknownName(Token token) {
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
        return token.error(problem, "use " + offered(known) + " or declare it");
    }

    private static String offered(List<String> names) {
        return Quote.list(names);
    }
}
