package fallline.app.map;

import fallline.app.controls.NumberField;
import fallline.app.controls.Rows;
import fallline.app.form.FormRows;
import fallline.experiment.run.RunTask;
import fallline.experiment.view.SweepLook;
import fallline.experiment.view.SweepLook.Axis;
import fallline.experiment.view.SweepLook.Measure;
import fallline.picture.map.SweepTasks;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;

/// What the sweep map sweeps, how far, and what of each run it shows. It tells of every choice at once.
final class SweepForm {
    private static final String NOTHING = "nothing";
    private static final double FLOW = 380;
    private static final double SETTING = 104;
    private static final double NUMBER = 56;

    private final FormRows rows = new FormRows();
    private final Consumer<SweepLook> onChange;
    private List<Object> shown = List.of();

    SweepForm(Consumer<SweepLook> onChange) {
        this.onChange = onChange;
        rows.setId("sweep-form");
        rows.getStyleClass().add("pane-form");
    }

    Node node() {
        return rows;
    }

    /// Model to view.
    void show(Scene scene) {
        Optional<RunTask> task = scene.record(SweepTasks.run(scene).name()).flatMap(RunRecord::task);
        List<Axis> axes;
        List<String> settings;
        try {
            axes = SweepTasks.axes(scene);
            settings = SweepTasks.settings(scene, task.orElseThrow().optimizer());
        } catch (IllegalArgumentException | NoSuchElementException _) {
            return;
        }
        SweepLook look = scene.view().sweep();
        List<Object> now = List.of(look, axes, settings);
        if (!now.equals(shown)) {
            shown = now;
            fill(scene, task.orElseThrow(), look, axes, settings);
        }
    }

    private void fill(Scene scene, RunTask task, SweepLook look, List<Axis> axes, List<String> settings) {
        rows.clear();
        Axis x = axes.getFirst();
        Optional<Axis> y = axes.size() > 1 ? Optional.of(axes.getLast()) : Optional.empty();
        rows.add(
                "Across",
                "The setting that is swept from left to right: from, to, and in how many cells.",
                axis(
                        "x",
                        x,
                        settings,
                        name -> onChange.accept(look.withAxes(SweepTasks.usual(scene, task, name), y)),
                        other -> onChange.accept(look.withAxes(other, y))));
        List<String> upwards = new ArrayList<>(settings);
        upwards.addFirst(NOTHING);
        Consumer<String> onSetting = name -> onChange.accept(look.withAxes(
                x, name.equals(NOTHING) ? Optional.empty() : Optional.of(SweepTasks.usual(scene, task, name))));
        rows.add(
                "Upwards",
                "The setting that is swept upwards; without one the map is a curve.",
                y.isPresent()
                        ? axis(
                                "y",
                                y.get(),
                                upwards,
                                onSetting,
                                other -> onChange.accept(look.withAxes(x, Optional.of(other))))
                        : narrow(FormRows.choice("sweep-y", upwards, words -> words, NOTHING, onSetting)));
        rows.add(
                "Shown",
                "What of each run is shown: how soon J was within ε of the best, J at its end, or its verdict.",
                flow(
                        FormRows.choice(
                                "sweep-measure",
                                List.of(Measure.values()),
                                SweepForm::words,
                                look.measure(),
                                measure -> onChange.accept(look.withMeasure(measure))),
                        FormRows.words("ε"),
                        epsilon(look)));
    }

    /// Empty while the usual ε holds.
    private NumberField epsilon(SweepLook look) {
        NumberField field = Rows.called(
                FormRows.number(
                        "sweep-epsilon",
                        look.epsilon().orElse(0),
                        epsilon -> onChange.accept(look.withEpsilon(OptionalDouble.of(epsilon)))),
                "ε");
        field.setPromptText("usual");
        field.setPrefWidth(NUMBER);
        if (look.epsilon().isEmpty()) {
            field.clear();
        }
        return field;
    }

    private static NumberField narrow(NumberField field) {
        field.setPrefWidth(NUMBER);
        return field;
    }

    private static ComboBox<String> narrow(ComboBox<String> choice) {
        choice.setPrefWidth(SETTING);
        return choice;
    }

    private static Node axis(
            String id, Axis axis, List<String> settings, Consumer<String> onSetting, Consumer<Axis> onAxis) {
        return flow(
                narrow(FormRows.choice("sweep-" + id, settings, words -> words, axis.setting(), onSetting)),
                narrow(Rows.called(
                        FormRows.number(
                                "sweep-" + id + "-min", axis.min(), low -> onAxis.accept(axis.within(low, axis.max()))),
                        id + " from")),
                FormRows.words("to"),
                narrow(Rows.called(
                        FormRows.number(
                                "sweep-" + id + "-max",
                                axis.max(),
                                high -> onAxis.accept(axis.within(axis.min(), high))),
                        id + " to")),
                FormRows.tick("sweep-" + id + "-log", "log", axis.log(), log -> {
                    if (!log || axis.min() > 0) {
                        onAxis.accept(new Axis(axis.setting(), axis.min(), axis.max(), log, axis.n()));
                    }
                }),
                narrow(Rows.called(
                        FormRows.whole(
                                "sweep-" + id + "-n",
                                axis.n(),
                                n -> onAxis.accept(
                                        new Axis(axis.setting(), axis.min(), axis.max(), axis.log(), (int) n))),
                        id + " cells")));
    }

    private static Node flow(Node... nodes) {
        FlowPane flow = new FlowPane(6, 4, nodes);
        flow.setPrefWrapLength(FLOW);
        return flow;
    }

    private static String words(Measure measure) {
        return switch (measure) {
            case STEPS -> "steps to ε";
            case EVALUATIONS -> "evaluations to ε";
            case LOSS -> "J at the end";
            case VERDICT -> measure.name().toLowerCase(Locale.ROOT);
        };
    }
}
