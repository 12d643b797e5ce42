package fallline.app.fit;

import fallline.analysis.question.ScoreQuestion;
import fallline.analysis.question.Scores;
import fallline.app.controls.Slot;
import fallline.app.curves.CurveSheet;
import fallline.app.desk.Desk;
import fallline.app.desk.Pointing;
import fallline.app.paint.FigureView;
import fallline.app.pane.Chip;
import fallline.app.pane.PaneAction;
import fallline.app.pane.PlotPane;
import fallline.app.pane.Screens;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.experiment.view.FitLook;
import fallline.experiment.view.FitLook.Residuals;
import fallline.figure.plot.Window;
import fallline.picture.fit.EditPlane;
import fallline.picture.fit.FitPicture;
import fallline.picture.page.Views;
import fallline.problem.ModelFamily;
import fallline.problem.Problem;
import fallline.workbench.Scene;
import fallline.workbench.Workbench;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Shows the model on its data, or J along the step; lets the data be edited by hand.
public final class FitController {
    private final Desk desk;
    private final Workbench workbench;
    private final FigureView view;
    private final PlotPane pane;
    private final ClassSwitch classes = new ClassSwitch();
    private final FitEditor editor;
    private final ToggleButton residuals = Chip.of(
            "residuals",
            "residuals",
            "The distance of every point from the model",
            () -> onResiduals(Residuals.STICKS));
    private final ToggleButton squares = Chip.of(
            "squares",
            "squares",
            "The squares of the residuals: the mean of their areas is the mean squared error",
            () -> onResiduals(Residuals.SQUARES));
    private final ToggleButton edit = Chip.of(
            "edit-data",
            "edit",
            "Edit the data: click to add a point, drag to move it, Delete or a right click to remove it",
            this::onEdit);
    private final FitTabs tabs = new FitTabs(drawn -> look(before -> before.withNetwork(drawn)));
    private final FeaturePair features = new FeaturePair(this::look);
    private final WeightEditor weights;
    private final Pointing pointing;
    private final ScoreView score = new ScoreView();
    private final Asking<ScoreQuestion, Scores> scoring;
    private Optional<Problem> shown = Optional.empty();
    private Optional<EditPlane> rows = Optional.empty();

    /// @param pointing the step that is pointed at is shown instead of the playhead's
    public FitController(Desk desk, Pointing pointing) {
        this.pointing = pointing;
        this.desk = desk;
        workbench = desk.workbench();
        view = Screens.view(desk, "fit-figure");
        editor = new FitEditor(desk, view, classes::chosen, () -> update(workbench.scene()));
        weights = new WeightEditor(workbench, view, () -> show(workbench.scene()));
        StackPane plot = new StackPane(view, editor.overlay(), weights.overlay());
        VBox content = new VBox(new Slot(features), plot);
        content.setMinSize(0, 0);
        VBox.setVgrow(plot, Priority.ALWAYS);
        plot.setMinSize(0, 0);
        pane = new PlotPane(Views.FIT, content);
        scoring = desk.questions()
                .on(
                        Lane.ANALYSIS,
                        "Scoring the model",
                        ScoreQuestion::answer,
                        (_, found) -> score.show(Optional.of(found)));
        pane.tools().addAll(score, tabs, classes, residuals, squares, edit);
        pane.actions().add(new PaneAction(PaneAction.Kind.RESET, this::onReset));
        pane.menu()
                .addAll(
                        Chip.item("Residuals", KeyCode.S, residuals),
                        Chip.item("Squares of the residuals", KeyCode.A, squares),
                        Chip.item("Edit the data", KeyCode.I, edit));
        pane.menu().add(CurveSheet.item(desk, view, pane.id()));
        editor.listen();
        weights.listen();
        new SurfaceTurner(view, () -> workbench.view().fit(), now -> look(_ -> now)).listen();
        pointing.stepProperty().subscribe((_, _) -> show(workbench.scene()));
        // where panes are narrow the switches have short names, so that all of them fit
        desk.narrow().subscribe(narrow -> {
            residuals.setText(narrow ? "r" : "residuals");
            squares.setText(narrow ? "r²" : "squares");
            tabs.setNarrow(narrow);
        });
        workbench.listen(this::update);
        update(workbench.scene());
    }

    public PlotPane pane() {
        return pane;
    }

    /// Removes the point that is chosen while the data are being edited.
    public void onDelete() {
        editor.onDelete();
    }

    private void update(Scene scene) {
        Problem problem = scene.experiment().problem();
        if (shown.filter(before -> before == problem).isEmpty()) {
            shown = Optional.of(problem);
            follow(problem);
        }
        ask(scene);
        Residuals drawn = scene.view().fit().residuals();
        residuals.setSelected(drawn == Residuals.STICKS);
        squares.setSelected(drawn == Residuals.SQUARES);
        boolean network = problem instanceof Problem.Network;
        boolean wired = network && scene.view().fit().network();
        tabs.show(network, wired);
        features.offer(wired ? List.of() : planeFeatures(problem), scene.view().fit());
        boolean editable = !wired && rows.isPresent();
        edit.setVisible(editable);
        edit.setManaged(editable);
        weights.follow(scene);
        show(scene);
    }

    /// The features among which two are shown; none where the fit has other axes.
    private static List<String> planeFeatures(Problem problem) {
        return problem instanceof Problem.OnData model
                        && !model.objective().classes().isEmpty()
                ? model.features()
                : List.of();
    }

    private void look(UnaryOperator<FitLook> how) {
        workbench.look(workbench.view().withFit(how));
    }

    private void show(Scene now) {
        Scene scene = editor.isOn() ? now : pointing.preview(now);
        FitPicture picture = desk.pictures().of(Views.FIT);
        Optional<Window> window = editor.window();
        OptionalInt pointed = weights.pointed();
        Screens.show(picture, scene, view, pane, () -> picture.figure(scene, window, pointed));
        if (editor.isOn()) {
            pane.subtitleProperty().set("click adds, drag moves, Delete removes");
        }
    }

    /// While a new path is being computed the old score stays.
    private void ask(Scene scene) {
        scoring.follow(ScoreQuestion.of(scene));
        if (!(scene.experiment().problem() instanceof Problem.OnData)) {
            score.show(Optional.empty());
        }
    }

    private void follow(Problem problem) {
        boolean line = problem instanceof Problem.OnData model
                && model.family().fit() == ModelFamily.Fit.PLANE
                && model.features().size() == 1;
        Optional<EditPlane> plane = EditPlane.of(problem);
        boolean surface = problem instanceof Problem.OnData model
                && model.objective().classes().isEmpty()
                && model.features().size() == 2;
        squares.setVisible(line);
        squares.setManaged(line);
        residuals.setVisible(line || surface);
        residuals.setManaged(line || surface);
        rows = plane;
        editor.follow(plane);
        if (plane.isEmpty()) {
            switchEditing(false);
        }
        showClasses(plane);
    }

    private void showClasses(Optional<EditPlane> plane) {
        boolean needed = editor.isOn()
                && plane.filter(here -> here.kind() == EditPlane.Kind.MAP).isPresent();
        classes.show(needed ? plane.get().labels() : List.of());
    }

    /// Draws the residuals, or no more, where the view has them.
    public void onSticks() {
        Chip.fire(residuals);
    }

    /// Draws the residuals' squares, or no more, where the view has them.
    public void onSquares() {
        Chip.fire(squares);
    }

    /// Begins to edit the data by hand, or ends it, where that can be done.
    public void onEditing() {
        Chip.fire(edit);
    }

    boolean offersSticks() {
        return residuals.isManaged();
    }

    boolean hasSticks() {
        return residuals.isSelected();
    }

    boolean offersSquares() {
        return squares.isManaged();
    }

    boolean hasSquares() {
        return squares.isSelected();
    }

    boolean offersEditing() {
        return edit.isManaged();
    }

    boolean isEditing() {
        return editor.isOn();
    }

    private void onResiduals(Residuals kind) {
        boolean off = workbench.view().fit().residuals() == kind;
        look(fit -> fit.withResiduals(off ? Residuals.NONE : kind));
    }

    /// A surface is seen from its corner again, and a map shows the first two features.
    private void onReset() {
        look(now -> FitLook.INITIAL.withNetwork(now.network()).withResiduals(now.residuals()));
    }

    private void onEdit() {
        switchEditing(!editor.isOn());
        showClasses(rows);
        update(workbench.scene());
    }

    private void switchEditing(boolean on) {
        editor.setOn(on);
        edit.setSelected(on);
    }
}
