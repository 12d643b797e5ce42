package fallline.app.work;

import fallline.data.DataException;
import fallline.export.ExportException;
import fallline.io.FileException;
import fallline.io.LogFile;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// What becomes of a fault: one sentence for the user, and for whoever mends it the trace in the log. Any thread may
/// call it.
public final class Failures {
    private final Consumer<String> warn;
    private final Executor own;
    private final Optional<LogFile> log;

    /// @param warn tells the user; called on the thread of `own`
    /// @param own runs tasks on the thread that belongs to the user
    /// @param log gets what should not have happened
    public Failures(Consumer<String> warn, Executor own, Optional<LogFile> log) {
        this.warn = warn;
        this.own = own;
        this.log = log;
    }

    /// Where traces go.
    public Optional<LogFile> log() {
        return log;
    }

    /// Keeps the trace, and tells the user.
    ///
    /// @param doing what was being done: `Sorting the table`
    public void tell(String doing, Throwable fault) {
        keep(doing, fault);
        own.execute(() -> warn(doing, fault));
    }

    /// Tells the user, on the thread that belongs to the user.
    void warn(String doing, Throwable fault) {
        warn.accept(sentence(doing, fault));
    }

    /// Keeps the trace of what should not have happened.
    void keep(String doing, Throwable fault) {
        if (!isExpected(fault)) {
            log.ifPresent(file -> file.write(doing, fault));
        }
    }

    /// What the user is told.
    String sentence(String doing, Throwable fault) {
        if (isExpected(fault) && fault.getMessage() != null) {
            return fault.getMessage();
        }
        if (fault instanceof OutOfMemoryError) {
            return doing + " did not work: there is not enough memory. Take fewer steps, less data or a smaller scale.";
        }
        String details =
                log.map(file -> " The details are in " + file.file() + ".").orElse("");
        return doing + " did not work, through a mistake in this program (" + LogFile.brief(fault) + ")." + details;
    }

    /// Whether the fault lies in files and data, and its message is a sentence for the user.
    private static boolean isExpected(Throwable fault) {
        return fault instanceof FileException || fault instanceof ExportException || fault instanceof DataException;
    }
}
