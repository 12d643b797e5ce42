package fallline.objective;

import java.util.Optional;

/// The loops on vector registers, where the virtual machine was started with their module.
final class FastLanes {
    private static final String MODULE = "jdk.incubator.vector";

    private FastLanes() {}

    /// The fast loops; empty where the module is absent. Nothing of the module is touched before that is known.
    static Optional<Lanes> find() {
        return ModuleLayer.boot().findModule(MODULE).isPresent() ? Optional.of(new VectorLanes()) : Optional.empty();
    }
}
