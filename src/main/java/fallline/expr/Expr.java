package fallline.expr;

import java.util.List;

/// A formula as a tree, or, since equal parts may be one object, as a directed graph without cycles.
///
/// Nodes are immutable. The parser, [Derivative] and [Simplifier] share equal nodes through an [Interner] and put signs
/// outermost (−2·x is the negation of 2·x), which changes no bit of any value. Subtraction is a sum with a negated
/// term. `equals` compares whole trees: on a derived graph with much sharing compare by identity or by text instead.
public sealed interface Expr {
    /// The direct parts, in the written order.
    default List<Expr> children() {
        return switch (this) {
            case Num _, Name _, Constant _ -> List.of();
            case Sum(var terms) -> terms;
            case Product(var factors) -> factors;
            case Quotient(var numerator, var denominator) -> List.of(numerator, denominator);
            case Negate(var operand) -> List.of(operand);
            case Power(var base, var exponent) -> List.of(base, exponent);
            case Call call -> call.arguments();
            case Compare compare -> List.of(compare.left(), compare.right());
        };
    }

    /// A finite literal number.
    record Num(double value) implements Expr {
        /// The whole number of at most 64 in size that this is; such powers are repeated squarings.
        public boolean isSmallWhole() {
            return Math.abs(value) <= 64 && value == Math.rint(value);
        }
    }

    /// A variable or parameter.
    record Name(String name) implements Expr {}

    /// A number with a name of its own.
    enum Constant implements Expr {
        PI("pi", "\\pi", Math.PI),
        E("e", "e", Math.E);

        private final String symbol;
        private final String latex;
        private final double value;

        Constant(String symbol, String latex, double value) {
            this.symbol = symbol;
            this.latex = latex;
            this.value = value;
        }

        /// As it stands in a formula.
        public String symbol() {
            return symbol;
        }

        /// As it stands in LaTeX.
        public String latex() {
            return latex;
        }

        /// The double nearest to it.
        public double value() {
            return value;
        }
    }

    /// Two or more terms, added from left to right.
    record Sum(List<Expr> terms) implements Expr {
        public Sum {
            terms = List.copyOf(terms);
        }
    }

    /// Two or more factors, multiplied from left to right.
    record Product(List<Expr> factors) implements Expr {
        public Product {
            factors = List.copyOf(factors);
        }
    }

    /// Numerator / denominator.
    record Quotient(Expr numerator, Expr denominator) implements Expr {}

    /// −operand.
    record Negate(Expr operand) implements Expr {}

    /// base ^ exponent.
    record Power(Expr base, Expr exponent) implements Expr {}

    /// A function of its arguments.
    record Call(Function function, List<Expr> arguments) implements Expr {
        public Call {
            arguments = List.copyOf(arguments);
            if (arguments.size() != function.arity()) {
                throw new IllegalArgumentException(
                        function.symbol() + " takes " + function.arity() + " arguments, got " + arguments.size());
            }
        }

        /// The first, often the only, argument.
        public Expr argument() {
            return arguments.getFirst();
        }
    }

    /// 1 where the comparison holds, else 0.
    record Compare(Comparison comparison, Expr left, Expr right) implements Expr {}
}
