package fallline.app.data;

import fallline.data.DataException;
import fallline.workbench.Mailbox;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/// The reading of one table beside the window's thread, with news on the FX thread.
final class ReadingJob {
    /// News of the job.
    ///
    /// @param share how much is read, 0 … 1
    /// @param table the table, in the end
    /// @param failure why there is none, in one sentence
    record News(double share, Optional<ReadTable> table, Optional<String> failure) {
        boolean isLast() {
            return table.isPresent() || failure.isPresent();
        }
    }

    /// Reads a table, tells how far it is, and gives up when asked to.
    @FunctionalInterface
    interface Reading {
        ReadTable read(DoubleConsumer progress, BooleanSupplier cancelled);
    }

    private final String name;
    private final Reading reading;
    private final Mailbox<News> news;
    private final AtomicBoolean cancelled = new AtomicBoolean();

    /// @param name what messages call the table
    /// @param own runs tasks on the thread that is told
    ReadingJob(String name, Reading reading, Executor own, Consumer<News> listener) {
        this.name = name;
        this.reading = reading;
        this.news = new Mailbox<>(own, (old, newer) -> old.isLast() ? old : newer, letter -> {
            if (!cancelled.get()) {
                listener.accept(letter);
            }
        });
    }

    /// Begins to read, on a thread of `lane`.
    public void start(Executor lane) {
        lane.execute(this::read);
    }

    /// Gives up; nothing more is told.
    void cancel() {
        cancelled.set(true);
    }

    private void read() {
        try {
            ReadTable table = reading.read(
                    share -> news.post(new News(share, Optional.empty(), Optional.empty())), cancelled::get);
            news.post(new News(1, Optional.of(table), Optional.empty()));
        } catch (DataException e) {
            fail(String.valueOf(e.getMessage()));
        } catch (CancellationException _) {
            // the user does not want to hear of it any more
        } catch (OutOfMemoryError _) {
            fail("There is not enough memory for " + name + ": open a part of it.");
        } catch (RuntimeException e) {
            fail(name + " could not be read (" + e.getMessage() + "): check that it is a CSV file.");
        }
    }

    private void fail(String sentence) {
        news.post(new News(1, Optional.empty(), Optional.of(sentence)));
    }
}
