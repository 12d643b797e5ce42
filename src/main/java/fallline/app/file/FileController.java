package fallline.app.file;

import fallline.app.Desk;
import fallline.app.Dialogs.FileKind;
import fallline.app.data.DataController;
import fallline.experiment.Experiment;
import fallline.experiment.ViewState;
import fallline.file.ExperimentFile;
import fallline.file.FileException;
import fallline.file.FileStamp;
import fallline.file.OpenedExperiment;
import fallline.file.UnknownFields;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Opens and saves experiments. It belongs to the FX thread; files are read and written in the background, and what
/// goes wrong is said in one sentence while everything stays as it was.
public final class FileController {
    private static final FileKind EXPERIMENT = new FileKind("Experiment (JSON)", List.of("json"));
    private static final int MOST_WARNINGS = 3;

    private final Desk desk;
    private final ExperimentFile files;
    private final Consumer<Path> onTable;
    private final Executor fx = Platform::runLater;
    private Optional<FileStamp> current = Optional.empty();
    private UnknownFields unknown = UnknownFields.none();

    /// @param onTable opens a table of data
    public FileController(Desk desk, ExperimentFile files, Consumer<Path> onTable) {
        this.desk = desk;
        this.files = files;
        this.onTable = onTable;
        desk.stage().sceneProperty().subscribe(scene -> {
            if (scene != null) {
                acceptDrops(scene);
            }
        });
    }

    private void acceptDrops(Scene scene) {
        scene.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        scene.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            if (event.getDragboard().hasFiles()) {
                open(event.getDragboard().getFiles().stream()
                        .map(java.io.File::toPath)
                        .toList());
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    /// Asks for a file and opens it.
    public void onOpen() {
        FileKind both = new FileKind("Experiments and tables", experimentsAndTables());
        desk.dialogs()
                .openFile("Open", List.of(both, EXPERIMENT, DataController.CSV))
                .ifPresent(file -> open(List.of(file)));
    }

    private static List<String> experimentsAndTables() {
        List<String> endings = new ArrayList<>(List.of("json"));
        endings.addAll(DataController.CSV.extensions());
        return endings;
    }

    /// Opens what was picked, dropped or named on the command line: an experiment or a table of data; of several
    /// files the first.
    public void open(List<Path> paths) {
        if (paths.isEmpty()) {
            return;
        }
        Path file = paths.getFirst();
        if (paths.size() > 1) {
            desk.notices().tell("Of " + paths.size() + " files " + file.getFileName() + " is opened.");
        }
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".json")) {
            desk.background().execute(() -> read(file));
        } else if (DataController.CSV.extensions().stream().anyMatch(kind -> name.endsWith("." + kind))) {
            onTable.accept(file);
        } else {
            desk.notices()
                    .warn(file.getFileName()
                            + " is neither an experiment nor a table: open a file that ends in .json or .csv.");
        }
    }

    private void read(Path file) {
        try {
            FileStamp stamp = FileStamp.of(file);
            OpenedExperiment opened = files.read(file);
            fx.execute(() -> show(opened, stamp));
        } catch (FileException e) {
            fx.execute(() -> desk.notices().warn(String.valueOf(e.getMessage())));
        }
    }

    private void show(OpenedExperiment opened, FileStamp stamp) {
        current = Optional.of(stamp);
        unknown = opened.unknown();
        Experiment experiment = opened.experiment();
        ViewState view = opened.view().orElseGet(() -> ViewState.initial(experiment));
        desk.workbench().open(experiment, view);
        showName();
        opened.warnings().stream().limit(MOST_WARNINGS).forEach(desk.notices()::warn);
    }

    private void showName() {
        desk.stage()
                .setTitle(current.map(stamp -> stamp.file().getFileName() + " – Fall Line")
                        .orElse("Fall Line"));
    }

    /// Saves into the file that is open, or asks for one.
    public void onSave() {
        current.ifPresentOrElse(this::saveOver, this::onSaveAs);
    }

    private void saveOver(FileStamp stamp) {
        Optional<String> changed = stamp.changed();
        if (changed.isEmpty() || desk.dialogs().confirm(changed.get(), "Replace")) {
            save(stamp.file());
        }
    }

    /// Asks for a file and saves into it.
    public void onSaveAs() {
        String name =
                current.map(stamp -> String.valueOf(stamp.file().getFileName())).orElse("experiment.json");
        desk.dialogs()
                .saveFile("Save the experiment", name, List.of(EXPERIMENT))
                .ifPresent(this::save);
    }

    private void save(Path file) {
        Experiment experiment = desk.workbench().experiment();
        ViewState view = desk.workbench().view();
        UnknownFields kept = unknown;
        desk.background().execute(() -> {
            try {
                files.write(file, experiment, Optional.of(view), kept);
                FileStamp stamp = FileStamp.of(file);
                fx.execute(() -> onSaved(stamp));
            } catch (FileException e) {
                fx.execute(() -> desk.notices().warn(String.valueOf(e.getMessage())));
            }
        });
    }

    private void onSaved(FileStamp stamp) {
        current = Optional.of(stamp);
        showName();
        desk.notices().tell("Saved as " + stamp.file() + ".");
    }
}
