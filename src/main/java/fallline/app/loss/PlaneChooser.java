package fallline.app.loss;

import fallline.app.controls.ArrowGroup;
import fallline.app.controls.Focus;
import fallline.app.controls.Quietly;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.app.pane.Chip;
import fallline.experiment.Run;
import fallline.experiment.run.Trace;
import fallline.experiment.view.PathPoint;
import fallline.experiment.view.PlaneChoice;
import fallline.workbench.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/// Chooses the plane that is shown, where there are more than two parameters.
final class PlaneChooser extends FlowPane {
    /// How a plane is laid.
    enum Kind {
        PARAMETERS("two parameters"),
        COMPONENTS("main plane"),
        RANDOM("random"),
        NORMALISED("filter-normalised"),
        POINTS("three points");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }

        static Kind of(PlaneChoice choice) {
            return switch (choice) {
                case PlaneChoice.Parameters _ -> PARAMETERS;
                case PlaneChoice.Components _ -> COMPONENTS;
                case PlaneChoice.RandomPair _ -> RANDOM;
                case PlaneChoice.FilterNormalised _ -> NORMALISED;
                case PlaneChoice.ThreePoints _ -> POINTS;
            };
        }
    }

    private final ComboBox<Kind> kind = new ComboBox<>();
    private final ParameterPair parameters;
    private final PointTriple points;
    private final Button again = new Button("another");
    private final Consumer<PlaneChoice> choose;
    private PlaneChoice shown = PlaneChoice.usual(2);
    private String run = "";
    private PathPoint third = new PathPoint.Start();
    private final Quietly quietly = new Quietly();

    PlaneChooser(Consumer<PlaneChoice> choose) {
        this.choose = choose;
        parameters = new ParameterPair(choose);
        points = new PointTriple(choose);
        compose();
        kind.setOnAction(_ -> onKind());
        again.setOnAction(_ -> onAgain());
    }

    private void compose() {
        getStyleClass().add("plane-chooser");
        setId("plane-chooser");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        kind.setId("plane-kind");
        kind.setAccessibleText("Plane");
        kind.getItems().setAll(Kind.values());
        kind.getStyleClass().add("small-combo");
        Focus.returnedAfterChoice(kind);
        ArrowGroup.in(this);
        kind.setTooltip(new Tooltip(
                "Which plane of the space of parameters is shown: of two parameters, the one that the path lies in most, a "
                        + "random one, a random one to the scale of the weights, or one through three points"));
        again.setId("plane-again");
        again.getStyleClass().add("tool");
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.setTooltip(new Tooltip("Two other random directions"));
        Label plane = new Label("Plane");
        plane.getStyleClass().add("card-subtitle");
        Tips.on(plane, Term.SHOWN_PLANE);
        plane.setMinWidth(Region.USE_PREF_SIZE);
        plane.getStyleClass().add("plane-word");
        plane.managedProperty().bind(plane.visibleProperty()); // goes where panes are narrow
        Chip.fit(kind, Kind::toString);
        getChildren().setAll(plane, kind);
        getChildren().addAll(parameters.nodes());
        getChildren().add(again);
        getChildren().addAll(points.nodes());
    }

    /// Model to view.
    void offer(Scene scene) {
        quietly.run(() -> {
            List<String> names = scene.experiment().problem().objective().parameterNames();
            shown = scene.view().loss().plane();
            run = scene.chosen().name();
            third = third(scene);
            kind.getSelectionModel().select(Kind.of(shown));
            if (shown instanceof PlaneChoice.Parameters pair) {
                parameters.offer(names, pair);
            }
            if (shown instanceof PlaneChoice.ThreePoints three) {
                points.offer(points(scene), three);
            }
            parameters.nodes().forEach(node -> show(node, shown instanceof PlaneChoice.Parameters));
            points.nodes().forEach(node -> show(node, shown instanceof PlaneChoice.ThreePoints));
            show(again, shown instanceof PlaneChoice.RandomPair || shown instanceof PlaneChoice.FilterNormalised);
            show(this, names.size() > 2);
        });
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private static List<PathPoint> points(Scene scene) {
        List<PathPoint> points = new ArrayList<>(List.of(new PathPoint.Start()));
        for (Run run : scene.experiment().runs()) {
            points.add(new PathPoint.Playhead(run.name()));
            points.add(new PathPoint.End(run.name()));
        }
        return points;
    }

    /// A point beside the line from the start to the chosen run's end: the end of another run, else a step on the way.
    private static PathPoint third(Scene scene) {
        String chosen = scene.chosen().name();
        for (Run other : scene.shownRuns()) {
            if (!other.name().equals(chosen)) {
                return new PathPoint.End(other.name());
            }
        }
        int last = scene.chosenTrace().map(Trace::lastFiniteStep).orElse(0);
        int step = scene.view().playhead() > 0 && scene.view().playhead() < last
                ? scene.view().playhead()
                : last / 4;
        return new PathPoint.Step(chosen, Math.max(0, step));
    }

    private void onKind() {
        Kind wanted = kind.getValue();
        if (quietly.isQuiet() || wanted == null || wanted == Kind.of(shown)) {
            return;
        }
        choose.accept(
                switch (wanted) {
                    case PARAMETERS -> PlaneChoice.usual(2);
                    case COMPONENTS -> new PlaneChoice.Components(run);
                    case RANDOM -> new PlaneChoice.RandomPair(run, 1);
                    case NORMALISED -> new PlaneChoice.FilterNormalised(run, 1);
                    case POINTS -> new PlaneChoice.ThreePoints(new PathPoint.Start(), new PathPoint.End(run), third);
                });
    }

    private void onAgain() {
        switch (shown) {
            case PlaneChoice.RandomPair(String of, long seed) ->
                choose.accept(new PlaneChoice.RandomPair(of, seed + 1));
            case PlaneChoice.FilterNormalised(String of, long seed) ->
                choose.accept(new PlaneChoice.FilterNormalised(of, seed + 1));
            case PlaneChoice.Parameters _, PlaneChoice.Components _, PlaneChoice.ThreePoints _ -> {}
        }
    }
}
