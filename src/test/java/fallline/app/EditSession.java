package fallline.app;

import fallline.app.desk.Desk;
import fallline.app.export.FilePrinting;
import fallline.app.feature.Feature;
import fallline.app.file.FileController;
import fallline.app.recovery.RecoveryController;
import fallline.app.recovery.RecoveryFeature;
import fallline.app.toolbar.HistoryFeature;
import fallline.app.transport.Opening;
import fallline.data.DataEdit;
import fallline.data.Dataset;
import fallline.experiment.Experiment;
import fallline.experiment.Start;
import fallline.experiment.edit.Edits;
import fallline.experiment.view.ConvergenceLook.Measure;
import fallline.experiment.view.ViewState;
import fallline.file.ExperimentFile;
import fallline.file.json.UnknownFields;
import fallline.file.recovery.ProcessName;
import fallline.file.recovery.RecoveryFolder;
import fallline.file.user.UserDesk;
import fallline.objective.Goal;
import fallline.optimizer.HyperValue;
import fallline.picture.page.Views;
import fallline.problem.DataProblem;
import fallline.problem.Problem;
import fallline.workbench.Workbench;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;

/// A process with a window on the screen that does not exist, in which somebody works from a seed until the process is
/// killed. After each edit it writes the time and the state into a log.
final class EditSession {
    private static final UserDesk NO_DESK = UserDesk.in(Path.of("target", "no-desk"));

    /// Before so many edits a process is busy with its own start.
    private static final int WARM = 15;

    private final SplittableRandom random;
    private final Workbench workbench;
    private final OutputStream log;
    private int edits;

    private EditSession(long seed, Workbench workbench, OutputStream log) {
        random = new SplittableRandom(seed);
        this.workbench = workbench;
        this.log = log;
    }

    /// @param arguments the folder of recoveries, the log, the seed, whether the window has all its features
    static void main(String[] arguments) throws IOException {
        RecoveryFolder recovery = new RecoveryFolder(Path.of(arguments[0]), ProcessName.own());
        OutputStream log = Files.newOutputStream(Path.of(arguments[1]));
        long seed = Long.parseLong(arguments[2]);
        boolean whole = Boolean.parseBoolean(arguments[3]);
        Platform.startup(() -> {
            Stage stage = new Stage();
            stage.setWidth(1000);
            stage.setHeight(700);
            FallLineWindow window = new FallLineWindow(
                    stage,
                    Trial.context(
                            Fixtures.bowl(),
                            new Trial.Answers(),
                            Views.ALL,
                            desk -> whole ? whole(recovery).on(desk) : small(recovery, desk)));
            window.show();
            EditSession session = new EditSession(seed, window.workbench(), log);
            session.next();
        });
    }

    private static Features whole(RecoveryFolder recovery) {
        return new Features(
                Fixtures.CATALOGUE,
                new FilePrinting(Fixtures.CATALOGUE),
                Trial.NOTHING_KEPT,
                NO_DESK,
                Opening.STILL,
                Optional.empty(),
                Optional.empty(),
                Optional.of(recovery));
    }

    /// A window without panes, which is there at once.
    private static List<Feature> small(RecoveryFolder recovery, Desk desk) {
        FileController files = new FileController(
                desk,
                new ExperimentFile(Fixtures.CATALOGUE),
                NO_DESK,
                Fixtures.EXPERIMENTS::first,
                _ -> {},
                Runnable::run);
        return List.of(
                new HistoryFeature(desk.workbench()),
                new RecoveryFeature(new RecoveryController(desk, files, Fixtures.CATALOGUE, recovery)));
    }

    /// What a log says of a state.
    static String text(Experiment experiment, ViewState view) {
        String text = new ExperimentFile(Fixtures.CATALOGUE)
                .text(
                        experiment,
                        Optional.empty(),
                        UnknownFields.none(),
                        Path.of("").toAbsolutePath());
        return Integer.toHexString(text.hashCode()) + "-" + text.length() + "-"
                + view.convergence().measure();
    }

    private void next() {
        edit();
        String line = System.currentTimeMillis() + " " + text(workbench.experiment(), workbench.view()) + "\n";
        try {
            log.write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (++edits == WARM) {
            System.out.println("works");
        }
        PauseTransition pause = new PauseTransition(Duration.millis(random.nextInt(10, 150)));
        pause.setOnFinished(_ -> next());
        pause.play();
    }

    private void edit() {
        Experiment now = workbench.experiment();
        switch (random.nextInt(9)) {
            case 0 -> workbench.edit(now.withSteps(random.nextInt(10, 300)));
            case 1 -> open(Fixtures.line());
            case 2 -> openFormula();
            case 3 -> workbench.undo();
            case 4 -> workbench.redo();
            case 5 -> {
                Measure[] measures = Measure.values();
                Measure measure = measures[random.nextInt(measures.length)];
                workbench.look(workbench.view().withConvergence(look -> look.withMeasure(measure)));
            }
            case 6 -> movePoint(now);
            case 7 ->
                workbench.edit(now.withStart(
                        Start.at(random.doubles(now.startPoint().length, -3, 3).toArray())));
            default ->
                workbench.edit(
                        Edits.withHyperparameter(
                                now,
                                now.runs().getFirst().name(),
                                "lr",
                                new HyperValue.Amount(random.nextDouble(0.001, 0.05)),
                                0),
                        "rate");
        }
    }

    private void openFormula() {
        try {
            open(Fixtures.EXPERIMENTS.forFormula("x^2 + " + random.nextInt(2, 20) + "*y^2", Goal.MINIMISE));
        } catch (fallline.expr.FormulaException e) {
            throw new IllegalStateException(e);
        }
    }

    private void open(Experiment experiment) {
        workbench.open(experiment, ViewState.initial(experiment));
    }

    private void movePoint(Experiment now) {
        Optional<DataProblem> data = DataProblem.of(now.problem());
        if (data.isPresent()) {
            Dataset table = data.get().data();
            Dataset moved = DataEdit.withCells(
                    table, random.nextInt(table.rows()), Map.of("y", Double.toString(random.nextDouble(-9, 9))));
            Problem next = data.get().withData(moved);
            workbench.edit(now.withProblem(next), "point");
        }
    }
}
