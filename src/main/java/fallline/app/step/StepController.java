package fallline.app.step;

import fallline.analysis.question.CurvatureHere;
import fallline.app.desk.Desk;
import fallline.app.desk.Pointing;
import fallline.app.paint.FigureView;
import fallline.app.paint.ScrolledContent;
import fallline.app.pane.PlotPane;
import fallline.app.pane.Screens;
import fallline.figure.page.StepFigure;
import fallline.figure.paint.Figure;
import fallline.picture.page.Views;
import fallline.picture.step.StepPicture;
import fallline.workbench.Mailbox;
import fallline.workbench.Scene;
import fallline.workbench.Workbench;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.ScrollPane;

/// Shows the step at the playhead, or the one that is pointed at, in numbers, for one parameter.
public final class StepController {
    private static final double MOST_SPARE = 12;

    private final Desk desk;
    private final Workbench workbench;
    private final Pointing pointing;
    private final FigureView view;
    private final PlotPane pane;
    private final ParameterChooser chooser = new ParameterChooser(this::onParameter);
    private final LayerMenu layers;
    private final Mailbox<Double> heights;
    private final Mailbox<double[]> lit;
    private final ScrollPane scroll;
    private final ReadOnlyObjectProperty<Optional<CurvatureHere>> curvature;

    /// @param pointing the step that is pointed at is shown instead of the playhead's
    /// @param curvature what is known of it at the playhead
    public StepController(Desk desk, Pointing pointing, ReadOnlyObjectProperty<Optional<CurvatureHere>> curvature) {
        this.desk = desk;
        this.curvature = curvature;
        this.pointing = pointing;
        workbench = desk.workbench();
        view = Screens.view(desk, "step-figure");
        heights = new Mailbox<>(desk.questions().own(), (_, newer) -> newer, this::fit);
        lit = new Mailbox<>(desk.questions().own(), (_, newer) -> newer, this::reveal);
        scroll = scroll();
        pane = new PlotPane(Views.STEP, scroll);
        pane.tools().add(chooser);
        layers = new LayerMenu(change -> workbench.look(workbench.view().withStep(change)));
        pane.menu().addAll(layers.items());
        view.widthProperty().subscribe((_, _) -> update(workbench.scene()));
        pointing.stepProperty().subscribe((_, _) -> update(workbench.scene()));
        curvature.subscribe((_, _) -> update(workbench.scene()));
        workbench.listen(this::update);
        update(workbench.scene());
    }

    /// The step at the playhead.
    public PlotPane pane() {
        return pane;
    }

    private void update(Scene now) {
        Scene scene = pointing.preview(now);
        List<String> names = scene.experiment().problem().objective().parameterNames();
        chooser.offer(names, scene.view().step().among(names.size()));
        layers.show(scene.experiment().problem(), scene.view().step());
        StepPicture picture = desk.pictures().of(Views.STEP);
        Optional<CurvatureHere> here = scene == now ? curvature.get() : Optional.empty();
        double width = view.getWidth();
        Screens.show(picture, scene, view, pane, () -> measured(picture.figure(scene, here), width));
    }

    private ScrollPane scroll() {
        ScrollPane scroll = new ScrollPane(view);
        scroll.getStyleClass().add("plain-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinSize(0, 0);
        ScrolledContent.paintOnlyChanges(scroll);
        return scroll;
    }

    /// Tells the view how high it has to be when it is this wide; on the painter's thread, where typesetting happens.
    private Figure measured(Figure figure, double width) {
        if (figure instanceof StepFigure rows && width > 0) {
            heights.post(rows.height(width));
            rows.litPlace(width).ifPresent(lit::post);
        } else {
            heights.post(0.0); // a message stands in the middle of what is seen
        }
        return figure;
    }

    /// A little too much room is kept, so that playing does not lay the card out anew for each number's height.
    private void fit(double height) {
        double spare = view.getMinHeight() - Math.ceil(height);
        if (spare < 0 || spare > MOST_SPARE) {
            view.setMinHeight(Math.ceil(height));
        }
    }

    /// Scrolls so far that a row is seen.
    private void reveal(double[] edges) {
        double all = scroll.getContent().getLayoutBounds().getHeight();
        double seen = scroll.getViewportBounds().getHeight();
        double top = scroll.getVvalue() * Math.max(0, all - seen);
        if (all > seen && (edges[0] < top || edges[1] > top + seen)) {
            scroll.setVvalue(Math.clamp((edges[1] - seen + (edges[1] - edges[0])) / (all - seen), 0, 1));
        }
    }

    private void onParameter(int place) {
        workbench.look(workbench.view().withStep(look -> look.withParameter(place)));
    }
}
