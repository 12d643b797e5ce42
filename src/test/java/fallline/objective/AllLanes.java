package fallline.objective;

import fallline.objective.kernel.FastLanes;
import fallline.objective.kernel.LaneFunctions;
import fallline.objective.kernel.Lanes;
import fallline.objective.kernel.ScalarLanes;
import fallline.objective.kernel.VectorFunctions;
import fallline.objective.kernel.VectorLanes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// Every implementation of the innermost loops: plain, and vectors of every width.
final class AllLanes {
    private AllLanes() {}

    static List<Supplier<Lanes>> makers() {
        List<Supplier<Lanes>> all = new ArrayList<>();
        all.add(ScalarLanes::new);
        all.add(FastLanes.find().orElseThrow());
        all.add(of(DoubleVector.SPECIES_128));
        all.add(of(DoubleVector.SPECIES_256));
        all.add(of(DoubleVector.SPECIES_512));
        return List.copyOf(all);
    }

    static List<Lanes> all() {
        return makers().stream().map(Supplier::get).toList();
    }

    /// The classes of vector loops once more, with registers of another width; what the machine lacks is emulated.
    private static Supplier<Lanes> of(VectorSpecies<Double> species) {
        MethodHandle functions = again(VectorFunctions.class, species);
        MethodHandle lanes = again(VectorLanes.class, species, LaneFunctions.class);
        return () -> {
            try {
                return (Lanes) lanes.invoke((LaneFunctions) functions.invoke());
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static MethodHandle again(Class<?> original, VectorSpecies<Double> species, Class<?>... parameters) {
        try (InputStream in = original.getResourceAsStream(original.getSimpleName() + ".class")) {
            byte[] code = Objects.requireNonNull(in).readAllBytes();
            var hidden = MethodHandles.privateLookupIn(original, MethodHandles.lookup())
                    .defineHiddenClassWithClassData(code, species, true);
            return hidden.findConstructor(hidden.lookupClass(), MethodType.methodType(void.class, parameters));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
