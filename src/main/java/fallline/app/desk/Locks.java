package fallline.app.desk;

import java.util.Map;
import java.util.Optional;

/// What a lesson keeps as it is for a while, by the words of the controls that change it: `rate`. FX thread.
public final class Locks {
    private Map<String, String> reasons = Map.of();

    /// Locks these, and no others.
    ///
    /// @param why a sentence for each
    public void lock(Map<String, String> why) {
        reasons = Map.copyOf(why);
    }

    /// Why nothing may change what that control changes; empty where it may.
    public Optional<String> why(String control) {
        return Optional.ofNullable(reasons.get(control));
    }
}
