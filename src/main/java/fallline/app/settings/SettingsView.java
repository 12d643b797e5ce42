package fallline.app.settings;

import atlantafx.base.controls.ToggleSwitch;
import fallline.app.controls.ErrorLine;
import fallline.app.controls.FittingLabel;
import fallline.app.controls.NumberField;
import fallline.app.controls.Quietly;
import fallline.app.controls.Rows;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.app.rule.RuleController;
import fallline.number.Numbers;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The card of the chosen run's settings.
final class SettingsView extends VBox {
    private final SettingsModel model;
    private final SettingsController controller;
    private final StartView start;
    private final SteerView steer;
    private final FittingLabel paper = new FittingLabel("card-subtitle");
    private final VBox content = new VBox();
    private final VBox recorded = new VBox(6);
    private List<Node> controls = List.of();
    private List<Node> wanted = List.of();
    private final VBox stepsAndSeed = new VBox();
    private final VBox hyperRows = new VBox();
    private final List<HyperRow> rows = new ArrayList<>();
    private final MethodCard method;
    private final ScheduleSection schedule;
    private final SearchSection search;
    private final ModifiersSection modifiers;
    private final Button edit = new Button();
    private final ToggleSwitch fromHere = new ToggleSwitch();
    private final Label fromHereCaption = Rows.caption("From this step on", Term.FROM_HERE);
    private final ChangesSection changes;
    private final NumberField steps;
    private final NumberField seed;
    private Optional<Optimizer> shownOptimizer = Optional.empty();
    private final Quietly quietly = new Quietly();

    SettingsView(
            SettingsModel model,
            SettingsController controller,
            MethodController methods,
            StartView start,
            MethodCard method,
            ObjectProperty<Map<String, Boolean>> folds) {
        this.model = model;
        this.method = method;
        this.controller = controller;
        this.start = start;
        steer = new SteerView(controller);
        schedule = new ScheduleSection(methods, folds);
        search = new SearchSection(methods, folds);
        modifiers = new ModifiersSection(methods, folds);
        changes = new ChangesSection(controller);
        steps = NumberField.whole(controller::onSteps);
        seed = NumberField.exact(controller::onSeed);
        compose();
        listen();
        bind();
    }

    private void compose() {
        getStyleClass().addAll("card", "side", "settings");
        Label title = new Label("Settings");
        title.getStyleClass().add("card-title");
        Tips.on(title, Term.SETTINGS);
        title.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(paper, Priority.ALWAYS);
        Tips.on(paper, Term.PAPER);
        edit.setId("edit-rule");
        edit.getStyleClass().add("tool");
        edit.setMinWidth(USE_PREF_SIZE);
        edit.managedProperty().bind(edit.visibleProperty());
        HBox header = new HBox(title, paper, edit);
        header.getStyleClass().add("card-header");
        steps.setId("steps");
        seed.setId("seed");
        fromHere.setId("from-here");
        steer.offer(controller.optimizers());
        fillStepsAndSeed();
        Tips.on(fromHere, Term.FROM_HERE);
        Tips.on(steps, Term.STEPS);
        Tips.on(seed, Term.SEED);
        content.getStyleClass().add("settings-content");
        content.getChildren()
                .setAll(
                        start,
                        stepsAndSeed,
                        hyperRows,
                        schedule,
                        Rows.line(fromHereCaption, fromHere),
                        changes,
                        folds());
        recorded.setId("recorded-path");
        controls = List.copyOf(content.getChildren());
        wanted = controls;
        hyperRows.getStyleClass().add("settings-section");
        hyperRows.managedProperty().bind(hyperRows.visibleProperty());
        setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(header, content);
    }

    /// What stands at the head of the column.
    SteerView steer() {
        return steer;
    }

    /// The parts of the card and of the head of the column, by a word.
    Map<String, Node> controls() {
        Map<String, Node> parts = new HashMap<>(steer.controls());
        parts.put("start", start);
        parts.put("count", stepsAndSeed);
        parts.put("settings", hyperRows);
        parts.put("settings/1", modifiers);
        parts.put("schedule", schedule);
        parts.put("seed", stepsAndSeed);
        return parts;
    }

    private VBox folds() {
        VBox folds = new VBox(method, modifiers, search);
        folds.getStyleClass().add("folds");
        return folds;
    }

    private void fillStepsAndSeed() {
        Label many = Rows.caption("Steps", Term.STEPS);
        Label chance = Rows.caption("Seed", Term.SEED);
        Rows.name(many, steps);
        Rows.name(chance, seed);
        HBox line = new HBox(many, steps, Rows.space(), chance, seed);
        line.getStyleClass().add("line");
        stepsAndSeed
                .getChildren()
                .setAll(line, new ErrorLine(steps.errorProperty()), new ErrorLine(seed.errorProperty()));
        stepsAndSeed.getStyleClass().add("setting");
    }

    private void bind() {
        model.follow(this::show);
        controller.library().subscribe(_ -> offer());
        model.curvature().subscribe(_ -> showValues(model.settings().get()));
        model.playhead().subscribe(step -> schedule.showPlayhead(step.intValue()));
        fromHereCaption
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.settings().get().fromHere()
                                ? "From step " + Numbers.whole(model.playhead().get()) + " on"
                                : "From this step on",
                        model.settings(),
                        model.playhead()));
    }

    private void listen() {
        edit.setOnAction(_ -> controller.onEditRule());
        fromHere.selectedProperty().subscribe((_, on) -> {
            if (!quietly.isQuiet()) {
                controller.onFromHere(on);
            }
        });
    }

    /// A path that was computed elsewhere has words in the place of its settings.
    private void showRecorded(List<String> words) {
        recorded.getChildren().setAll(words.stream().map(SettingsView::note).toList());
        List<Node> next = new ArrayList<>(controls);
        if (!words.isEmpty()) {
            next.removeIf(node -> node != start && node != stepsAndSeed);
            next.addFirst(recorded);
        }
        if (!next.equals(wanted)) { // what is lent to a lesson stays there
            wanted = next;
            content.getChildren().setAll(wanted);
        }
    }

    private static Label note(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("note");
        label.setWrapText(true);
        return label;
    }

    private void show(Settings settings) {
        quietly.run(() -> {
            showRecorded(settings.recorded());
            steer.show(settings);
            List<Hyperparameter> before =
                    shownOptimizer.map(Optimizer::hyperparameters).orElse(List.of());
            boolean renewed = !settings.optimizer().equals(shownOptimizer);
            shownOptimizer = settings.optimizer();
            if (!before.equals(shownOptimizer.map(Optimizer::hyperparameters).orElse(List.of()))) {
                rebuild();
            }
            if (renewed) {
                showPaper();
            }
            if (renewed || !controller.optimizers().equals(steer.offered())) {
                offer();
            }
            showValues(settings);
            showMethod(settings);
            steps.setNumber(settings.steps());
            seed.setWhole(settings.seed());
            fromHere.setSelected(settings.fromHere());
            changes.show(settings.changes());
        });
    }

    private void showPaper() {
        String published = shownOptimizer.map(o -> o.card().paper()).orElse("");
        paper.say(published.isEmpty() ? List.of("") : List.of("rule: " + published, published));
        Tips.on(paper, published + ". " + Term.PAPER.sentence());
    }

    /// Makes the rows of another optimizer's hyperparameters.
    private void rebuild() {
        rows.clear();
        List<HyperRow> rate = new ArrayList<>();
        hyperRows.getChildren().clear();
        shownOptimizer.ifPresent(optimizer -> {
            for (Hyperparameter hyperparameter : optimizer.hyperparameters()) {
                HyperRow row = new HyperRow(hyperparameter, controller);
                rows.add(row);
                if (hyperparameter.name().equals(Hyperparameter.LEARNING_RATE)) {
                    rate.add(row);
                } else {
                    hyperRows.getChildren().add(row);
                }
            }
        });
        steer.host(rate);
        hyperRows.setVisible(!hyperRows.getChildren().isEmpty());
    }

    /// Offers the optimizers that there are, and shows that of the run.
    private void offer() {
        List<Optimizer> offered = controller.optimizers();
        steer.offer(offered);
        shownOptimizer
                .flatMap(shown -> offered.stream()
                        .filter(other -> other.id().equals(shown.id()))
                        .findFirst())
                .ifPresent(steer::showOptimizer);
        RuleController.Access access = controller.ruleAccess();
        edit.setVisible(access != RuleController.Access.NONE);
        edit.setText(access == RuleController.Access.OWN ? "Edit" : "Edit a copy");
        Tips.on(edit, access == RuleController.Access.OWN ? Term.EDIT_RULE : Term.COPY_RULE);
    }

    private void showMethod(Settings settings) {
        method.show(settings.optimizer());
        schedule.setVisible(settings.optimizer().map(Optimizer::hasRate).orElse(false));
        schedule.show(settings.method(), settings.steps());
        search.show(settings.method());
        modifiers.show(settings.method().modifiers(), settings.method().fit());
    }

    private void showValues(Settings settings) {
        shownOptimizer.ifPresent(optimizer -> {
            for (int i = 0; i < rows.size(); i++) {
                HyperValue value =
                        settings.values().get(optimizer.hyperparameters().get(i).name());
                if (value != null) {
                    rows.get(i)
                            .show(
                                    value,
                                    model.curvature().get(),
                                    settings.method().used());
                }
            }
        });
    }
}
