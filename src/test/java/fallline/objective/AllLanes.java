package fallline.objective;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// Every implementation of the innermost loops: plain, and vectors of every width.
final class AllLanes {
    private AllLanes() {}

    static List<Lanes> all() {
        List<Lanes> all = new ArrayList<>();
        all.add(new ScalarLanes());
        all.add(FastLanes.find().orElseThrow());
        all.add(of(DoubleVector.SPECIES_128));
        all.add(of(DoubleVector.SPECIES_256));
        all.add(of(DoubleVector.SPECIES_512));
        return List.copyOf(all);
    }

    /// The class of vector loops once more, with registers of another width; what the machine lacks is emulated.
    private static Lanes of(VectorSpecies<Double> species) {
        try (InputStream in = VectorLanes.class.getResourceAsStream("VectorLanes.class")) {
            byte[] code = Objects.requireNonNull(in).readAllBytes();
            var hidden = MethodHandles.lookup().defineHiddenClassWithClassData(code, species, true);
            return (Lanes) hidden.findConstructor(
                            hidden.lookupClass(), java.lang.invoke.MethodType.methodType(void.class))
                    .invoke();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
