package fallline.app.settings;

import fallline.analysis.NiceNumber;
import fallline.analysis.question.CurvatureHere;
import fallline.app.desk.Desk;
import fallline.app.feature.Command;
import fallline.app.rule.RuleController;
import fallline.experiment.Experiment;
import fallline.experiment.RecordedChange;
import fallline.experiment.Start;
import fallline.experiment.edit.Batches;
import fallline.experiment.edit.Edits;
import fallline.figure.paint.Typesetter;
import fallline.number.Numbers;
import fallline.objective.Goal;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import fallline.optimizer.batch.Batching;
import fallline.problem.Problem;
import fallline.workbench.Workbench;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;

/// Turns what hands do in the settings card into edits of the chosen run. It belongs to the FX thread.
public final class SettingsController {
    private final Workbench workbench;
    private final RuleController rules;
    private final MethodController method;
    private final BiFunction<Problem.Formula, Goal, Problem> withGoal;
    private final SettingsModel model;
    private final SettingsView view;
    private final StartView start;

    /// @param rules knows the optimizers, and edits their rules
    /// @param typesetter sets equations, on the desk's painter
    /// @param withGoal the same formula with another goal
    public SettingsController(
            Desk desk,
            RuleController rules,
            Typesetter typesetter,
            BiFunction<Problem.Formula, Goal, Problem> withGoal) {
        this.workbench = desk.workbench();
        this.rules = rules;
        this.withGoal = withGoal;
        model = new SettingsModel(Settings.of(workbench.scene(), workbench.resolver()));
        model.setPlayhead(workbench.view().playhead());
        method = new MethodController(workbench, model, desk.notices());
        start = new StartView(model, this);
        view = new SettingsView(
                model,
                this,
                method,
                start,
                new MethodCard(desk, typesetter),
                desk.appearance().foldsProperty());
        workbench.listen(scene -> {
            model.setPlayhead(scene.view().playhead());
            model.setSettings(Settings.of(scene, workbench.resolver()));
        });
        workbench.listenToRefusals(model::showAgain);
    }

    /// Every optimizer by its name.
    List<Command> choices() {
        return optimizers().stream()
                .map(optimizer -> Command.of(
                                "optimizer-" + optimizer.id(),
                                "Optimizer: " + optimizer.card().name(),
                                () -> onOptimizer(optimizer))
                        .changing("optimizer"))
                .toList();
    }

    /// The parts of both cards by a word.
    Map<String, Node> controls() {
        return view.controls();
    }

    /// What the chosen run is steered with: optimizer, learning rate, batch.
    public Node steer() {
        return view.steer();
    }

    /// The card of all other settings.
    public Node view() {
        return view;
    }

    /// Whether the runs go down or up; it stands in the card of the problem.
    public Node goal() {
        return start.goal();
    }

    /// The model, for whoever knows the curvature.
    public SettingsModel model() {
        return model;
    }

    /// Tells the card how J curves at the playhead, and where good rates lie.
    public void onCurvature(Optional<CurvatureHere> here) {
        model.setCurvature(here);
    }

    List<Optimizer> optimizers() {
        return rules.offered();
    }

    /// The user's own optimizers, which are read while the window is open already.
    ReadOnlyObjectProperty<List<Optimizer>> library() {
        return rules.model().library();
    }

    /// Another optimizer for the run; if it needs all rows and the run took fewer, that is said.
    void onOptimizer(Optimizer next) {
        Optional<Optimizer> before = model.settings().get().optimizer().filter(present -> !present.id()
                .equals(next.id()));
        if (before.isEmpty()) {
            return;
        }
        boolean sampled = MethodController.samples(experiment(), run());
        Experiment edited = Edits.withOptimizer(rules.withText(experiment(), next), run(), before.get(), next);
        if (method.refuses(edited)) {
            return;
        }
        workbench.edit(edited);
        if (sampled && next.needsFullBatch()) {
            method.sayAllRows(next.card().name());
        }
    }

    /// Whether the chosen run's rule can be edited, and whether that makes a copy first.
    RuleController.Access ruleAccess() {
        return rules.access(workbench.scene().chosen());
    }

    void onEditRule() {
        rules.onEdit(workbench.scene().chosen());
    }

    /// @throws IllegalArgumentException with a sentence, if the value is out of range
    void onHyperparameter(Hyperparameter hyperparameter, HyperValue value) {
        String optimizer = model.settings().get().optimizer().map(Optimizer::id).orElse("");
        hyperparameter.encode(value, optimizer);
        workbench.edit(
                Edits.withHyperparameter(experiment(), run(), hyperparameter.name(), value, from()),
                gesture(hyperparameter.name()));
    }

    void onReset(Hyperparameter hyperparameter) {
        workbench.edit(Edits.withDefault(experiment(), run(), hyperparameter, from()));
    }

    void onBatchKind(Batches.Kind kind) {
        Batches batches = model.settings().get().batches();
        if (batches.kind() != kind) {
            workbench.edit(Edits.withBatching(experiment(), run(), batches.batching(kind), from()));
        }
    }

    /// @throws IllegalArgumentException with a sentence, if the size is not 1 … rows
    void onBatchSize(double size) {
        int rows = model.settings().get().batches().rows();
        if (!(size >= 1 && size <= rows)) {
            throw new IllegalArgumentException("a batch has 1 to " + Numbers.whole(rows) + " rows");
        }
        workbench.edit(
                Edits.withBatching(experiment(), run(), new Batching.Shuffled((int) size), from()),
                gesture("batch-size"));
    }

    void onSeed(long seed) {
        workbench.edit(experiment().withSeed(seed));
    }

    /// @throws IllegalArgumentException with a sentence, if the number is not 1 … 10⁶
    void onSteps(double steps) {
        if (!(steps >= 1 && steps <= 1_000_000)) {
            throw new IllegalArgumentException("a run takes 1 to 1\u202f000\u202f000 steps");
        }
        Experiment next = experiment().withSteps((int) steps);
        if (next.steps() > steps) {
            throw new IllegalArgumentException("a recorded path goes on to step " + Numbers.whole(next.steps())
                    + ": take as many steps or more, or remove that run");
        }
        workbench.edit(next);
    }

    void onStart(int index, double value) {
        workbench.edit(Edits.withStartCoordinate(experiment(), index, value));
    }

    /// Draws a start from the seed, spread as widely as the present start lies from zero.
    void onRandomStart() {
        double scale = experiment().start() instanceof Start.Random random ? random.scale() : spread();
        workbench.edit(Edits.withRandomStart(experiment(), scale));
    }

    private double spread() {
        double largest = 1;
        for (double coordinate : experiment().startPoint()) {
            largest = Math.max(largest, Math.abs(coordinate));
        }
        return Double.isFinite(largest) && largest < 1e100 ? NiceNumber.below(largest) : 1;
    }

    void onGoal(Goal goal) {
        if (experiment().problem() instanceof Problem.Formula formula && formula.goal() != goal) {
            workbench.edit(experiment().withProblem(withGoal.apply(formula, goal)));
        }
    }

    void onFromHere(boolean on) {
        workbench.look(workbench.view().withFromHere(on));
    }

    void onRemoveChange(RecordedChange change) {
        workbench.edit(Edits.withoutChange(experiment(), run(), change));
    }

    void onRelease() {
        workbench.endGesture();
    }

    private Experiment experiment() {
        return workbench.experiment();
    }

    private String run() {
        return workbench.scene().chosen().name();
    }

    private int from() {
        return Edits.from(workbench.view());
    }

    private String gesture(String setting) {
        return run() + " " + setting + " " + from();
    }
}
