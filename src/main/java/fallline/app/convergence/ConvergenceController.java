package fallline.app.convergence;

import fallline.app.controls.Focus;
import fallline.app.controls.Quietly;
import fallline.app.controls.Tips;
import fallline.app.curves.CurveSheet;
import fallline.app.desk.Desk;
import fallline.app.desk.Pointing;
import fallline.app.paint.FigureView;
import fallline.app.pane.Chip;
import fallline.app.pane.PaneAction;
import fallline.app.pane.PlotPane;
import fallline.app.pane.Screens;
import fallline.app.race.RepeatsModel;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.experiment.view.ConvergenceLook.Across;
import fallline.experiment.view.ConvergenceLook.Measure;
import fallline.experiment.view.ViewState;
import fallline.figure.curve.AcrossSteps;
import fallline.figure.plot.Hit;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.PlotFigure;
import fallline.figure.plot.Span;
import fallline.objective.Objective;
import fallline.picture.convergence.ConvergencePicture;
import fallline.picture.convergence.SeenSteps;
import fallline.picture.convergence.Worked;
import fallline.picture.page.Views;
import fallline.problem.Problem;
import fallline.workbench.Scene;
import fallline.workbench.Workbench;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.Cursor;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// Shows J, its distance from the best, the gradient's norm, the rate or the sharpness against the step, the
/// evaluations or the epochs, or what is left by direction; the mouse moves the playhead.
public final class ConvergenceController {
    private static final List<Measure> OFFERED =
            List.of(Measure.LOSS, Measure.LOSS_GAP, Measure.GRADIENT_NORM, Measure.RATE);

    /// What is typed to stretch the steps about the playhead, and the other way round.
    private static final String NEARER = "+=";

    private static final String FARTHER = "-−";
    private static final double PIXELS = 120;

    private final Desk desk;
    private final Workbench workbench;
    private final Pointing pointing;
    private final IntConsumer moveTo;
    private final RepeatsModel repeats;
    private final FigureView view;
    private final PlotPane pane;
    private final SeenSteps steps = new SeenSteps();
    private final Map<Measure, ToggleButton> measures = new EnumMap<>(Measure.class);
    private final WorkedModel worked;
    private final ComboBox<Across> across = new ComboBox<>();
    private final Asking<Objective, Boolean> best;
    private final Quietly quietly = new Quietly();
    private final ToggleButton logarithmic =
            Chip.of("log", "log", "Logarithmic axis (L): equal factors are equally long", this::onLogarithmic);

    /// @param moveTo moves the playhead by hand
    /// @param repeats whose quartiles are shown
    public ConvergenceController(Desk desk, Pointing pointing, IntConsumer moveTo, RepeatsModel repeats) {
        this.repeats = repeats;
        this.pointing = pointing;
        this.desk = desk;
        this.moveTo = moveTo;
        workbench = desk.workbench();
        view = Screens.view(desk, "convergence-figure");
        pane = new PlotPane(Views.CONVERGENCE, view);
        pane.tools().add(across); // the first that goes where there is little room
        worked = new WorkedModel(desk.questions(), this::onWorked);
        offer(Measure.LOSS, "measure-loss", "J", "The loss at every step, over all rows");
        offer(
                Measure.LOSS_GAP,
                "measure-gap",
                "J − J*",
                "How far the loss is from J*, the best there is; where J* is not known, from the least that was seen, and then "
                        + "the best run plunges at its end");
        offer(
                Measure.GRADIENT_NORM,
                "measure-gradient",
                "‖∇J‖",
                "The length of the gradient: 0 where the ground is level");
        offer(Measure.RATE, "measure-rate", "rate", "The learning rate of every step");
        best = desk.questions()
                .on(
                        Lane.ANALYSIS,
                        "Looking for the best point",
                        (Objective objective) -> picture().findBest(objective),
                        (_, _) -> update(workbench.scene()));
        pane.tools().add(logarithmic);
        pane.actions().add(new PaneAction(PaneAction.Kind.RESET, this::onReset));
        pane.menu().add(Chip.item("Logarithmic axis", KeyCode.L, logarithmic));
        pane.menu().add(CurveSheet.item(desk, view, pane.id()));
        MenuItem other = new MenuItem("Steps, evaluations or epochs across");
        other.setId("across-item");
        other.setAccelerator(new KeyCodeCombination(KeyCode.V));
        other.setOnAction(_ -> onNextAcross());
        pane.menu().add(other);
        offerInMenu(
                Measure.SHARPNESS,
                "measure-sharpness",
                "Sharpness",
                "The largest eigenvalue of the Hessian, beside the largest that is stable at the rate");
        offerInMenu(
                Measure.LEFT_BY_DIRECTION,
                "measure-left",
                "What is left, by direction",
                "How much of J − J* each eigen-direction of a bowl still holds");
        measures.forEach((_, chip) -> pane.menu().add(Chip.item(chip.getText(), chip)));
        across.setId("across");
        across.setAccessibleText("Horizontal axis");
        across.getStyleClass().add("small-combo");
        Focus.returnedAfterChoice(across);
        across.getItems().setAll(offered(workbench.scene()));
        across.setConverter(new AcrossWords());
        Tips.brief(
                across,
                "What lies across: steps, how often a run had asked for J or its gradient, or how often it had seen all rows");
        Chip.fit(across, new AcrossWords()::toString);
        listen();
        repeats.listen(() -> show(workbench.scene()));
        workbench.listen(this::update);
        update(workbench.scene());
    }

    public PlotPane pane() {
        return pane;
    }

    private void offer(Measure measure, String id, String text, String tip) {
        offerInMenu(measure, id, text, tip);
        pane.tools().add(measures.get(measure));
    }

    /// A measure that stands in the pane's menu only.
    private void offerInMenu(Measure measure, String id, String text, String tip) {
        measures.put(
                measure,
                Chip.of(
                        id,
                        text,
                        tip,
                        () -> workbench.look(workbench.view().withConvergence(curves -> curves.withMeasure(measure)))));
    }

    private void onWorked() {
        show(workbench.scene());
    }

    private void update(Scene scene) {
        ViewState state = scene.view();
        best.follow(Optional.of(scene.experiment().problem().objective()));
        Measure shown = picture().measure(scene);
        measures.forEach((measure, chip) -> chip.setSelected(measure == shown));
        logarithmic.setSelected(state.convergence().logarithmic());
        quietly.run(() -> {
            List<Across> offered = offered(scene);
            if (!across.getItems().equals(offered)) {
                across.getItems().setAll(offered);
            }
            across.setValue(lying(scene));
        });
        worked.follow(scene);
        show(scene);
    }

    private ConvergencePicture picture() {
        return desk.pictures().of(Views.CONVERGENCE);
    }

    private void show(Scene scene) {
        ConvergencePicture picture = picture();
        Optional<Hit.Step> pointed = pointing.step();
        Optional<Span> seen = steps.seen(scene.experiment().steps());
        Worked known = worked.worked().with(repeats.known(scene));
        Screens.show(picture, scene, view, pane, () -> picture.figure(scene, pointed, seen, known));
    }

    private void listen() {
        across.setOnAction(_ -> onAcross());
        view.setCursor(Cursor.H_RESIZE);
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::onMouse);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::onMouse);
        view.addEventHandler(MouseEvent.MOUSE_MOVED, this::onMoved);
        view.addEventHandler(ScrollEvent.SCROLL, this::onScroll);
        view.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2) {
                onReset();
            }
        });
        view.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> pointing.pointAt(Optional.empty()));
        pointing.stepProperty().subscribe((_, _) -> show(workbench.scene()));
        view.take(false, NEARER + FARTHER);
        view.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            String typed = event.getCharacter();
            if (!typed.isEmpty() && view.takes(typed)) {
                zoomAtPlayhead(NEARER.contains(typed) ? PIXELS : -PIXELS);
                event.consume();
            }
        });
    }

    private void zoomAtPlayhead(double pixels) {
        int all = workbench.experiment().steps();
        Span seen = steps.seen(all).orElseGet(() -> new Span(0, Math.max(1, all)));
        steps.zoom(pixels, (workbench.view().playhead() - seen.lo()) / seen.length(), all);
        show(workbench.scene());
    }

    private void onMoved(MouseEvent event) {
        view.shown().ifPresent(shown -> {
            if (shown.figure() instanceof PlotFigure figure) {
                pointing.pointAt(figure.hit(shown.size(), event.getX(), event.getY())
                        .filter(Hit.Step.class::isInstance)
                        .map(Hit.Step.class::cast));
            }
        });
    }

    private void onScroll(ScrollEvent event) {
        view.shown().ifPresent(shown -> {
            if (shown.figure() instanceof PlotFigure figure) {
                PlotArea plot = figure.plot(shown.size());
                Span across = plot.window().x();
                double share = (plot.dataX(event.getX()) - across.lo()) / across.length();
                steps.zoom(event.getDeltaY(), share, workbench.experiment().steps());
                show(workbench.scene());
                event.consume();
            }
        });
    }

    private void onMouse(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        view.shown().ifPresent(shown -> {
            if (shown.figure() instanceof AcrossSteps figure) {
                moveTo.accept(Math.min(
                        figure.stepAt(shown.size(), event.getX()),
                        workbench.experiment().steps()));
            }
        });
    }

    /// The numbers of the curves in a table.
    public void onTable() {
        CurveSheet.open(desk, view);
    }

    /// All steps are shown again.
    private void onReset() {
        steps.all();
        show(workbench.scene());
    }

    /// The curves show the next of what they can show.
    public void onNextMeasure() {
        ViewState view = workbench.view();
        Measure next = after(picture().measure(workbench.scene()), OFFERED);
        workbench.look(view.withConvergence(curves -> curves.withMeasure(next)));
    }

    /// The next of steps, evaluations and epochs lies across.
    public void onNextAcross() {
        Across next = after(lying(workbench.scene()), offered(workbench.scene()));
        workbench.look(workbench.view().withConvergence(curves -> curves.withAcross(next)));
    }

    /// Epochs where there are rows.
    private static List<Across> offered(Scene scene) {
        return hasRows(scene) ? List.of(Across.values()) : List.of(Across.STEPS, Across.EVALUATIONS);
    }

    private static Across lying(Scene scene) {
        return scene.view().convergence().across(hasRows(scene));
    }

    private static boolean hasRows(Scene scene) {
        return scene.experiment().problem() instanceof Problem.OnData;
    }

    private static <T> T after(T one, List<T> all) {
        return all.get((all.indexOf(one) + 1) % all.size());
    }

    private void onAcross() {
        Across chosen = across.getValue();
        if (!quietly.isQuiet() && chosen != null) {
            workbench.look(workbench.view().withConvergence(curves -> curves.withAcross(chosen)));
        }
    }

    private void onLogarithmic() {
        workbench.look(workbench.view().withConvergence(curves -> curves.withLogarithmic(!curves.logarithmic())));
    }
}
