package fallline.app.runs;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.edit.Edits;
import fallline.figure.paint.Theme;
import fallline.workbench.Scene;
import fallline.workbench.Workbench;
import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// Adds, copies, forks, removes, renames, moves, shows and chooses runs. It belongs to the FX thread.
public final class RunsController {
    private final Workbench workbench;
    private final Function<Scene, Run> nextRun;
    private final RunsModel model;
    private final Runnable repeat;
    private final RunsView view;

    /// @param nextRun the run that *Add* adds
    /// @param theme whose colours the samples of the lines have
    /// @param repeat asks how often the chosen run is to be repeated
    public RunsController(
            Workbench workbench, Function<Scene, Run> nextRun, ObservableValue<Theme> theme, Runnable repeat) {
        this.repeat = repeat;
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
        editWithNew(next, next.runs().getLast().name());
    }

    /// Whether the chosen run has a recipe that could go on in another way.
    public boolean canFork() {
        return workbench.scene().chosen().recorded().isEmpty();
    }

    /// What forking is called just now: `Fork at step 57`; at the start there is no way to share, and it copies.
    public String forkTitle() {
        int step = workbench.view().playhead();
        return step > 0 ? "Fork at step " + step : "Fork";
    }

    /// Copies the chosen run, chooses the copy, and has its settings hold from the playhead on: the way so far is
    /// shared, and both futures stay.
    public void onFork() {
        int step = workbench.view().playhead();
        add(Edits.withFork(experiment(), chosen(), step));
        if (step > 0) {
            workbench.look(workbench.view().withFromHere(true));
        }
    }

    /// Shows the chosen run, or hides it.
    void onToggleChosen() {
        onToggle(chosen());
    }

    /// Puts a field in the place of the chosen run's name.
    void onStartRename() {
        view.startRename();
    }

    /// Asks how often the chosen run is to be repeated with other seeds.
    void onRepeat() {
        repeat.run();
    }

    /// Copies the chosen run and chooses the copy.
    public void onDuplicate() {
        add(Edits.withDuplicate(experiment(), chosen()));
    }

    /// Takes an experiment with one run more, and chooses that.
    private void add(Experiment next) {
        Experiment before = experiment();
        next.runs().stream()
                .map(Run::name)
                .filter(name -> before.indexOf(name) < 0)
                .findFirst()
                .ifPresent(name -> editWithNew(next, name));
    }

    /// @param name of the run that is new: it is drawn, even if one of that name was hidden before
    private void editWithNew(Experiment next, String name) {
        workbench.edit(next);
        onChoose(name);
        if (workbench.view().runs().hidden().contains(name)) {
            onToggle(name);
        }
    }

    private String chosen() {
        return workbench.scene().chosen().name();
    }

    /// Removes the chosen run and chooses its neighbour; the last run stays.
    public void onRemove() {
        Experiment before = experiment();
        String name = chosen();
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
    void onStep(int lines) {
        int index = experiment().indexOf(chosen()) + lines;
        if (index >= 0 && index < experiment().runs().size()) {
            onChoose(experiment().runs().get(index).name());
        }
    }

    /// Whether the chosen run has so many lines below it, or above it.
    public boolean canMove(int lines) {
        int index = experiment().indexOf(chosen()) + lines;
        return index >= 0 && index < experiment().runs().size();
    }

    /// Moves the chosen run so many lines down in the list.
    public void onMove(int lines) {
        if (canMove(lines)) {
            onMoveTo(chosen(), experiment().indexOf(chosen()) + lines);
        }
    }

    /// Moves a run to another place of the list.
    void onMoveTo(String run, int place) {
        Experiment next = experiment().withMoved(run, place);
        if (!next.runs().equals(experiment().runs())) {
            workbench.edit(next);
        }
    }

    /// Whether there are others that could be hidden.
    public boolean canSolo() {
        return experiment().runs().size() > 1;
    }

    /// Whether the chosen run is drawn and no other is.
    public boolean isSolo() {
        return workbench.view().runs().isSolo(chosen(), names());
    }

    /// Draws the chosen run alone, or the others again.
    public void onSolo() {
        onSolo(chosen());
    }

    /// Chooses a run and draws it alone, or the others again as they were.
    void onSolo(String run) {
        if (canSolo()) {
            workbench.look(workbench.view().withRuns(look -> look.withSolo(run, names())));
        }
    }

    private List<String> names() {
        return experiment().runs().stream().map(Run::name).toList();
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
