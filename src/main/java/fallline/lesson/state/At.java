package fallline.lesson.state;

/// Where on a run's way a number is taken.
public sealed interface At {
    /// Where the playhead stands.
    record Playhead() implements At {}

    /// At the run's last step.
    record End() implements At {}

    /// At a step, from 0.
    record Step(int step) implements At {}
}
