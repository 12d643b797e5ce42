package fallline.app.loss;

import fallline.app.controls.Focus;
import fallline.app.controls.Quietly;
import fallline.app.pane.Chip;
import fallline.experiment.view.PathPoint;
import fallline.experiment.view.PlaneChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;

/// Chooses the three points that a plane passes through.
final class PointTriple {
    /// The run first, so that it can be read where room is short.
    private static String words(PathPoint point) {
        return switch (point) {
            case PathPoint.Start _ -> "start";
            case PathPoint.Playhead(String run) -> run + " now";
            case PathPoint.End(String run) -> run + " end";
            case PathPoint.Step(String run, int step) -> run + " at " + step;
        };
    }

    private static final class Words extends StringConverter<PathPoint> {
        @Override
        public String toString(PathPoint point) {
            return point == null ? "" : words(point);
        }

        @Override
        public PathPoint fromString(String text) {
            throw new UnsupportedOperationException("points are chosen, not typed");
        }
    }

    private final List<ComboBox<PathPoint>> boxes = List.of(new ComboBox<>(), new ComboBox<>(), new ComboBox<>());
    private final Consumer<PlaneChoice> choose;
    private final Quietly quietly = new Quietly();

    PointTriple(Consumer<PlaneChoice> choose) {
        this.choose = choose;
        List<String> tips = List.of(
                "The point where both coordinates are 0",
                "The point that the horizontal axis leads to",
                "The point on whose side the vertical axis leads");
        for (int i = 0; i < boxes.size(); i++) {
            ComboBox<PathPoint> box = boxes.get(i);
            box.setId("plane-point-" + (i + 1));
            box.setAccessibleText("Point " + (i + 1) + " of the plane");
            box.getStyleClass().add("small-combo");
            Focus.returnedAfterChoice(box);
            box.setConverter(new Words());
            Chip.fit(box, PointTriple::words);
            box.setTooltip(new Tooltip(tips.get(i)));
            box.setOnAction(_ -> onChoice());
        }
    }

    /// Its parts, in order, so that they wrap with what stands before them.
    List<ComboBox<PathPoint>> nodes() {
        return boxes;
    }

    /// Model to view.
    void offer(List<PathPoint> points, PlaneChoice.ThreePoints three) {
        quietly.run(() -> {
            List<PathPoint> offered = new ArrayList<>(points);
            three.points().stream().filter(point -> !offered.contains(point)).forEach(offered::add);
            for (int i = 0; i < boxes.size(); i++) {
                if (!boxes.get(i).getItems().equals(offered)) {
                    boxes.get(i).getItems().setAll(offered);
                }
                boxes.get(i).getSelectionModel().select(three.points().get(i));
            }
        });
    }

    private void onChoice() {
        List<PathPoint> chosen = new ArrayList<>();
        for (ComboBox<PathPoint> box : boxes) {
            if (box.getValue() != null) {
                chosen.add(box.getValue());
            }
        }
        if (!quietly.isQuiet() && chosen.size() == boxes.size()) {
            choose.accept(new PlaneChoice.ThreePoints(chosen.get(0), chosen.get(1), chosen.get(2)));
        }
    }
}
