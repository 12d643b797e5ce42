package fallline.expr.eval;

import java.util.Optional;

/// A formula ready to be evaluated: a function of an array of slots, of which the first are variables and the others
/// parameters.
///
/// An instance holds scratch arrays: one thread uses it at a time, and [#twin] gives another thread its own.
/// Evaluations allocate nothing (except [#fault]) and never throw for numbers: outside the domain values are NaN or
/// infinite. All implementations agree to the bit, see [Interpreter].
public interface ScalarFunction {
    /// How many numbers it reads: variables first, then parameters.
    int slots();

    /// How many of the slots are variables.
    int variables();

    /// The value; `slots` is not changed.
    double value(double[] slots);

    /// The value, with the derivatives by the variables written into the first places of `gradient`.
    double gradient(double[] slots, double[] gradient);

    /// The Hessian (by the variables) times `direction`, written into `product`; `variables()` numbers each, distinct
    /// arrays.
    void hessianTimes(double[] slots, double[] direction, double[] product);

    /// How far the value may be from the true one because every operation rounds, to first order.
    ///
    /// It is the sum of 2⁻⁵³ of each operation's result (more for functions) times what the value gains when that
    /// result does. Source: Higham 2002, section 3.3.
    double rounding(double[] slots);

    /// The first operation that the value needs and whose argument is outside its domain: log ≤ 0, sqrt < 0, division
    /// by 0, negative base with a fractional exponent, 0 with a negative exponent, asin or acos beyond 1.
    Optional<Fault> fault(double[] slots);

    /// An equal function with scratch arrays of its own.
    ScalarFunction twin();
}
