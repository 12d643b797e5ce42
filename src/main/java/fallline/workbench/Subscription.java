package fallline.workbench;

/// Something that was started and can be ended.
@FunctionalInterface
public interface Subscription {
    /// Ends it; a second call does nothing.
    void cancel();
}
