package fallline.app.file;

import fallline.app.data.DataController;
import fallline.app.desk.Desk;
import fallline.app.desk.Dialogs.FileKind;
import fallline.app.file.Papers.Attached;
import fallline.experiment.Experiment;
import fallline.file.ExperimentFile;
import fallline.file.FileStamp;
import fallline.file.codec.OpenedExperiment;
import fallline.file.json.UnknownFields;
import fallline.file.user.UserDesk;
import fallline.workbench.Document;
import fallline.workbench.Workbench;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Opens experiments and says what the window's document is; [Saving] writes them. It belongs to the FX thread; files
/// are read and written in the background. What goes wrong is said in one sentence, and everything stays as it was.
public final class FileController {
    static final FileKind EXPERIMENT = new FileKind("Experiment", ExperimentFile.ENDINGS);
    private static final int MOST_WARNINGS = 3;

    private final Desk desk;
    private final ExperimentFile files;
    private final Supplier<Experiment> fresh;
    private final Consumer<Path> onTable;
    private final Papers papers;
    private final Recents recents;
    private final Saving saving;
    private final Closing closing;
    private final Autosave autosave;
    private final List<Runnable> listeners = new ArrayList<>();
    private Optional<Named> named = Optional.empty();

    /// The file of the present document, and what is in it besides the experiment.
    public record Attachment(FileStamp stamp, UnknownFields unknown) {}

    /// What the title was last made of.
    private record Named(Experiment experiment, Optional<Attached> file) {
        boolean is(Experiment other, Optional<Attached> otherFile) {
            return experiment == other && file.equals(otherFile);
        }
    }

    /// @param user what was on the desk before
    /// @param fresh the experiment that *New* begins with
    /// @param onTable opens a table of data
    /// @param later runs a task on the FX thread when closing has waited for a file long enough
    public FileController(
            Desk desk,
            ExperimentFile files,
            UserDesk user,
            Supplier<Experiment> fresh,
            Consumer<Path> onTable,
            Executor later) {
        this.desk = desk;
        this.files = files;
        this.fresh = fresh;
        this.onTable = onTable;
        papers = new Papers(state());
        autosave = new Autosave(desk, files, papers, (state, file) -> attach(state.document(), file));
        recents = new Recents(desk, user, file -> open(List.of(file)), this::onKept);
        saving = new Saving(desk, files, papers, user.kept(), this::onSaved);
        desk.stage().sceneProperty().subscribe(scene -> {
            if (scene != null) {
                acceptDrops(scene);
            }
        });
        closing = new Closing(desk, later, saving);
        desk.workbench().listen(_ -> {
            papers.see(state());
            showName();
        });
    }

    /// Whether changes are saved by themselves, two seconds after the last one, into the file that is open.
    public void setAutosave(boolean on) {
        autosave.set(on);
    }

    private Papers.State state() {
        Workbench bench = desk.workbench();
        return new Papers.State(bench.document(), bench.experiment(), bench.view());
    }

    /// What was open last.
    Recents recents() {
        return recents;
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
                List<Path> dropped = event.getDragboard().getFiles().stream()
                        .map(java.io.File::toPath)
                        .toList();
                desk.questions().own().execute(() -> open(dropped)); // a question must not hold up the drop
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    /// Begins with the first screen's experiment.
    public void onNew() {
        replacing(() -> {
            Experiment first = fresh.get();
            desk.workbench().open(first);
            papers.settle(papers.now()); // nobody misses that
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
        List<String> endings = new ArrayList<>(ExperimentFile.ENDINGS);
        endings.addAll(DataController.CSV.extensions());
        return endings;
    }

    /// Opens what was picked, dropped or named on the command line: an experiment or a table of data; of several
    /// files the first. Changes of the open file are asked about first.
    public void open(List<Path> paths) {
        if (paths.isEmpty()) {
            return;
        }
        Path file = paths.getFirst();
        if (paths.size() > 1) {
            desk.notices().tell("Of " + paths.size() + " files " + file.getFileName() + " is opened.");
        }
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (ExperimentFile.isNamedSo(file)) {
            replacing(() -> desk.files().read(file, "Opening " + file.getFileName(), () -> read(file), this::show));
        } else if (DataController.CSV.extensions().stream().anyMatch(kind -> name.endsWith("." + kind))) {
            replacing(() -> onTable.accept(file));
        } else {
            desk.notices()
                    .warn(file.getFileName()
                            + " is neither an experiment nor a table: open a file that ends in .fallline, .json or"
                            + " .csv.");
        }
    }

    /// Opens an experiment that never had a file; it has none now either.
    private void onKept(Path file) {
        replacing(() -> desk.files().read(file, "Opening what you had", () -> read(file), read -> {
            lay(read.opened());
            papers.settle(papers.now()); // it is kept as it is
        }));
    }

    private record Read(OpenedExperiment opened, FileStamp stamp) {}

    private Read read(Path file) {
        FileStamp stamp = FileStamp.of(file);
        return new Read(files.read(file), stamp);
    }

    private void show(Read read) {
        OpenedExperiment opened = read.opened();
        lay(opened);
        attach(state().document(), new Attached(read.stamp(), Optional.of(opened.experiment()), opened.unknown()));
        recents.add(read.stamp().file());
    }

    private void lay(OpenedExperiment opened) {
        Experiment experiment = opened.experiment();
        Workbench bench = desk.workbench();
        opened.view().ifPresentOrElse(view -> bench.open(experiment, view), () -> bench.open(experiment));
        opened.warnings().stream().limit(MOST_WARNINGS).forEach(desk.notices()::warn);
    }

    /// Opens what was on the screen before a crash, as a state of its file that is not saved yet.
    ///
    /// @param file as it was when it was last read or written there
    public void restore(OpenedExperiment opened, Optional<FileStamp> file) {
        lay(opened);
        Document document = state().document();
        file.ifPresent(stamp -> attach(document, new Attached(stamp, Optional.empty(), opened.unknown())));
    }

    /// Whether what is on the screen stands in a file as it is, so that nothing of it can be lost.
    public boolean isSaved() {
        return hasFile() && !papers.isChanged(papers.now());
    }

    /// The present document's file.
    public Optional<Attachment> attachment() {
        return papers.file().map(file -> new Attachment(file.stamp(), file.unknown()));
    }

    /// Calls `listener` when the document has another file, or its file was saved.
    public void onFile(Runnable listener) {
        listeners.add(listener);
    }

    private void attach(Document document, Attached file) {
        papers.attach(document, file);
        showName();
    }

    private void showName() {
        Optional<Attached> file = papers.file();
        Experiment experiment = desk.workbench().experiment();
        if (named.filter(last -> last.is(experiment, file)).isPresent()) {
            return; // the workbench tells of every step
        }
        named = Optional.of(new Named(experiment, file));
        autosave.changed();
        String mark = papers.isChanged(papers.now()) ? "• " : "";
        desk.stage()
                .setTitle(file.map(of -> mark + of.stamp().file().getFileName() + " – Fall Line")
                        .orElse("Fall Line"));
        listeners.forEach(Runnable::run);
    }

    /// Runs what puts another experiment in the place of this one, once the user has said what becomes of changes that
    /// are not in its file.
    private void replacing(Runnable then) {
        Papers.State now = papers.now();
        if (papers.isChanged(now)) {
            saving.ask(now, "another experiment takes its place", papers::letGo, then);
        } else {
            then.run();
        }
    }

    /// Closes the window as if the desktop had been asked for it.
    public void onQuit() {
        closing.request();
    }

    /// Whether what is on the screen has a file.
    public boolean hasFile() {
        return papers.file().isPresent();
    }

    /// Goes back to what is in the file; undo brings back what was there.
    public void onRevert() {
        papers.file().ifPresent(file -> {
            Path path = file.stamp().file();
            boolean asks = papers.isChanged(papers.now());
            if (!asks
                    || desk.dialogs()
                            .confirm(
                                    "Go back to what is in " + path.getFileName() + "? Undo brings your changes back.",
                                    "Revert")) {
                Document document = papers.now().document();
                desk.files()
                        .read(path, "Opening " + path.getFileName(), () -> read(path), read -> revert(document, read));
            }
        });
    }

    private void revert(Document document, Read read) {
        if (papers.now().document() != document) {
            return; // the user went on to another one
        }
        OpenedExperiment opened = read.opened();
        desk.workbench().edit(opened.experiment());
        opened.view().ifPresent(desk.workbench()::look);
        attach(document, new Attached(read.stamp(), Optional.of(opened.experiment()), opened.unknown()));
    }

    /// Saves into the file that is open, or asks for one.
    public void onSave() {
        saving.save();
    }

    /// Asks for a file and saves into it.
    public void onSaveAs() {
        saving.saveAs();
    }

    private void onSaved(Document document, Attached file) {
        attach(document, file);
        recents.add(file.stamp().file());
    }
}
