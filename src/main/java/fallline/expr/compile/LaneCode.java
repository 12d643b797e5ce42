package fallline.expr.compile;

/// A formula's gradient and an update rule's step as small loops over a block of lanes, one run a lane; made by
/// [LaneCompiler]. It has no state: several threads may run it, each with its own numbers.
///
/// `scalars` has what is the same in all lanes: in the order given to the compiler, and room behind it. `lanes` has an
/// array of [LaneCompiler#LANES] numbers for everything else, likewise. Where room ends [LaneCompiler.Made] says.
public interface LaneCode {
    /// Computes what evaluations read and what stays the same as long as the formula's parameters do.
    void constants(double[] scalars);

    /// Moves the scalars that rules assign on by a step, and computes what [#advance] and [#step] read.
    void scalars(double[] scalars);

    /// Writes J and the gradient at θ, and adds them and θ to the lanes' sums.
    void evaluate(double[] scalars, double[][] lanes);

    /// Moves θ and the rule's states on by a step, from the gradient that [#evaluate] wrote.
    void advance(double[] scalars, double[][] lanes);

    /// Evaluates and advances at once: the gradient is not written, J only where it was asked for. The sums get what
    /// is not finite where θ, J or the gradient is not, or what the step makes of them.
    void step(double[] scalars, double[][] lanes);
}
