package fallline.app.recovery;

import fallline.app.controls.OfferBar;
import fallline.app.desk.Desk;
import fallline.app.file.FileController;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.experiment.Experiment;
import fallline.experiment.view.ViewState;
import fallline.file.FileStamp;
import fallline.file.recovery.Offer;
import fallline.file.recovery.OpenMarks;
import fallline.file.recovery.Recovered;
import fallline.file.recovery.RecoveryFile;
import fallline.file.recovery.RecoveryFolder;
import fallline.file.recovery.RecoveryWriter;
import fallline.file.recovery.Snapshot;
import fallline.io.FileException;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.problem.FormulaText;
import fallline.problem.Problem;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;

/// Keeps what is on the screen, and offers what windows left behind that are no more. It belongs to the FX thread;
/// files are written and read beside it.
public final class RecoveryController {
    /// Changes within this time are written at once.
    private static final long GATHERED_MILLIS = 1000;

    private static final int LONGEST_NAME = 60;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.ENGLISH);

    private final Desk desk;
    private final FileController files;
    private final RecoveryFile kept;
    private final RecoveryWriter writer;
    private final OpenMarks marks;
    private final Clock clock = Clock.systemUTC();
    private final Executor beside;
    private final OfferBar bar = new OfferBar("recovery");
    private final Asking<RecoveryFolder, RecoveryFolder.Found> finding;
    private final Asking<Offer, Recovered> restoring;
    private final Asking<Optional<Path>, Boolean> marking;
    private final RecoveryFolder folder;
    private final Experiment firstExperiment;
    private final ViewState firstView;
    private Optional<Offer> offer = Optional.empty();
    private Optional<Noted> noted = Optional.empty();
    private boolean complained;
    private boolean considering;

    /// What was last noted.
    private record Noted(Experiment experiment, ViewState view, Optional<FileStamp> file) {}

    public RecoveryController(Desk desk, FileController files, OptimizerCatalogue catalogue, RecoveryFolder folder) {
        this.desk = desk;
        this.files = files;
        this.folder = folder;
        firstExperiment = desk.workbench().experiment();
        firstView = desk.workbench().view().withPlayhead(0);
        beside = desk.questions().lane(Lane.FILES, "Keeping what is on the screen");
        kept = folder.file(catalogue);
        marks = folder.marks();
        writer = new RecoveryWriter(
                kept,
                CompletableFuture.delayedExecutor(GATHERED_MILLIS, TimeUnit.MILLISECONDS, beside),
                clock,
                failure -> desk.questions().own().execute(() -> complain(failure)));
        finding = desk.questions()
                .on(Lane.FILES, "Looking for what was kept", RecoveryFolder::find, (_, found) -> show(found));
        restoring = desk.questions()
                .on(Lane.FILES, "Restoring what was kept", (Offer chosen) -> chosen.read(catalogue), this::restored);
        marking = desk.questions().on(Lane.FILES, "Looking who has the file open", this::mark, this::warnOfOther);
        desk.workbench().listen(_ -> onScene());
        files.onFile(this::onFile);
    }

    /// The bar with the offer.
    Node bar() {
        return bar;
    }

    /// Looks for what was left behind.
    void find() {
        finding.ask(folder);
    }

    /// An experiment that is opened gets its file a moment later: only then is it known whether anything is unsaved.
    private void onScene() {
        if (!considering) {
            considering = true;
            desk.questions().own().execute(this::consider);
        }
    }

    private void consider() {
        considering = false;
        if (desk.workbench().document().isGuest()) {
            return; // what was here before it is what would be missed
        }
        boolean untouched = desk.workbench().experiment() == firstExperiment
                && desk.workbench().view().withPlayhead(0).equals(firstView);
        if (noted.isPresent() || (!untouched && !files.isSaved())) {
            note();
        }
    }

    private void onFile() {
        if (noted.isPresent() && !desk.workbench().document().isGuest()) {
            note();
        }
        marking.follow(Optional.of(stamp().map(FileStamp::file)));
    }

    private Optional<FileStamp> stamp() {
        return files.attachment().map(FileController.Attachment::stamp);
    }

    /// The workbench tells of much that changes neither experiment nor view.
    private void note() {
        Noted now = new Noted(desk.workbench().experiment(), desk.workbench().view(), stamp());
        boolean same = noted.filter(last -> last.experiment() == now.experiment()
                        && last.view().equals(now.view())
                        && last.file().equals(now.file()))
                .isPresent();
        if (!same) {
            noted = Optional.of(now);
            writer.note(snapshot());
        }
    }

    private Snapshot snapshot() {
        Optional<FileController.Attachment> attached = files.attachment();
        Experiment experiment = desk.workbench().experiment();
        return new Snapshot(
                experiment,
                desk.workbench().view(),
                attached.map(file -> String.valueOf(file.stamp().file().getFileName()))
                        .orElseGet(() -> name(experiment.problem())),
                attached.map(FileController.Attachment::stamp),
                attached.map(FileController.Attachment::unknown).orElseGet(fallline.file.json.UnknownFields::none));
    }

    private static String name(Problem problem) {
        String words =
                switch (problem) {
                    case Problem.Formula formula -> FormulaText.of(formula).text();
                    case Problem.OnData model -> model.target() + " from " + String.join(", ", model.features());
                };
        return words.length() <= LONGEST_NAME ? words : words.substring(0, LONGEST_NAME - 1) + "…";
    }

    private void complain(FileException failure) {
        if (!complained) { // a full disk is full again a second later
            complained = true;
            desk.notices().warn(String.valueOf(failure.getMessage()));
        }
    }

    private Boolean mark(Optional<Path> file) {
        if (file.isEmpty()) {
            marks.close();
        }
        return file.isPresent() && marks.open(file.get());
    }

    private void warnOfOther(Optional<Path> file, Boolean other) {
        if (other && file.isPresent()) {
            desk.notices()
                    .warn(file.get().getFileName()
                            + " is open in another window too: whichever saves last replaces what the other saved.");
        }
    }

    private void show(RecoveryFolder.Found found) {
        found.complaints().forEach(desk.notices()::tell);
        offer = found.offer();
        offer.ifPresentOrElse(
                left -> bar.show(
                        "Kept from a window that ended without being closed: " + left.name() + ", " + when(left.time())
                                + ".",
                        List.of(
                                OfferBar.button("restore", "Restore", () -> restoring.ask(left)),
                                OfferBar.button("discard", "Discard", () -> discard(left)))),
                bar::hide);
    }

    private static String when(Instant time) {
        return WHEN.format(time.atZone(ZoneId.systemDefault()));
    }

    private void restored(Offer left, Recovered recovered) {
        files.restore(recovered.opened(), recovered.file());
        Snapshot now = snapshot();
        offer = Optional.empty();
        bar.hide();
        beside.execute(() -> {
            kept.keep(now, clock.instant()); // only then is the old one not needed any more
            left.discard();
            desk.questions().own().execute(this::find);
        });
    }

    private void discard(Offer left) {
        offer = Optional.empty();
        bar.hide();
        beside.execute(() -> {
            left.discard();
            desk.questions().own().execute(this::find);
        });
    }

    /// The window is about to close: what was kept is not needed any more, unless the user closes over a file that is
    /// still being written.
    void close() {
        boolean needed = desk.files().isAbandoned();
        Optional<Offer> undecided = offer;
        Runnable end = () -> {
            undecided.ifPresent(Offer::release);
            marks.close();
            if (needed) {
                kept.leave();
            } else {
                kept.remove();
            }
        };
        if (needed) {
            end.run();
        } else {
            desk.files()
                    .run(
                            folder.folder(),
                            "Closing",
                            () -> {
                                end.run();
                                return folder;
                            },
                            _ -> {});
        }
    }
}
