package fallline.app.lesson;

import fallline.app.desk.Desk;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/// Looks once a second whether a file was written, beside the window's thread. FX thread.
final class LessonWatch {
    private static final Duration EVERY = Duration.seconds(1);

    private final Runnable onWritten;
    private final Asking<Path, Optional<Seen>> looking;
    private final Timeline clock;
    private Optional<Path> file = Optional.empty();
    private Optional<Seen> seen = Optional.empty();

    /// What a file shows of its having been written.
    private record Seen(long millis, long size) {}

    /// @param onWritten called when the file is another one than it was
    LessonWatch(Desk desk, Runnable onWritten) {
        this.onWritten = onWritten;
        looking = desk.questions().on(Lane.FILES, "Looking at the lesson", LessonWatch::look, this::onSeen);
        clock = new Timeline(new KeyFrame(EVERY, _ -> file.ifPresent(looking::ask)));
        clock.setCycleCount(Animation.INDEFINITE);
    }

    /// Looks at this file from now on, or at none.
    void watch(Optional<Path> next) {
        if (next.equals(file)) {
            return;
        }
        file = next;
        seen = Optional.empty();
        if (next.isPresent()) {
            looking.ask(next.get());
            clock.playFromStart();
        } else {
            looking.withdraw();
            clock.stop();
        }
    }

    private static Optional<Seen> look(Path file) {
        try {
            return Optional.of(new Seen(Files.getLastModifiedTime(file).toMillis(), Files.size(file)));
        } catch (IOException e) {
            return Optional.empty(); // an editor may be about to move it into its place
        }
    }

    private void onSeen(Path asked, Optional<Seen> now) {
        if (file.filter(asked::equals).isEmpty() || now.isEmpty() || now.equals(seen)) {
            return;
        }
        boolean first = seen.isEmpty();
        seen = now;
        if (!first) {
            onWritten.run();
        }
    }
}
