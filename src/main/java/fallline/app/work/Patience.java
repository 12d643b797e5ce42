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

    /// A piece of work that is watched until this is cancelled.
    interface Watched extends Subscription {
        /// From here on something else is told of it: how far it is.
        void say(String doing);
    }

    /// Watches a piece of work until the given handle is cancelled.
    Watched watch(String doing, Optional<Runnable> cancel) {
        Watch watch = new Watch(new Piece(doing, cancel));
        later.execute(watch::show);
        return watch;
    }

    private final class Watch implements Watched {
        private Piece piece;
        private Optional<Subscription> shown = Optional.empty();
        private boolean ended;

        Watch(Piece piece) {
            this.piece = piece;
            working.begin();
        }

        void show() {
            if (!ended) {
                working.show(piece);
                shown = Optional.of(() -> working.hide(piece));
            }
        }

        @Override
        public void say(String doing) {
            Piece next = new Piece(doing, piece.cancel());
            if (shown.isPresent()) {
                working.replace(piece, next);
            }
            piece = next;
        }

        @Override
        public void cancel() {
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
