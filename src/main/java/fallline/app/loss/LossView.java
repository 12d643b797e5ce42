package fallline.app.loss;

import fallline.app.FigureView;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The surface, with a read-out beside the pointer.
final class LossView extends Region {
    private static final double AWAY = 14;

    private final FigureView figure;
    private final Label title = new Label();
    private final Label place = new Label();
    private final Label values = new Label();
    private final VBox readout = new VBox(title, place, values);

    LossView(FigureView figure) {
        this.figure = figure;
        compose();
    }

    private void compose() {
        readout.getStyleClass().add("readout");
        readout.setId("readout");
        title.getStyleClass().add("readout-title");
        readout.setManaged(false);
        readout.setMouseTransparent(true);
        readout.setVisible(false);
        setMinSize(0, 0);
        getChildren().setAll(figure, readout);
    }

    FigureView figure() {
        return figure;
    }

    /// Shows a reading beside the pointer, on the side where there is room.
    void read(Probe.Reading reading, Point2D pointer) {
        title.setText(reading.title());
        title.setVisible(!reading.title().isEmpty());
        title.setManaged(title.isVisible());
        place.setText(reading.place());
        values.setText(reading.values());
        readout.setVisible(true);
        readout.applyCss();
        readout.autosize();
        double width = readout.getWidth();
        double height = readout.getHeight();
        double x = pointer.getX() + AWAY + width > getWidth() ? pointer.getX() - AWAY - width : pointer.getX() + AWAY;
        double y =
                pointer.getY() + AWAY + height > getHeight() ? pointer.getY() - AWAY - height : pointer.getY() + AWAY;
        readout.relocate(snapPositionX(Math.max(0, x)), snapPositionY(Math.max(0, y)));
    }

    void hideReading() {
        readout.setVisible(false);
    }

    @Override
    protected void layoutChildren() {
        figure.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
