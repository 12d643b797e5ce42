package fallline.expr.parse;

import fallline.expr.Expr;
import fallline.expr.Function;
import fallline.expr.Interner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An open bracket while the formula is read: of a function's arguments, of a group, or the formula's own beginning.
final class Bracket {
    private final Token open;
    private final Token name;
    private final Optional<Function> function;
    private final List<Expr> arguments = new ArrayList<>();
    private Row row;

    /// A group.
    Bracket(Token open, Interner interner) {
        this.open = open;
        this.name = open;
        this.function = Optional.empty();
        this.row = new Row(interner);
    }

    /// A call.
    Bracket(Token open, Token name, Function function, Interner interner) {
        this.open = open;
        this.name = name;
        this.function = Optional.of(function);
        this.row = new Row(interner);
    }

    Token open() {
        return open;
    }

    /// The function's name; for a group the bracket.
    Token name() {
        return name;
    }

    Optional<Function> function() {
        return function;
    }

    /// What closes a bracket.
    static String closing(Token open) {
        return switch (open.text()) {
            case "[" -> "]";
            case "{" -> "}";
            case "|" -> "|";
            default -> ")";
        };
    }

    /// What closes it.
    String closing() {
        return closing(open);
    }

    /// Whether it is a pair of bars, an absolute value.
    boolean isBars() {
        return open.is("|");
    }

    boolean isCall() {
        return function.isPresent();
    }

    /// What was read since the bracket or the last comma.
    Row row() {
        return row;
    }

    void endArgument(Interner interner) {
        arguments.add(row.finish());
        row = new Row(interner);
    }

    List<Expr> arguments() {
        return arguments;
    }
}
