package fallline.objective;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

    /// The class of vector loops once more, with registers of another width; what the machine lacks is emulated.
    private static Supplier<Lanes> of(VectorSpecies<Double> species) {
        try (InputStream in = VectorLanes.class.getResourceAsStream("VectorLanes.class")) {
            byte[] code = Objects.requireNonNull(in).readAllBytes();
            var hidden = MethodHandles.lookup().defineHiddenClassWithClassData(code, species, true);
            var make = hidden.findConstructor(hidden.lookupClass(), MethodType.methodType(void.class));
            return () -> {
                try {
                    return (Lanes) make.invoke();
                } catch (Throwable e) {
                    throw new IllegalStateException(e);
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
