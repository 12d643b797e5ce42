package fallline.app.file;

import fallline.app.data.DataController;
import fallline.app.desk.Desk;
import fallline.app.desk.Dialogs.Decision;
import fallline.app.desk.Dialogs.FileKind;
import fallline.experiment.Experiment;
import fallline.experiment.view.ViewState;
import fallline.file.ExperimentFile;
import fallline.file.FileStamp;
import fallline.file.codec.OpenedExperiment;
import fallline.file.json.UnknownFields;
import fallline.workbench.Document;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.WindowEvent;

/// Opens and saves experiments. It belongs to the FX thread; files are read and written in the background, and what
/// goes wrong is said in one sentence while everything stays as it was.
public final class FileController {
    private static final FileKind EXPERIMENT = new FileKind("Experiment (JSON)", List.of("json"));
    private static final int MOST_WARNINGS = 3;
    private static final String STILL_WRITING =
            "A file is still being written: closing the window now leaves it as it was. Close all the same?";

    private final Desk desk;
    private final ExperimentFile files;
    private final Consumer<Path> onTable;

    /// The files of the documents that have one; those that no entry of the history names any more are forgotten.
    private final Map<Document, Attached> attached = new WeakHashMap<>();

    private final List<Runnable> listeners = new ArrayList<>();
    private Optional<Named> named = Optional.empty();

    /// Whether the window closes as soon as everything is written.
    private boolean closing;

    /// A document's file.
    ///
    /// @param saved the experiment that is in it, if that is known
    /// @param unknown what is in it besides
    private record Attached(FileStamp stamp, Optional<Experiment> saved, UnknownFields unknown) {}

    /// The file of the present document, and what is in it besides the experiment.
    public record Attachment(FileStamp stamp, UnknownFields unknown) {}

    /// What the title was last made of.
    private record Named(Experiment experiment, Optional<Attached> file) {
        boolean is(Experiment other, Optional<Attached> otherFile) {
            return experiment == other && file.equals(otherFile);
        }
    }

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
        desk.stage().addEventHandler(WindowEvent.WINDOW_CLOSE_REQUEST, this::onCloseRequest);
        desk.workbench().listen(_ -> showName());
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
            desk.files().read(file, "Opening " + file.getFileName(), () -> read(file), this::show);
        } else if (DataController.CSV.extensions().stream().anyMatch(kind -> name.endsWith("." + kind))) {
            onTable.accept(file);
        } else {
            desk.notices()
                    .warn(file.getFileName()
                            + " is neither an experiment nor a table: open a file that ends in .json or .csv.");
        }
    }

    private record Read(OpenedExperiment opened, FileStamp stamp) {}

    private Read read(Path file) {
        FileStamp stamp = FileStamp.of(file);
        return new Read(files.read(file), stamp);
    }

    private void show(Read read) {
        OpenedExperiment opened = read.opened();
        Experiment experiment = opened.experiment();
        ViewState view = opened.view().orElseGet(() -> ViewState.initial(experiment));
        desk.workbench().open(experiment, view);
        attach(desk.workbench().document(), new Attached(read.stamp(), Optional.of(experiment), opened.unknown()));
        showName();
        opened.warnings().stream().limit(MOST_WARNINGS).forEach(desk.notices()::warn);
    }

    /// Opens what was on the screen before a crash, as a state of its file that is not saved yet.
    ///
    /// @param file as it was when it was last read or written there
    public void restore(OpenedExperiment opened, Optional<FileStamp> file) {
        Experiment experiment = opened.experiment();
        desk.workbench().open(experiment, opened.view().orElseGet(() -> ViewState.initial(experiment)));
        file.ifPresent(
                stamp -> attach(desk.workbench().document(), new Attached(stamp, Optional.empty(), opened.unknown())));
        showName();
        opened.warnings().stream().limit(MOST_WARNINGS).forEach(desk.notices()::warn);
    }

    /// The present document's file.
    public Optional<Attachment> attachment() {
        return current().map(file -> new Attachment(file.stamp(), file.unknown()));
    }

    /// Calls `listener` when the document has another file, or its file was saved.
    public void onFile(Runnable listener) {
        listeners.add(listener);
    }

    private Optional<Attached> current() {
        return Optional.ofNullable(attached.get(desk.workbench().document()));
    }

    /// The document has this file from now on; other documents of the same file learn what is in it.
    private void attach(Document document, Attached file) {
        attached.replaceAll(
                (_, other) -> other.stamp().file().equals(file.stamp().file())
                        ? new Attached(file.stamp(), file.saved(), other.unknown())
                        : other);
        attached.put(document, file);
    }

    private boolean changed() {
        Experiment now = desk.workbench().experiment();
        return current()
                .filter(file -> file.saved().filter(now::equals).isEmpty())
                .isPresent();
    }

    private void showName() {
        Optional<Attached> file = current();
        Experiment experiment = desk.workbench().experiment();
        if (named.filter(last -> last.is(experiment, file)).isPresent()) {
            return; // the workbench tells of every step
        }
        named = Optional.of(new Named(experiment, file));
        String mark = changed() ? "• " : "";
        desk.stage()
                .setTitle(file.map(of -> mark + of.stamp().file().getFileName() + " – Fall Line")
                        .orElse("Fall Line"));
        listeners.forEach(Runnable::run);
    }

    private void onCloseRequest(WindowEvent event) {
        if (desk.files().busy()) {
            event.consume();
            closeLater();
        } else if (changed()) {
            askToSave(event);
        }
    }

    /// The window closes when everything is written, and stays if something could not be. Who asks once more may leave
    /// it half done.
    private void closeLater() {
        if (closing && desk.dialogs().confirm(STILL_WRITING, "Close")) {
            desk.files().abandon();
            desk.stage().hide();
        }
        if (!closing) {
            closing = true;
            desk.files().whenIdle(well -> {
                closing = false;
                if (well) {
                    close();
                }
            });
        }
    }

    /// As if the user had asked for it.
    private void close() {
        WindowEvent event = new WindowEvent(desk.stage(), WindowEvent.WINDOW_CLOSE_REQUEST);
        desk.stage().fireEvent(event);
    }

    private void askToSave(WindowEvent event) {
        FileStamp stamp = current().orElseThrow().stamp();
        Decision decision = desk.dialogs()
                .askToSave("There are changes that are not in " + stamp.file().getFileName()
                        + " yet: save them before the window closes?");
        switch (decision) {
            case SAVE -> {
                event.consume(); // the window closes once they are saved, and stays if they cannot be
                saveOver(stamp, () -> desk.stage().hide());
            }
            case DISCARD -> {
                // the window closes
            }
            case CANCEL -> event.consume();
        }
    }

    /// Saves into the file that is open, or asks for one.
    public void onSave() {
        current().ifPresentOrElse(file -> saveOver(file.stamp(), () -> {}), this::onSaveAs);
    }

    private void saveOver(FileStamp stamp, Runnable then) {
        Optional<String> changed = stamp.changed();
        if (changed.isEmpty() || desk.dialogs().confirm(changed.get(), "Replace")) {
            save(stamp.file(), then);
        }
    }

    /// Asks for a file and saves into it.
    public void onSaveAs() {
        String name = current()
                .map(file -> String.valueOf(file.stamp().file().getFileName()))
                .orElse("experiment.json");
        desk.dialogs()
                .saveFile("Save the experiment", name, List.of(EXPERIMENT))
                .ifPresent(file -> save(file, () -> {}));
    }

    private void save(Path file, Runnable then) {
        Document document = desk.workbench().document();
        Experiment experiment = desk.workbench().experiment();
        ViewState view = desk.workbench().view();
        UnknownFields kept = current().map(Attached::unknown).orElse(UnknownFields.none());
        desk.files()
                .run(
                        file,
                        "Saving " + file.getFileName(),
                        () -> {
                            files.write(file, experiment, Optional.of(view), kept);
                            return FileStamp.of(file);
                        },
                        stamp -> {
                            onSaved(document, new Attached(stamp, Optional.of(experiment), kept));
                            then.run();
                        });
    }

    private void onSaved(Document document, Attached file) {
        attach(document, file);
        showName();
        desk.notices().tell("Saved as " + file.stamp().file() + ".");
    }
}
