package fallline.expr.compile;

/// What the compiler generates: the two hot methods of a formula.
///
/// `scratch` has the numbers of places twice ([Program#places]) if the code was split into several methods, with the
/// slots copied to its beginning; else it is not used.
interface Kernel {
    double value(double[] slots, double[] scratch);

    double gradient(double[] slots, double[] gradient, double[] scratch);
}
