package fallline.figure.plot;

/// What lies under a pointer.
public sealed interface Hit {
    /// The handle by which the start is dragged.
    record Start() implements Hit {}

    /// A step of a run's path.
    ///
    /// @param run place in the figure's list
    /// @param step 0 is the start
    record Step(int run, int step) implements Hit {}

    /// A row of the data.
    record Row(int row) implements Hit {}

    /// The note that says that the axes are not to one scale; a click on it asks for 1 : 1.
    record ScaleNote() implements Hit {}
}
