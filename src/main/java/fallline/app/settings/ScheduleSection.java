package fallline.app.settings;

import atlantafx.base.controls.ToggleSwitch;
import fallline.app.controls.ErrorLine;
import fallline.app.controls.Fold;
import fallline.app.controls.NumberField;
import fallline.app.controls.Quietly;
import fallline.app.controls.Rows;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.schedule.Schedule;
import fallline.optimizer.schedule.ScheduleKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// How the rate changes with the step: the kind of schedule, its arguments, a warm-up, and the curve that they make.
final class ScheduleSection extends StackPane {
    private final MethodController controller;
    private final ComboBox<ScheduleKind> kinds = new ComboBox<>();
    private final Label sentence = new Label();
    private final VBox arguments = new VBox();
    private final List<ArgumentRow> rows = new ArrayList<>();
    private final ToggleSwitch warm = new ToggleSwitch();
    private final NumberField warmStart;
    private final NumberField warmSteps;
    private final VBox warmRows = new VBox();
    private final RateCurveView curve = new RateCurveView();
    private final Fold fold;
    private ScheduleKind shownKind = ScheduleKind.CONSTANT;
    private final Quietly quietly = new Quietly();

    ScheduleSection(MethodController controller, ObjectProperty<Map<String, Boolean>> folds) {
        this.controller = controller;
        warmStart = NumberField.of(controller::onWarmUpStart);
        warmSteps = NumberField.whole(controller::onWarmUpSteps);
        fold = new Fold(
                "schedule-fold",
                "Schedule",
                Term.SCHEDULE,
                Rows.line(Rows.caption("Kind", Term.SCHEDULE), kinds),
                sentence,
                arguments,
                Rows.line(Rows.caption("Warm-up", Term.WARM_UP), warm),
                warmRows,
                curve);
        fold.remembered(folds);
        compose();
        listen();
        getChildren().setAll(fold);
    }

    private void compose() {
        managedProperty().bind(visibleProperty());
        kinds.setId("schedule");
        kinds.getStyleClass().add("small-choice");
        kinds.getItems().setAll(ScheduleKind.values());
        kinds.setConverter(new StringConverter<>() {
            @Override
            public String toString(ScheduleKind kind) {
                return kind == null ? "" : Wording.kind(kind);
            }

            @Override
            public ScheduleKind fromString(String text) {
                throw new UnsupportedOperationException("kinds are chosen, not typed");
            }
        });
        Tips.on(kinds, Term.SCHEDULE);
        sentence.getStyleClass().add("note");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        arguments.getStyleClass().add("fold-rows");
        warmRows.getStyleClass().add("fold-rows");
        warm.setId("warm-up");
        Tips.on(warm, Term.WARM_UP);
        warmStart.setId("warm-up-start");
        warmSteps.setId("warm-up-steps");
        Tips.on(warmStart, "The warm-up begins with this share of the rate.");
        Tips.on(warmSteps, "The warm-up takes so many steps.");
        warmRows.managedProperty().bind(warmRows.visibleProperty());
        warmRows.getChildren()
                .setAll(
                        Rows.line(Rows.caption("From a share of", Term.WARM_UP), warmStart),
                        new ErrorLine(warmStart.errorProperty()),
                        Rows.line(Rows.caption("In so many steps", Term.WARM_UP), warmSteps),
                        new ErrorLine(warmSteps.errorProperty()));
    }

    private void listen() {
        kinds.setOnAction(_ -> {
            if (!quietly.isQuiet() && kinds.getValue() != null) {
                controller.onScheduleKind(kinds.getValue());
            }
        });
        warm.selectedProperty().subscribe((_, on) -> {
            if (!quietly.isQuiet()) {
                controller.onWarmUp(on);
            }
        });
        fold.onOpened(curve::requestLayout);
    }

    void show(Method method, int steps) {
        quietly.run(() -> {
            Schedule schedule = method.schedule();
            ScheduleKind kind = ScheduleKind.of(schedule);
            fold.say(method.scheduleWords());
            kinds.setValue(kind);
            sentence.setText(kind.sentence());
            if (kind != shownKind) {
                shownKind = kind;
                rebuild();
            }
            Map<String, HyperValue> values = ScheduleKind.values(schedule);
            rows.forEach(row -> {
                HyperValue value = values.get(row.name());
                if (value != null) {
                    row.show(value);
                }
            });
            boolean warming = schedule instanceof Schedule.Warmup;
            warm.setSelected(warming);
            warmRows.setVisible(warming);
            if (schedule instanceof Schedule.Warmup warmup) {
                warmStart.setNumber(warmup.startFactor());
                warmSteps.setNumber(warmup.totalIters());
            }
            curve.show(method.curve(), steps);
        });
    }

    void showPlayhead(int step) {
        curve.showPlayhead(step, fold.isOpen());
    }

    private void rebuild() {
        rows.clear();
        for (Hyperparameter argument : shownKind.arguments()) {
            rows.add(new ArgumentRow(
                    "schedule-" + argument.name(),
                    argument,
                    value -> controller.onScheduleArgument(argument.name(), value)));
        }
        arguments.getChildren().setAll(rows);
    }
}
