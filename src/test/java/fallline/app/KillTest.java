package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.ChildProcess;
import fallline.experiment.Experiment;
import fallline.experiment.view.ViewState;
import fallline.file.codec.OpenedExperiment;
import fallline.file.recovery.Offer;
import fallline.file.recovery.ProcessName;
import fallline.file.recovery.RecoveryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A window that is killed while somebody works in it")
class KillTest {
    private static final long OLDEST_MILLIS = 3000;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it
    private Path folder;

    /// A state that was on the screen.
    private record State(long time, String text) {}

    /// Lets somebody work, kills the process at a random moment, and looks what is left.
    private Void kill(long seed, boolean whole) throws IOException, InterruptedException {
        Path place = Files.createDirectory(folder.resolve("kill" + seed));
        Path recoveries = place.resolve("recovery");
        Path log = place.resolve("log.txt");
        try (ChildProcess process = ChildProcess.of(
                EditSession.class,
                place.resolve("errors.txt"),
                recoveries.toString(),
                log.toString(),
                Long.toString(seed),
                Boolean.toString(whole))) {
            assertThat(process.line()).isEqualTo("works");
            Thread.sleep(new SplittableRandom(seed).nextInt(500, 4000));
            process.kill();
        }
        List<State> states = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            String[] words = line.split(" ", 2);
            states.add(new State(Long.parseLong(words[0]), words[1]));
        }
        RecoveryFolder.Found found = new RecoveryFolder(recoveries, ProcessName.own()).find();
        assertThat(found.complaints()).isEmpty();
        Optional<Offer> offer = found.offer();
        int last = -1;
        if (offer.isPresent()) {
            OpenedExperiment kept = offer.get().read(Fixtures.CATALOGUE).opened();
            Experiment experiment = kept.experiment();
            String text = EditSession.text(experiment, kept.view().orElseGet(() -> ViewState.initial(experiment)));
            for (int i = 0; i < states.size(); i++) {
                last = states.get(i).text().equals(text) ? i : last;
            }
            assertThat(last)
                    .as("seed " + seed + ": what is kept was on the screen")
                    .isNotNegative();
            offer.get().release();
        }
        long alive = states.getLast().time(); // a process that gets no time to work can keep nothing either
        long replaced = last + 1 < states.size() ? states.get(last + 1).time() : alive;
        assertThat(alive - replaced)
                .as("seed " + seed + ": milliseconds since the kept state was replaced on the screen")
                .isLessThanOrEqualTo(OLDEST_MILLIS);
        return null;
    }

    private void killAll(int first, int count, boolean whole) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(whole ? 2 : 3)) {
            List<Callable<Void>> kills = new ArrayList<>();
            for (int seed = first; seed < first + count; seed++) {
                long own = seed;
                kills.add(() -> kill(own, whole));
            }
            for (Future<Void> kill : threads.invokeAll(kills)) {
                kill.get();
            }
        }
    }

    @Test
    @DisplayName("leaves a state that is at most 3 s old: three times")
    void threeTimes() throws Exception {
        killAll(1, 3, false);
    }

    @Test
    @Tag("soak")
    @DisplayName("leaves a state that is at most 3 s old: the whole window, fifty times")
    void fiftyTimes() throws Exception {
        killAll(100, 50, true);
    }
}
