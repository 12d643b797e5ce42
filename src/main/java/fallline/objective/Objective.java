package fallline.objective;

import fallline.objective.kernel.Lasso;
import fallline.objective.kernel.WeightBlock;
import java.util.List;
import java.util.Optional;

/// A scalar function J of n parameters θ with its exact derivatives.
///
/// An instance may hold scratch arrays: one thread uses it at a time, and [#twin] gives another thread its own. Nothing
/// is allocated by an evaluation. Values outside the domain are NaN or infinite, never an exception.
public interface Objective {
    /// The number of parameters, n ≥ 1.
    int dimension();

    /// The parameters' names in the order of θ, as they stand in a trace's columns.
    List<String> parameterNames();

    /// Whether J is to be made small or large.
    Goal goal();

    /// J(θ); `theta` has n numbers and is not changed.
    double value(double[] theta);

    /// J(θ), with ∇J(θ) written into the first n places of `gradient`.
    double gradient(double[] theta, double[] gradient);

    /// J(θ) for pictures: as [#value], but possibly with other last digits where that is much cheaper.
    default double survey(double[] theta) {
        return value(theta);
    }

    /// How many rows of data a call of [#survey] goes through; 1 where it goes through none.
    default int surveyedRows() {
        return 1;
    }

    /// The product of the Hessian at θ with `direction`, written into `product` (n numbers each, distinct arrays).
    void hessianTimes(double[] theta, double[] direction, double[] product);

    /// The first operation that J(θ) cannot do at the finite θ (a logarithm of −1, a division by 0), if there is one.
    default Optional<DomainFault> domainFault(double[] theta) {
        return Optional.empty();
    }

    /// How far J(θ) as it is computed may be from the true J(θ) because of rounding, in size and not in sign: a few
    /// ulps of J, unless more is known.
    default double rounding(double[] theta) {
        return 0x1p-50 * Math.abs(value(theta));
    }

    /// The best point, where a closed form or a convergent computation gives it.
    default Optional<Optimum> optimum() {
        return Optional.empty();
    }

    /// As [#optimum] for pictures, which do not wait: where it takes long it is looked for in the background, and empty
    /// until it is found.
    default Optional<Optimum> optimumAtHand() {
        return optimum();
    }

    /// Whether J falls for ever towards infinity, so that it has no best point: known of logistic regression on classes
    /// that a plane separates.
    default boolean infimumAtInfinity() {
        return false;
    }

    /// Whether J is known to be convex (where it is maximised, whether −J is).
    default boolean isConvex() {
        return false;
    }

    /// The part of J with a kink that steps leave to a proximal step of their own; J and its gradient have it in them.
    default Lasso lasso() {
        return Lasso.NONE;
    }

    /// J without [#lasso]: what the rules read. Itself where J has no such part.
    default Objective smooth() {
        return this;
    }

    /// As [#gradient], but at a kink of [#lasso] with the shortest subgradient, which is 0 where J is least.
    default double shortestGradient(double[] theta, double[] gradient) {
        double value = gradient(theta, gradient);
        lasso().shorten(gradient, theta);
        return value;
    }

    /// Whether J is known to be a quadratic: its Hessian is the same everywhere.
    default boolean isQuadratic() {
        return false;
    }

    /// The part of the domain that a function's card looks at; empty where there is no card.
    default Optional<Box> box() {
        return Optional.empty();
    }

    /// As [#hessianTimes], but possibly with other last digits where that is much cheaper: for verdicts and pictures.
    default void surveyTimes(double[] theta, double[] direction, double[] product) {
        hessianTimes(theta, direction, product);
    }

    /// Where matrices of weights lie in θ, for starts that depend on their sizes; the parameters outside are intercepts
    /// and biases. Empty where all parameters are alike.
    default List<WeightBlock> weights() {
        return List.of();
    }

    /// An equal objective with scratch arrays of its own; data is shared.
    Objective twin();
}
