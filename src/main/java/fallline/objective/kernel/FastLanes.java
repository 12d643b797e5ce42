package fallline.objective.kernel;

import java.util.Optional;
import java.util.function.Supplier;

/// The loops on vector registers, where the virtual machine was started with their module.
public final class FastLanes {
    private static final String MODULE = "jdk.incubator.vector";

    private FastLanes() {}

    /// Makes the fast loops; empty where the module is absent. Nothing of the module is touched before that is known.
    public static Optional<Supplier<Lanes>> find() {
        return ModuleLayer.boot().findModule(MODULE).isPresent()
                ? Optional.of(() -> new VectorLanes(new VectorFunctions()))
                : Optional.empty();
    }
}
