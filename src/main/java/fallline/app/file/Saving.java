package fallline.app.file;

import fallline.app.desk.Desk;
import fallline.app.desk.Dialogs.Decision;
import fallline.app.file.Papers.Attached;
import fallline.experiment.Experiment;
import fallline.file.ExperimentFile;
import fallline.file.FileStamp;
import fallline.file.json.UnknownFields;
import fallline.file.user.KeptExperiments;
import fallline.workbench.Document;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Writes documents into their files, asks what becomes of changes that are in none yet, and keeps what has no file. It
/// belongs to the FX thread.
final class Saving implements Closing.Last {
    private final Desk desk;
    private final ExperimentFile files;
    private final Papers papers;
    private final KeptExperiments kept;
    private final Keeping keeping;
    private final BiConsumer<Document, Attached> onSaved;

    /// @param onSaved is told of a document that was written, and of its file
    Saving(
            Desk desk,
            ExperimentFile files,
            Papers papers,
            KeptExperiments kept,
            BiConsumer<Document, Attached> onSaved) {
        this.desk = desk;
        this.files = files;
        this.papers = papers;
        this.kept = kept;
        this.onSaved = onSaved;
        keeping = new Keeping(files, kept);
    }

    /// Saves into the file that is open, or asks for one.
    void save() {
        papers.file().ifPresentOrElse(file -> saveOver(papers.now(), file, () -> {}), this::saveAs);
    }

    /// Looks first whether another program changed the file, after what is being written into it already.
    private void saveOver(Papers.State state, Attached file, Runnable then) {
        Path path = file.stamp().file();
        desk.files().run(path, "Saving " + path.getFileName(), () -> FileStamp.of(path), now -> {
            Optional<String> changed = papers.file(state).orElse(file).stamp().changed(now);
            if (changed.isEmpty() || desk.dialogs().confirm(changed.get(), "Replace")) {
                save(state, path, then);
            }
        });
    }

    /// Asks for a file and saves into it.
    void saveAs() {
        String name = papers.file()
                .map(file -> String.valueOf(file.stamp().file().getFileName()))
                .orElse("experiment." + ExperimentFile.ENDINGS.getFirst());
        desk.dialogs()
                .saveFile("Save the experiment", name, List.of(FileController.EXPERIMENT))
                .ifPresent(file -> save(papers.now(), file, () -> {}));
    }

    private void save(Papers.State state, Path file, Runnable then) {
        UnknownFields unknown = papers.file(state).map(Attached::unknown).orElse(UnknownFields.none());
        Experiment experiment = state.experiment();
        desk.files()
                .run(
                        file,
                        "Saving " + file.getFileName(),
                        () -> {
                            files.write(file, experiment, Optional.of(state.view()), unknown);
                            return FileStamp.of(file);
                        },
                        stamp -> {
                            onSaved.accept(state.document(), new Attached(stamp, Optional.of(experiment), unknown));
                            desk.notices().tell("Saved as " + file + ".");
                            then.run();
                        });
    }

    /// Asks what becomes of the changes of a document that has a file.
    ///
    /// @param before what the changes would be lost by
    /// @param discard what remembers that they may be
    /// @param then what goes on once they are saved, or need not be
    void ask(Papers.State state, String before, Runnable discard, Runnable then) {
        Attached file = papers.file(state).orElseThrow();
        Decision decision = desk.dialogs()
                .askToSave("There are changes that are not in "
                        + file.stamp().file().getFileName() + " yet: save them before " + before + "?");
        switch (decision) {
            case SAVE -> saveOver(state, file, then); // what cannot be saved stays
            case DISCARD -> {
                discard.run();
                then.run();
            }
            case CANCEL -> papers.discardNothing();
        }
    }

    @Override
    public boolean needed() {
        return !papers.unsaved().isEmpty() || !papers.loose().isEmpty();
    }

    /// Asks about one document after the other, then keeps what has no file.
    @Override
    public void settle(Runnable then) {
        List<Papers.State> unsaved = papers.unsaved();
        if (unsaved.isEmpty()) {
            keep(then);
        } else {
            Papers.State first = unsaved.getFirst();
            ask(first, "the window closes", () -> papers.discard(first), () -> settle(then));
        }
    }

    private void keep(Runnable then) {
        List<Papers.State> loose = papers.loose();
        if (loose.isEmpty()) {
            then.run();
            return;
        }
        desk.files().run(kept.folder(), "Keeping what you have", () -> keeping.keep(loose), refusal -> {
            boolean goes = refusal.isEmpty()
                    || desk.dialogs()
                            .confirm(
                                    "What you have could not be kept: " + refusal.get()
                                            + " Close the window all the same?",
                                    "Close");
            if (goes) {
                loose.forEach(papers::settle);
                then.run();
            }
        });
    }
}
