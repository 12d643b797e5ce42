package fallline.app.tune;

import fallline.analysis.tune.TuneProgress;
import fallline.analysis.tune.TuneResult;
import fallline.analysis.tune.Tuner;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// What became of a wish.
sealed interface TuneAnswer {
    /// All is tuned.
    record Done(TuneResult result) implements TuneAnswer {}

    /// It cannot be done, in a sentence with the remedy.
    record Refused(String sentence) implements TuneAnswer {}

    /// The user thought better of it.
    record Cancelled() implements TuneAnswer {}

    /// Does what is wished, on all processors.
    static TuneAnswer of(TuneWish wish, BooleanSupplier cancelled, Consumer<TuneProgress> progress) {
        int threads = Runtime.getRuntime().availableProcessors();
        try {
            return Tuner.tune(wish.order(), threads, cancelled, progress)
                    .<TuneAnswer>map(Done::new)
                    .orElseGet(Cancelled::new);
        } catch (IllegalArgumentException e) {
            return new Refused(String.valueOf(e.getMessage()));
        }
    }
}
