package fallline.app.settings;

import atlantafx.base.controls.ToggleSwitch;
import fallline.app.controls.Chooser;
import fallline.app.controls.ErrorLine;
import fallline.app.controls.NumberField;
import fallline.app.controls.Quietly;
import fallline.app.controls.Rows;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.app.rule.RuleController;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The card of the chosen run's settings.
final class SettingsView extends VBox {
    private static final double BAR = 10;
    private static final int LONG_NAME = 20;

    private final SettingsModel model;
    private final SettingsController controller;
    private final StartView start;
    private final Label title = new Label();
    private final Label paper = new Label();
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final VBox content = new VBox();
    private final Chooser<Optimizer> optimizers = new Chooser<>(
            "optimizer", Term.OPTIMIZER, optimizer -> optimizer.card().name());
    private final VBox rateRow = new VBox();
    private final StackPane startSlot = new StackPane();
    private final VBox hyperRows = new VBox();
    private final List<HyperRow> rows = new ArrayList<>();
    private final BatchSection batches;
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
            MethodCard method) {
        this.model = model;
        this.method = method;
        this.controller = controller;
        this.start = start;
        batches = new BatchSection(controller);
        schedule = new ScheduleSection(methods);
        search = new SearchSection(methods);
        modifiers = new ModifiersSection(methods);
        changes = new ChangesSection(controller);
        steps = NumberField.whole(controller::onSteps);
        seed = NumberField.exact(controller::onSeed);
        compose();
        listen();
        bind();
    }

    private void compose() {
        getStyleClass().addAll("card", "side", "settings");
        title.getStyleClass().add("card-title");
        paper.getStyleClass().add("card-subtitle");
        paper.setMinWidth(0);
        edit.setId("edit-rule");
        edit.getStyleClass().add("tool");
        edit.setMinWidth(USE_PREF_SIZE);
        edit.managedProperty().bind(edit.visibleProperty());
        HBox header = new HBox(title, paper, Rows.space(), edit);
        header.getStyleClass().add("card-header");
        steps.setId("steps");
        seed.setId("seed");
        fromHere.setId("from-here");
        optimizers.offer(controller.optimizers());
        Tips.on(fromHere, Term.FROM_HERE);
        Tips.on(steps, Term.STEPS);
        Tips.on(seed, Term.SEED);
        content.getStyleClass().add("settings-content");
        content.getChildren()
                .setAll(
                        new ErrorLine(refusal.getReadOnlyProperty()),
                        optimizerRow(),
                        method,
                        rateRow,
                        batches,
                        hyperRows,
                        Rows.line(fromHereCaption, fromHere),
                        folds(),
                        startSlot,
                        stepsAndSeed(),
                        changes);
        startSlot.managedProperty().bind(Bindings.isNotEmpty(startSlot.getChildren()));
        hostStart();
        hyperRows.getStyleClass().add("settings-section");
        hyperRows.managedProperty().bind(hyperRows.visibleProperty());
        ScrollPane scroll = new ScrollPane(content);
        // the bar stands in the card's margin, so that nothing moves when it comes and goes
        VBox.setMargin(scroll, new Insets(0, -BAR, 0, 0));
        content.minWidthProperty().bind(scroll.widthProperty().subtract(BAR));
        content.maxWidthProperty().bind(scroll.widthProperty().subtract(BAR));
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("card-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(header, scroll);
    }

    /// Shows start and goal in this card; another card may take them from it.
    void hostStart() {
        startSlot.getChildren().setAll(start);
    }

    private VBox folds() {
        VBox folds = new VBox(schedule, search, modifiers);
        folds.getStyleClass().add("folds");
        return folds;
    }

    private HBox optimizerRow() {
        HBox row = new HBox(Rows.caption("Optimizer", Term.OPTIMIZER), optimizers);
        row.getStyleClass().add("line");
        HBox.setHgrow(optimizers, Priority.ALWAYS);
        row.setSpacing(10);
        return row;
    }

    private VBox stepsAndSeed() {
        HBox line =
                new HBox(Rows.caption("Steps", Term.STEPS), steps, Rows.space(), Rows.caption("Seed", Term.SEED), seed);
        line.getStyleClass().add("line");
        VBox box = new VBox(line, new ErrorLine(steps.errorProperty()), new ErrorLine(seed.errorProperty()));
        box.getStyleClass().add("setting");
        return box;
    }

    private void bind() {
        model.settings().subscribe(this::show);
        controller.library().subscribe(_ -> offer());
        model.curvature().subscribe(_ -> showValues(model.settings().get()));
    }

    private void listen() {
        optimizers.onChosen(controller::onOptimizer);
        edit.setOnAction(_ -> controller.onEditRule());
        fromHere.selectedProperty().subscribe((_, on) -> {
            if (!quietly.isQuiet()) {
                controller.onFromHere(on);
            }
        });
    }

    private void show(Settings settings) {
        quietly.run(() -> {
            title.setText(settings.run());
            title.setMinWidth(settings.run().length() > LONG_NAME ? 0 : USE_PREF_SIZE); // a long one ends in dots
            paper.setText(settings.optimizer().map(o -> o.card().paper()).orElse(""));
            refusal.set(settings.refusal().orElse(""));
            List<Hyperparameter> before =
                    shownOptimizer.map(Optimizer::hyperparameters).orElse(List.of());
            boolean renewed = !settings.optimizer().equals(shownOptimizer);
            shownOptimizer = settings.optimizer();
            if (!before.equals(shownOptimizer.map(Optimizer::hyperparameters).orElse(List.of()))) {
                rebuild();
            }
            if (renewed || !controller.optimizers().equals(optimizers.offered())) {
                offer();
            }
            showValues(settings);
            showMethod(settings);
            batches.show(settings.batches());
            steps.setNumber(settings.steps());
            seed.setWhole(settings.seed());
            fromHere.setSelected(settings.fromHere());
            fromHereCaption.setText(
                    settings.fromHere() ? "From step " + settings.playhead() + " on" : "From this step on");
            changes.show(settings.changes());
        });
    }

    /// Makes the rows of another optimizer's hyperparameters.
    private void rebuild() {
        rows.clear();
        rateRow.getChildren().clear();
        hyperRows.getChildren().clear();
        shownOptimizer.ifPresent(optimizer -> {
            for (Hyperparameter hyperparameter : optimizer.hyperparameters()) {
                HyperRow row = new HyperRow(hyperparameter, controller);
                rows.add(row);
                boolean rate = hyperparameter.name().equals(Hyperparameter.LEARNING_RATE);
                (rate ? rateRow : hyperRows).getChildren().add(row);
            }
        });
        hyperRows.setVisible(!hyperRows.getChildren().isEmpty());
    }

    /// Offers the optimizers that there are, and shows that of the run.
    private void offer() {
        List<Optimizer> offered = controller.optimizers();
        optimizers.offer(offered);
        shownOptimizer
                .flatMap(shown -> offered.stream()
                        .filter(other -> other.id().equals(shown.id()))
                        .findFirst())
                .ifPresent(optimizers::show);
        RuleController.Access access = controller.ruleAccess();
        edit.setVisible(access != RuleController.Access.NONE);
        edit.setText(access == RuleController.Access.OWN ? "Edit" : "Edit a copy");
        Tips.on(edit, access == RuleController.Access.OWN ? Term.EDIT_RULE : Term.COPY_RULE);
    }

    private void showMethod(Settings settings) {
        method.show(settings.optimizer());
        schedule.setVisible(settings.optimizer().map(Optimizer::hasRate).orElse(false));
        schedule.show(settings.method(), settings.playhead(), settings.steps());
        search.show(settings.method());
        modifiers.show(settings.method().modifiers());
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
