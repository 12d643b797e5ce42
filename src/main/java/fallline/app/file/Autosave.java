package fallline.app.file;

import fallline.app.desk.Desk;
import fallline.app.file.Papers.Attached;
import fallline.file.ExperimentFile;
import fallline.file.FileStamp;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/// Saves changes by itself, two seconds after the last one, into the file that is open; for users who like that.
final class Autosave {
    private static final Duration PAUSE = Duration.seconds(2);

    private final Desk desk;
    private final ExperimentFile files;
    private final Papers papers;
    private final BiConsumer<Papers.State, Attached> onSaved;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private boolean on;

    /// @param onSaved told what a document's file holds now; FX thread
    Autosave(Desk desk, ExperimentFile files, Papers papers, BiConsumer<Papers.State, Attached> onSaved) {
        this.desk = desk;
        this.files = files;
        this.papers = papers;
        this.onSaved = onSaved;
        pause.setOnFinished(_ -> save());
    }

    /// Whether anything is to be done.
    void set(boolean wanted) {
        on = wanted;
        pause.stop();
        changed();
    }

    /// Something may have changed just now.
    void changed() {
        if (on && papers.isChanged(papers.now())) {
            pause.playFromStart();
        }
    }

    /// Never over what somebody else has put into the file: then the user is asked when he saves.
    private void save() {
        Papers.State state = papers.now();
        if (on && papers.isChanged(state)) {
            papers.file(state).ifPresent(file -> save(state, file));
        }
    }

    private void save(Papers.State state, Attached file) {
        Path path = file.stamp().file();
        Callable<Optional<FileStamp>> work = () -> {
            if (file.stamp().changed().isPresent()) {
                return Optional.empty();
            }
            files.write(path, state.experiment(), Optional.of(state.view()), file.unknown());
            return Optional.of(FileStamp.of(path));
        };
        desk.files()
                .run(
                        path,
                        "Saving " + path.getFileName(),
                        work,
                        stamp -> stamp.ifPresent(now -> onSaved.accept(
                                state, new Attached(now, Optional.of(state.experiment()), file.unknown()))));
    }
}
