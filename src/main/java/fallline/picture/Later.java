package fallline.picture;

import java.util.concurrent.Executor;

/// Where work goes that takes longer than a picture may: a first answer is drawn at once, better ones are made in the
/// background.
///
/// @param background runs the work
/// @param ready called in the background when a better picture can be had
public record Later(Executor background, Runnable ready) {
    /// Everything is worked out before it is drawn, as for a file.
    public static final Later AT_ONCE = new Later(Runnable::run, () -> {});

    /// Whether pictures wait for the whole work.
    public boolean isAtOnce() {
        return this == AT_ONCE;
    }
}
