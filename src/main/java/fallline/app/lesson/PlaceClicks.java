package fallline.app.lesson;

import fallline.app.desk.Desk;
import fallline.app.paint.FigureView;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.PlotFigure;
import fallline.picture.page.Views;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Clicks on the map of the loss that say where a step lands. FX thread.
final class PlaceClicks {
    private final Desk desk;
    private final FigureView loss;
    private final BooleanSupplier asked;
    private final Consumer<double[]> onPlace;

    /// @param asked whether a click is an answer now; else it is left to the view
    /// @param onPlace gets the parameters there, at most two
    PlaceClicks(Desk desk, FigureView loss, BooleanSupplier asked, Consumer<double[]> onPlace) {
        this.desk = desk;
        this.loss = loss;
        this.asked = asked;
        this.onPlace = onPlace;
        loss.addEventFilter(MouseEvent.MOUSE_CLICKED, this::onClicked);
    }

    private void onClicked(MouseEvent event) {
        if (event.isConsumed() || !asked.getAsBoolean()) {
            return;
        }
        event.consume(); // it does not go to a step now
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            loss.shown()
                    .flatMap(PlaceClicks::area)
                    .filter(plot -> plot.contains(event.getX(), event.getY()))
                    .map(plot -> parameters(plot.dataX(event.getX()), plot.dataY(event.getY())))
                    .ifPresent(onPlace);
        }
    }

    private static Optional<PlotArea> area(FigureView.Shown shown) {
        return shown.figure() instanceof PlotFigure plotted
                ? Optional.of(plotted.plot(shown.size()))
                : Optional.empty();
    }

    private double[] parameters(double x, double y) {
        int dimension = desk.workbench().experiment().problem().objective().dimension();
        return dimension == 1
                ? new double[] {x}
                : desk.pictures()
                        .of(Views.LOSS)
                        .plane()
                        .map(plane -> plane.point(x, y))
                        .orElseGet(() -> new double[] {x, y});
    }
}
