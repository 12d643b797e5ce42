package fallline.figure.plot;

import fallline.figure.paint.Figure;
import fallline.figure.paint.Size;
import java.util.Optional;

/// A figure with axes, so that a pointer can be understood.
public interface PlotFigure extends Figure {
    /// Where the plot stands in a picture of this size.
    PlotArea plot(Size size);

    /// What can be grasped or pointed at there, within a few pixels.
    default Optional<Hit> hit(Size size, double px, double py) {
        return Optional.empty();
    }
}
