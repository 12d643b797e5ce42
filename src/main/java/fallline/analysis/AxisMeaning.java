package fallline.analysis;

import fallline.experiment.view.PathPoint;

/// What an axis of a plane stands for.
public sealed interface AxisMeaning {
    /// One parameter, by its place.
    record Parameter(int index) implements AxisMeaning {}

    /// A main component of a path.
    ///
    /// @param number 1 for the longest
    /// @param share of the path's variance, 0 … 1
    record Component(int number, double share) implements AxisMeaning {}

    /// A random direction of length 1.
    record RandomDirection(int number) implements AxisMeaning {}

    /// A random direction whose filters are as long as those of the weights; 1 is as far as the weights are long.
    record FilterNormalised(int number) implements AxisMeaning {}

    /// Some direction of length 1 at right angles to the other axis, where the plane is not determined by more than a
    /// line.
    record Upright() implements AxisMeaning {}

    /// The direction from one point to another, of length 1; on the vertical axis what of it is at right angles to the
    /// horizontal one.
    record Towards(PathPoint from, PathPoint to) implements AxisMeaning {}
}
