package fallline.app.data;

import fallline.app.work.Lane;
import fallline.app.work.Questions;
import fallline.data.layout.Directions;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads a table again beside the window's work whenever it is wanted otherwise; only the newest wish counts. It
/// belongs to the FX thread.
final class Rereading {
    private final Questions questions;
    private final String name;
    private final Consumer<ReadTable> onTable;
    private final Consumer<String> onFailure;
    private Optional<ReadingJob> job = Optional.empty();

    /// @param name what messages call the table
    /// @param onTable gets the table on the FX thread
    /// @param onFailure gets the sentence why there is none
    Rereading(Questions questions, String name, Consumer<ReadTable> onTable, Consumer<String> onFailure) {
        this.questions = questions;
        this.name = name;
        this.onTable = onTable;
        this.onFailure = onFailure;
    }

    void start(ReadTable.Source source, Directions directions) {
        cancel();
        ReadingJob next = new ReadingJob(
                name,
                (progress, cancelled) -> ReadTable.of(source, directions, progress, cancelled),
                questions.own(),
                news -> {
                    news.failure().ifPresent(onFailure);
                    news.table().ifPresent(onTable);
                });
        job = Optional.of(next);
        next.start(questions.lane(Lane.FILES, "Reading " + name));
    }

    void cancel() {
        job.ifPresent(ReadingJob::cancel);
    }
}
