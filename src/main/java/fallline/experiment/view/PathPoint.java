package fallline.experiment.view;

/// A point that a plane can be laid through.
public sealed interface PathPoint {
    /// Where all runs begin.
    record Start() implements PathPoint {}

    /// Where a run is at the playhead.
    record Playhead(String run) implements PathPoint {}

    /// Where a run ends: its last finite step.
    record End(String run) implements PathPoint {}

    /// Where a run is at a step; its last finite one if that comes before.
    record Step(String run, int step) implements PathPoint {
        public Step {
            if (step < 0) {
                throw new IllegalArgumentException("step must be 0 or more, got " + step);
            }
        }
    }
}
