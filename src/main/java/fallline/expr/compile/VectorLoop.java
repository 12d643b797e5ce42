package fallline.expr.compile;

/// A compiled pass over vectors of one length; made by [LoopCompiler]. It has no state: several threads may run it.
public interface VectorLoop {
    /// Does all statements for every index 0 … length − 1.
    ///
    /// @param scalars in the order given to the compiler; those that statements assign are rewritten at the end
    /// @param vectors in the order given to the compiler; several may be parts of one array
    /// @param offsets for each vector the place of its number 0 in its array
    void run(int length, double[] scalars, double[][] vectors, int[] offsets);
}
