package fallline.app.paint;

import java.awt.geom.Point2D;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Clicks on a plot that say a place, before the view itself hears of them. FX thread.
public final class DataClicks {
    private DataClicks() {}

    /// Takes the clicks on a view as long as they are asked for; else they are left to it.
    ///
    /// @param asked whether a click says a place now
    /// @param place gets where the plot was clicked, in its data; not told of clicks beside it or with other
    ///     buttons
    public static void take(FigureView view, BooleanSupplier asked, Consumer<Point2D> place) {
        view.addEventFilter(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.isConsumed() || !asked.getAsBoolean()) {
                return;
            }
            event.consume(); // it does not go to a step now
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                view.shown()
                        .flatMap(FigureView.Shown::plot)
                        .filter(plot -> plot.contains(event.getX(), event.getY()))
                        .map(plot -> new Point2D.Double(plot.dataX(event.getX()), plot.dataY(event.getY())))
                        .ifPresent(place);
            }
        });
    }
}
