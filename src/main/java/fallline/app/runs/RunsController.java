package fallline.app.runs;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.edit.Edits;
import fallline.figure.paint.Theme;
import fallline.workbench.Scene;
import fallline.workbench.Workbench;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// Adds, copies, removes, renames, shows and chooses runs. It belongs to the FX thread.
public final class RunsController {
    private final Workbench workbench;
    private final Function<Scene, Run> nextRun;
    private final RunsModel model;
    private final RunsView view;

    /// @param nextRun the run that *Add* adds
    /// @param theme whose colours the samples of the lines have
    public RunsController(Workbench workbench, Function<Scene, Run> nextRun, ObservableValue<Theme> theme) {
        this.workbench = workbench;
        this.nextRun = nextRun;
        model = new RunsModel(RunLine.of(workbench.scene()));
        view = new RunsView(model, this, theme);
        workbench.listen(scene -> model.setLines(RunLine.of(scene)));
    }

    /// The card with the list.
    public Node view() {
        return view;
    }

    /// Adds a run and chooses it.
    public void onAdd() {
        Experiment next = Edits.withAdded(experiment(), nextRun.apply(workbench.scene()));
        workbench.edit(next);
        onChoose(next.runs().getLast().name());
    }

    /// Whether the chosen run has a recipe that could go on in another way.
    public boolean canFork() {
        return workbench.scene().chosen().recorded().isEmpty();
    }

    /// Copies the chosen run, chooses the copy, and has its settings hold from the playhead on: the way so far is
    /// shared, and both futures stay.
    public void onFork() {
        onDuplicate();
        if (workbench.view().playhead() > 0) {
            workbench.look(workbench.view().withFromHere(true));
        }
    }

    /// Copies the chosen run and chooses the copy.
    public void onDuplicate() {
        String original = workbench.scene().chosen().name();
        Experiment next = Edits.withDuplicate(experiment(), original);
        workbench.edit(next);
        onChoose(next.runs().get(next.indexOf(original) + 1).name());
    }

    /// Removes the chosen run and chooses its neighbour; the last run stays.
    public void onRemove() {
        Experiment before = experiment();
        String name = workbench.scene().chosen().name();
        int index = before.indexOf(name);
        if (before.runs().size() > 1) {
            Experiment next = before.without(name);
            workbench.edit(next);
            onChoose(next.runs().get(Math.min(index, next.runs().size() - 1)).name());
        }
    }

    /// Whether a run may go: the last one stays.
    public boolean canRemove() {
        return experiment().runs().size() > 1;
    }

    /// Chooses the run whose settings are shown.
    public void onChoose(String run) {
        workbench.look(workbench.view().withChosen(run));
    }

    /// Chooses the run so many lines further down.
    void onMove(int lines) {
        int index = experiment().indexOf(workbench.scene().chosen().name()) + lines;
        if (index >= 0 && index < experiment().runs().size()) {
            onChoose(experiment().runs().get(index).name());
        }
    }

    /// Shows a hidden run or hides a shown one.
    public void onToggle(String run) {
        workbench.look(workbench.view().withRuns(look -> look.withToggled(run)));
    }

    /// @throws IllegalArgumentException with a sentence, if the name is blank or taken
    void onRename(String run, String name) {
        Experiment next = Edits.withRenamed(experiment(), run, name);
        if (!next.equals(experiment())) {
            workbench.edit(next);
        }
    }

    private Experiment experiment() {
        return workbench.experiment();
    }
}
