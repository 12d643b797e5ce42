package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.app.export.FilePrinting;
import fallline.app.transport.Opening;
import fallline.experiment.Experiment;
import fallline.file.ExperimentFile;
import fallline.file.json.UnknownFields;
import fallline.file.user.FunctionFolder;
import fallline.file.user.OwnCatalogue;
import fallline.file.user.PreferencesFile;
import fallline.file.user.RuleFolder;
import fallline.file.user.UserDesk;
import fallline.io.LogFile;
import fallline.picture.page.Views;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Hours of somebody who does not know what they are doing. `-Dfallline.soak.actions` says how much, and
/// `-Dfallline.soak.seed` of what.
///
/// Each window gets as many actions as its history surely keeps, so that undo can be asked for the very first
/// experiment; then the next one opens in the same process.
@Tag("soak")
@DisplayName("Thousands of clicks, drags, keys and words over the whole window")
class SoakTest {
    private static final int ACTIONS = Integer.getInteger("fallline.soak.actions", 20_000);
    private static final long SEED = Long.getLong("fallline.soak.seed", 1);
    private static final int ACTIONS_A_WINDOW = 250;

    /// Windows at the beginning that fill caches: fonts, formulas, compiled code.
    private static final int WARM_UP = 4;

    private static final long SPARE_BYTES = 24L << 20;

    private final Path folder;
    private final List<Throwable> faults = new ArrayList<>();

    SoakTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    @DisplayName("cause no exception, hold up nothing, leave nothing in memory, and can all be undone")
    void soak() throws IOException, TimeoutException {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((_, fault) -> add(fault));
        try {
            List<Long> heaps = new ArrayList<>();
            for (int done = 0; done < ACTIONS; done += ACTIONS_A_WINDOW) {
                int window = done / ACTIONS_A_WINDOW;
                window(window, Math.min(ACTIONS_A_WINDOW, ACTIONS - done));
                heaps.add(heap());
                System.out.println(
                        "soak: " + (done + ACTIONS_A_WINDOW) + " actions, heap " + (heaps.getLast() >> 20) + " MB");
            }
            assertSteady(heaps);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    private synchronized void add(Throwable fault) {
        faults.add(fault);
    }

    private synchronized List<Throwable> faults() {
        return List.copyOf(faults);
    }

    private void window(int number, int actions) throws IOException, TimeoutException {
        Path place = Files.createDirectories(folder.resolve("window" + number));
        LogFile log = new LogFile(place.resolve("fallline.log"));
        Experiment first = number % 2 == 0 ? Trial.bowl() : Trial.square();
        ClumsyUser user = new ClumsyUser(new Random(SEED * 1_000_003 + number));
        try (user) {
            user.open(context(first, place), log);
            for (int i = 0; i < actions && user.isThere(); i++) {
                act(user);
                assertThat(faults()).as("after\n" + user.story()).isEmpty();
                assertThat(log.file()).as("after\n" + user.story()).satisfies(SoakTest::isEmpty);
            }
            if (user.isThere()) {
                Experiment last = user.undoAll();
                assertThat(text(last)).as("undone after\n" + user.story()).isEqualTo(text(first));
            }
        }
        assertThat(faults()).as("after\n" + user.story()).isEmpty();
    }

    private static void act(ClumsyUser user) {
        try {
            user.act();
        } catch (RuntimeException e) {
            throw new AssertionError("after\n" + user.story(), e);
        }
    }

    private static void isEmpty(Path log) {
        try {
            assertThat(Files.exists(log) ? Files.readString(log) : "").isEmpty();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private AppContext context(Experiment first, Path place) throws IOException {
        Path table = Files.writeString(place.resolve("table.csv"), "x,y,kind\n1,2,a\n2,4.5,b\n3,5,a\n4,8,b\n5,8.5,a\n");
        Path broken = Files.writeString(place.resolve("broken.json"), "{\"fallline\": 1,");
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            files.addAll(List.of(table, place.resolve("saved" + i + ".json"), broken, place.resolve("none.json")));
        }
        Features features = new Features(
                Fixtures.CATALOGUE,
                new FilePrinting(Fixtures.CATALOGUE),
                new OwnCatalogue(
                        new RuleFolder(place.resolve("rules")),
                        new FunctionFolder(place.resolve("functions")),
                        new PreferencesFile(place.resolve("preferences.json"))),
                UserDesk.in(place.resolve("desk")),
                Opening.STILL,
                Optional.empty());
        return Trial.context(first, new Trial.Answers(files.toArray(Path[]::new)), Views.ALL, features::on);
    }

    private static String text(Experiment experiment) {
        return new ExperimentFile(Fixtures.CATALOGUE)
                .text(
                        experiment,
                        Optional.empty(),
                        UnknownFields.none(),
                        Path.of("").toAbsolutePath());
    }

    /// What is in use when all that can go is gone.
    private static long heap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    private static void assertSteady(List<Long> heaps) {
        List<Long> warm = heaps.subList(Math.min(WARM_UP, heaps.size()), heaps.size());
        if (warm.size() >= 4) {
            assertThat(warm.getLast())
                    .as("bytes in use after each window: " + heaps)
                    .isLessThan(warm.getFirst() + SPARE_BYTES);
        }
    }
}
