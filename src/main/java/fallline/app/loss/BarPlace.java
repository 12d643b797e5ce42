package fallline.app.loss;

import fallline.app.FigureView;
import fallline.figure.Hit;
import fallline.figure.PlotFigure;
import fallline.figure.Size;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Where the bar over the picture stands: at the left, or at the right where it would lie on the start's handle.
final class BarPlace {
    private static final double STRIDE = 8;
    private static final double MARGIN = 16;

    private BarPlace() {}

    /// Moves the bar out of the way whenever it is about to appear.
    static void keepOffStart(StackPane plot, Region bar, FigureView view) {
        plot.hoverProperty().subscribe(hovered -> {
            if (hovered) {
                StackPane.setAlignment(bar, isOnStart(bar, view) ? Pos.TOP_RIGHT : Pos.TOP_LEFT);
            }
        });
    }

    private static boolean isOnStart(Region bar, FigureView view) {
        return view.shown()
                .filter(shown -> shown.figure() instanceof PlotFigure)
                .map(shown -> isOnStart((PlotFigure) shown.figure(), shown.size(), bar))
                .orElse(false);
    }

    private static boolean isOnStart(PlotFigure figure, Size size, Region bar) {
        for (double y = 0; y < bar.prefHeight(-1) + MARGIN; y += STRIDE) {
            for (double x = 0; x < bar.prefWidth(-1) + MARGIN; x += STRIDE) {
                if (figure.hit(size, x, y).filter(Hit.Start.class::isInstance).isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }
}
