package fallline.app.work;

import fallline.app.work.Working.Piece;
import fallline.workbench.Subscription;
import java.util.Optional;
import java.util.concurrent.Executor;

/// How long work may go on before the user is told that it does.
///
/// @param later runs a task on the thread that `working` belongs to, when patience is at its end
/// @param working what the user is told of
public record Patience(Executor later, Working working) {
    /// Milliseconds that nobody notices.
    public static final long MILLIS = 300;

    /// Watches a piece of work until the given handle is cancelled.
    Subscription watch(String doing, Optional<Runnable> cancel) {
        Watch watch = new Watch(new Piece(doing, cancel));
        later.execute(watch::show);
        return watch::end;
    }

    private final class Watch {
        private final Piece piece;
        private Optional<Subscription> shown = Optional.empty();
        private boolean ended;

        Watch(Piece piece) {
            this.piece = piece;
            working.begin();
        }

        void show() {
            if (!ended) {
                shown = Optional.of(working.show(piece));
            }
        }

        void end() {
            if (ended) {
                return;
            }
            ended = true;
            working.end();
            shown.ifPresent(Subscription::cancel);
            shown = Optional.empty();
        }
    }
}
