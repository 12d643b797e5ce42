package fallline.objective.kernel;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// How many numbers a register has, two to eight.
final class VectorWidth {
    private VectorWidth() {}

    /// The machine's own width. A test that wants another defines the class that asks again, as a hidden class with
    /// that species as class data.
    ///
    /// @param lookup of the class that asks
    @SuppressWarnings("unchecked")
    static VectorSpecies<Double> of(MethodHandles.Lookup lookup) {
        try {
            VectorSpecies<?> given = MethodHandles.classData(lookup, "_", VectorSpecies.class);
            if (given != null) {
                return (VectorSpecies<Double>) given;
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        VectorSpecies<Double> own = DoubleVector.SPECIES_PREFERRED;
        return own.length() > 8
                ? DoubleVector.SPECIES_512
                : own.length() < 2 ? VectorSpecies.of(double.class, VectorShape.S_128_BIT) : own;
    }
}
