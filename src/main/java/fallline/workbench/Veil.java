package fallline.workbench;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Hides the future of one run from everybody who asks for the scene: views, tables, exports.
///
/// @param run its name
/// @param step the last one that is seen; the playhead goes no farther
public record Veil(String run, int step) {
    /// @throws IllegalArgumentException if the step is negative
    public Veil {
        if (step < 0) {
            throw new IllegalArgumentException("a veil lies behind step 0 or a later one, got " + step);
        }
    }

    /// Lays veils, one after the other, and keeps the last, so that the same record under the same veil stays the same.
    static final class Layer {
        private Optional<Veil> veil = Optional.empty();
        private Optional<RunRecord> under = Optional.empty();
        private Optional<RunRecord> seen = Optional.empty();

        Optional<Veil> veil() {
            return veil;
        }

        void lay(Optional<Veil> next) {
            veil = next;
            under = Optional.empty();
            seen = Optional.empty();
        }

        /// The records as they may be seen.
        Map<String, RunRecord> over(Map<String, RunRecord> records) {
            Optional<RunRecord> hidden = veil.flatMap(laid -> Optional.ofNullable(records.get(laid.run())));
            if (veil.isEmpty() || hidden.isEmpty()) {
                return records;
            }
            if (under.filter(known -> known == hidden.get()).isEmpty()) {
                under = hidden;
                seen = Optional.of(hidden.get().veiled(veil.get().step()));
            }
            Map<String, RunRecord> all = new HashMap<>(records);
            all.put(veil.get().run(), seen.orElseThrow());
            return all;
        }
    }
}
