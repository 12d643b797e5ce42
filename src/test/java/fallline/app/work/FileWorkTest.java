package fallline.app.work;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.io.FileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Work on files")
class FileWorkTest {
    private static final Path BOWL = Path.of("bowl.json");
    private static final Path VALLEY = Path.of("valley.json");

    private final Deque<Runnable> threads = new ArrayDeque<>();
    private final Deque<Runnable> own = new ConcurrentLinkedDeque<>();
    private final List<String> warned = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final FileWork files = new FileWork(
            threads::add,
            own::add,
            new Patience(_ -> {}, new Working()),
            new Failures(warned::add, own::add, Optional.empty()));

    private void all() {
        while (!threads.isEmpty() || !own.isEmpty()) {
            (threads.isEmpty() ? own : threads).remove().run();
        }
    }

    @Test
    @DisplayName("goes in order on one file, and side by side on two")
    void order() {
        files.run(BOWL, "Saving", () -> done.add("first"), _ -> {});
        files.run(BOWL.toAbsolutePath(), "Saving", () -> done.add("second"), _ -> {});
        files.run(VALLEY, "Saving", () -> done.add("other"), _ -> {});
        assertThat(threads).hasSize(2);
        threads.removeLast().run();
        assertThat(done).containsExactly("other");
        all();
        assertThat(done).containsExactly("other", "first", "second");
    }

    @Test
    @DisplayName("that failed is told in one sentence, and the next on the file is done")
    void failure() {
        files.run(
                BOWL,
                "Saving",
                () -> {
                    throw new FileException("bowl.json: the disk is full.");
                },
                _ -> done.add("told"));
        files.run(BOWL, "Saving", () -> "written", done::add);
        all();
        assertThat(warned).hasSize(1).allSatisfy(said -> assertThat(said).contains("bowl.json", "the disk is full"));
        assertThat(done).containsExactly("written");
    }

    @Test
    @DisplayName("that begins with a computation keeps no other file waiting")
    void prepared() {
        Deque<Runnable> painter = new ArrayDeque<>();
        files.run(VALLEY, "Exporting", painter::add, () -> "picture", picture -> picture + " written", done::add);
        files.run(BOWL, "Saving", () -> "saved", done::add);
        all();
        assertThat(done).containsExactly("saved");
        assertThat(files.busy()).isTrue();
        painter.remove().run();
        all();
        assertThat(done).containsExactly("saved", "picture written");
        assertThat(files.busy()).isFalse();
    }

    @Test
    @DisplayName("tells whoever wants to close when it is at rest, and whether all went well")
    void idle() {
        List<Boolean> rests = new ArrayList<>();
        files.whenIdle(rests::add);
        assertThat(rests).containsExactly(true);
        files.run(BOWL, "Saving", () -> "saved", done::add);
        files.whenIdle(rests::add);
        assertThat(rests).hasSize(1);
        all();
        assertThat(rests).containsExactly(true, true);
        files.run(
                BOWL,
                "Saving",
                () -> {
                    throw new FileException("bowl.json: the disk is full.");
                },
                _ -> {});
        files.whenIdle(rests::add);
        all();
        assertThat(rests).containsExactly(true, true, false);
    }

    @Test
    @DisplayName("is waited for by a window that ends, though nobody reads what is told")
    void awaited() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch disk = new CountDownLatch(1);
        FileWork slow = new FileWork(
                work -> Thread.ofPlatform().daemon().start(work),
                _ -> {},
                new Patience(_ -> {}, new Working()),
                new Failures(warned::add, own::add, Optional.empty()));
        slow.run(
                BOWL,
                "Saving",
                () -> {
                    begun.countDown();
                    disk.await();
                    synchronized (done) {
                        return done.add("saved");
                    }
                },
                _ -> {});
        begun.await();
        Thread.ofPlatform().daemon().start(disk::countDown);
        slow.await();
        synchronized (done) {
            assertThat(done).containsExactly("saved");
        }
    }

    /// A disk that never answers, and what the user is shown.
    private static final class DeadDisk {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch never = new CountDownLatch(1);
        private final CountDownLatch interrupted = new CountDownLatch(1);

        String use() throws InterruptedException {
            begun.countDown();
            try {
                never.await();
                return "done";
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
        }
    }

    private FileWork impatient(Working working) {
        return new FileWork(
                work -> Thread.ofPlatform().daemon().start(work),
                own::add,
                new Patience(Runnable::run, working),
                new Failures(warned::add, own::add, Optional.empty()));
    }

    private static void cancel(Working working) {
        working.pieces().getFirst().cancel().orElseThrow().run();
    }

    @Test
    @DisplayName("that reads can be given up: nothing more is told, and what is written next does not wait")
    void reading() throws InterruptedException {
        Working working = new Working();
        FileWork impatient = impatient(working);
        DeadDisk disk = new DeadDisk();
        impatient.read(BOWL, "Opening bowl.json", disk::use, done::add);
        disk.begun.await();
        assertThat(working.pieces()).extracting(Working.Piece::doing).containsExactly("Opening bowl.json");
        cancel(working);
        assertThat(working.pieces()).isEmpty();
        CountDownLatch written = new CountDownLatch(1);
        impatient.run(
                BOWL,
                "Saving bowl.json",
                () -> {
                    written.countDown();
                    return "saved";
                },
                _ -> {});
        written.await();
        impatient.await();
        assertThat(done).isEmpty();
        assertThat(warned).isEmpty();
    }

    @Test
    @DisplayName("that writes can be given up: it is interrupted, and the user is told that the file is as it was")
    void writing() throws InterruptedException {
        Working working = new Working();
        FileWork impatient = impatient(working);
        DeadDisk disk = new DeadDisk();
        List<Boolean> rests = new ArrayList<>();
        impatient.run(BOWL, "Saving bowl.json", disk::use, done::add);
        impatient.whenIdle(rests::add);
        disk.begun.await();
        cancel(working);
        disk.interrupted.await();
        impatient.await();
        while (impatient.busy()) {
            Optional.ofNullable(own.poll()).ifPresent(Runnable::run);
        }
        all();
        assertThat(warned).containsExactly("Saving bowl.json was given up: the file is as it was.");
        assertThat(done).isEmpty();
        assertThat(rests).as("a window that waits does not close").containsExactly(false);
    }

    @Test
    @DisplayName("at the end of the process comes to its end, or is given up in time")
    void finish() throws InterruptedException {
        FileWork impatient = impatient(new Working());
        DeadDisk disk = new DeadDisk();
        impatient.run(BOWL, "Saving bowl.json", disk::use, done::add);
        disk.begun.await();
        impatient.finish(Duration.ofMillis(10));
        disk.interrupted.await();
        assertThat(done).isEmpty();
    }
}
