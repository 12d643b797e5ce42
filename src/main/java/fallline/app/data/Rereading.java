package fallline.app.data;

import fallline.data.read.Directions;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;

/// Reads a table again beside the window's work whenever it is wanted otherwise; only the newest wish counts. It
/// belongs to the FX thread.
final class Rereading {
    private final String name;
    private final Consumer<ReadTable> onTable;
    private final Consumer<String> onFailure;
    private Optional<ReadingJob> job = Optional.empty();

    /// @param name what messages call the table
    /// @param onTable gets the table on the FX thread
    /// @param onFailure gets the sentence why there is none
    Rereading(String name, Consumer<ReadTable> onTable, Consumer<String> onFailure) {
        this.name = name;
        this.onTable = onTable;
        this.onFailure = onFailure;
    }

    void start(ReadTable.Source source, Directions directions) {
        cancel();
        ReadingJob next = new ReadingJob(
                name,
                (progress, cancelled) -> ReadTable.of(source, directions, progress, cancelled),
                Platform::runLater,
                news -> {
                    news.failure().ifPresent(onFailure);
                    news.table().ifPresent(onTable);
                });
        job = Optional.of(next);
        next.start();
    }

    void cancel() {
        job.ifPresent(ReadingJob::cancel);
    }
}
