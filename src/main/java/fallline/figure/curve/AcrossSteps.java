package fallline.figure.curve;

import fallline.figure.paint.Size;
import fallline.figure.plot.PlotFigure;

/// A plot with a run's steps along its horizontal axis.
public interface AcrossSteps extends PlotFigure {
    /// The step nearest to a pointer's x, whatever its y: dragging in the plot moves the playhead.
    int stepAt(Size size, double px);
}
