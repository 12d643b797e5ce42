package fallline.app.desk;

import java.util.Set;

/// What a lesson keeps as it is for a while, by the words of the controls that change it: `rate`. FX thread.
public final class Locks {
    private Set<String> words = Set.of();

    /// Locks these, and no others.
    public void lock(Set<String> controls) {
        words = Set.copyOf(controls);
    }

    /// Whether nothing may change what that control changes.
    public boolean isLocked(String control) {
        return words.contains(control);
    }
}
