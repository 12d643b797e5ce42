package fallline.expr.parse;

import fallline.expr.Comparison;
import fallline.expr.Expr;
import fallline.expr.FormulaException;
import fallline.expr.Function;
import fallline.expr.Interner;
import fallline.expr.Scope;
import fallline.number.Numbers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
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

    private static final String PI = "π";

    private final Scope scope;
    private final List<Token> tokens;
    private final Mistakes mistakes;
    private final Interner interner = new Interner();
    private final Deque<Bracket> brackets = new ArrayDeque<>();
    private int at;
    private int nesting;

    private Parser(String text, List<Token> tokens, Scope scope) {
        this.tokens = tokens;
        this.scope = scope;
        mistakes = new Mistakes(text, tokens, scope);
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
        throw mistakes.singleEquals(named ? second.orElse(tokens.get(equals)) : tokens.get(equals), equals);
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
            throw mistakes.barsInBars(token);
        }
        if (token.opens() || token.is("|")) {
            at++;
            enter(token);
            brackets.push(new Bracket(token, interner));
            return Optional.empty();
        }
        throw mistakes.missingOperand(token, at);
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
            throw mistakes.twoNumbers(token);
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
                || token.opens()
                || token.is("√")
                || (token.is("|") && !inBars());
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
        throw mistakes.unknownName(token);
    }

    private Optional<Expr> openCall(Token name, Function function) throws FormulaException {
        at++;
        Token open = peek();
        if (!open.opens()) {
            throw mistakes.withoutBrackets(name, function, at);
        }
        at++;
        if (peek().is(Bracket.closing(open))) {
            at++;
            throw mistakes.wrongArity(name, function, 0, at);
        }
        enter(open);
        brackets.push(new Bracket(open, name, function, interner));
        return Optional.empty();
    }

    private Expr call(Token name, Function function, List<Expr> arguments) throws FormulaException {
        boolean pairwise = function == Function.MIN || function == Function.MAX;
        int given = arguments.size();
        if (given != function.arity() && !(pairwise && given > 2)) {
            throw mistakes.wrongArity(name, function, given, at);
        }
        Expr result = interner.call(function, arguments.subList(0, function.arity()));
        for (Expr argument : arguments.subList(function.arity(), given)) {
            result = interner.call(function, List.of(result, argument));
        }
        return result;
    }

    /// The value of the innermost bracket, which `token` ought to close.
    private Expr close(Token token) throws FormulaException {
        if (brackets.size() == 1) {
            throw mistakes.outsideBrackets(token, at);
        }
        if (!token.is(innermost().closing())) {
            throw mistakes.notClosed(token, innermost(), at);
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
            throw mistakes.tooDeep(token, MAX_NESTING);
        }
    }

    private Token peek() {
        return tokens.get(at);
    }
}
