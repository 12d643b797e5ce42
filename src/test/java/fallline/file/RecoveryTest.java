package fallline.file;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.ChildProcess;
import fallline.experiment.Experiment;
import fallline.experiment.view.ViewState;
import fallline.file.codec.OpenedExperiment;
import fallline.file.json.UnknownFields;
import fallline.file.recovery.Offer;
import fallline.file.recovery.OpenMarks;
import fallline.file.recovery.ProcessName;
import fallline.file.recovery.Recovered;
import fallline.file.recovery.RecoveryFile;
import fallline.file.recovery.RecoveryFolder;
import fallline.file.recovery.RecoveryWriter;
import fallline.file.recovery.Snapshot;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A recovery")
class RecoveryTest {
    private static final OptimizerCatalogue CATALOGUE = FileCatalogue.load();
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private final ExperimentFile files = new ExperimentFile(CATALOGUE);
    private final Path folder;

    RecoveryTest(@TempDir Path folder) {
        this.folder = folder.resolve("recovery");
    }

    private RecoveryFolder process(String name) {
        return new RecoveryFolder(folder, new ProcessName(name));
    }

    /// A state that a process left behind which is no more.
    private void leave(String process, Snapshot snapshot) {
        RecoveryFile file = process(process).file(CATALOGUE);
        file.keep(snapshot, NOON);
        file.leave();
    }

    private List<String> names() throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Path only(String ending) throws IOException {
        return folder.resolve(names().stream()
                .filter(name -> name.endsWith(ending))
                .findFirst()
                .orElseThrow());
    }

    private String text(Experiment experiment, Optional<ViewState> view) {
        return files.text(experiment, view, UnknownFields.none(), folder);
    }

    @Test
    @DisplayName("gives back any experiment and any view, to the letter of their file")
    void roundTrips() throws IOException {
        for (long seed = 0; seed < 40; seed++) {
            Snapshot kept = KeptState.snapshot(seed, CATALOGUE);
            leave("p1", kept);
            Offer offer = process("p2").find().offer().orElseThrow();
            assertThat(offer.name()).isEqualTo("state " + seed);
            assertThat(offer.time()).isEqualTo(NOON);
            Recovered recovered = offer.read(CATALOGUE);
            assertThat(recovered.file()).isEmpty();
            OpenedExperiment opened = recovered.opened();
            assertThat(text(opened.experiment(), opened.view()))
                    .isEqualTo(text(kept.experiment(), Optional.of(kept.view())));
            offer.discard();
            assertThat(names()).isEmpty();
        }
    }

    private Experiment onTable(Path table) {
        return files.parse(
                        "e.json",
                        "{\"fallline\": 1, \"problem\": {\"kind\": \"linear-regression\", \"data\": {\"csv\": \""
                                + table.getFileName()
                                + "\"}, \"features\": [\"x\"], \"target\": \"y\"}, \"runs\": [{\"optimizer\": \"gd\"}]}",
                        table.resolveSibling("."))
                .experiment();
    }

    @Test
    @DisplayName("writes data once, holds them when their table is gone, and knows the file that it belongs to")
    void table() throws IOException {
        Files.createDirectories(folder);
        Path table = Files.writeString(folder.resolveSibling("points.csv"), "x,y\n1,2\n2,3\n0.1,-0.0\n");
        Path lecture = Files.writeString(folder.resolveSibling("lecture.json"), "{}");
        Experiment experiment = onTable(table);
        FileStamp stamp = FileStamp.of(lecture);
        RecoveryFile file = process("p1").file(CATALOGUE);
        file.keep(snapshot(experiment, Optional.of(stamp)), NOON);
        Path data = only(".table");
        Files.setLastModifiedTime(data, FileTime.fromMillis(1000));
        Experiment longer = experiment.withSteps(77);
        file.keep(snapshot(longer, Optional.of(stamp)), NOON);
        assertThat(Files.getLastModifiedTime(data)).isEqualTo(FileTime.fromMillis(1000));
        file.leave();
        Files.delete(table);

        Recovered recovered = process("p2").find().offer().orElseThrow().read(CATALOGUE);
        assertThat(recovered.file()).contains(stamp);
        Files.writeString(table, "x,y\n1,2\n2,3\n0.1,-0.0\n");
        assertThat(text(recovered.opened().experiment(), Optional.empty())).isEqualTo(text(longer, Optional.empty()));
    }

    private static Snapshot snapshot(Experiment experiment, Optional<FileStamp> file) {
        return new Snapshot(experiment, ViewState.initial(experiment), "it", file, UnknownFields.none());
    }

    @Test
    @DisplayName("that is damaged at any place is set aside with one sentence, and never fatal")
    void damage() throws IOException {
        long withTable = Stream.iterate(0L, seed -> seed + 1)
                .filter(seed -> {
                    leave("p1", KeptState.snapshot(seed, CATALOGUE));
                    boolean found = hasTable();
                    process("p2").find().offer().orElseThrow().discard();
                    return found;
                })
                .findFirst()
                .orElseThrow();
        SplittableRandom random = new SplittableRandom(7);
        for (int trial = 0; trial < 120; trial++) {
            leave("p1", KeptState.snapshot(withTable, CATALOGUE));
            Path victim = only(trial % 4 == 0 ? ".table" : ".recovery");
            byte[] bytes = Files.readAllBytes(victim);
            int at = trial % 4 != 0 && trial < 100 ? trial % bytes.length : random.nextInt(bytes.length);
            if (trial % 5 == 0) {
                bytes = java.util.Arrays.copyOf(bytes, at);
            } else {
                bytes[at] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(victim, bytes);
            RecoveryFolder.Found found = process("p2").find();
            assertThat(found.offer()).as("byte " + at).isEmpty();
            assertThat(found.complaints()).singleElement().asString().contains("set aside");
            assertThat(names()).noneMatch(name -> name.endsWith(".recovery") || name.endsWith(".lock"));
        }
        assertThat(process("p3").find().complaints()).isEmpty();
        assertThat(names()).hasSize(RecoveryFolder.MOST).allMatch(name -> name.endsWith(".damaged"));
    }

    private boolean hasTable() {
        try {
            return names().stream().anyMatch(name -> name.endsWith(".table"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("is kept of the ten newest windows only")
    void bounded() throws IOException {
        for (int i = 0; i < 14; i++) {
            leave("p" + i, KeptState.snapshot(i, CATALOGUE));
            for (String name : names()) {
                if (name.startsWith("p" + i + "-") && name.endsWith(".recovery")) {
                    Files.setLastModifiedTime(folder.resolve(name), FileTime.fromMillis(100_000L + 1000L * i));
                }
            }
        }
        List<String> offered = new ArrayList<>();
        for (Optional<Offer> offer = process("q").find().offer();
                offer.isPresent();
                offer = process("q").find().offer()) {
            offered.add(offer.get().name());
            offer.get().discard();
        }
        assertThat(offered)
                .containsExactly(Stream.iterate(13, i -> i - 1)
                        .limit(10)
                        .map(i -> "state " + i)
                        .toArray(String[]::new));
        assertThat(names()).isEmpty();
    }

    @Test
    @DisplayName("leaves nothing after an orderly end, and sweeps away what crashes left half done")
    void orderly() throws IOException {
        RecoveryFile file = process("p1").file(CATALOGUE);
        assertThat(names()).isEmpty();
        file.keep(KeptState.snapshot(1, CATALOGUE), NOON);
        file.remove();
        file.keep(KeptState.snapshot(2, CATALOGUE), NOON); // a letter that came too late
        assertThat(names()).isEmpty();
        Files.writeString(folder.resolve(".p7-0.recovery.0b0c.tmp"), "half");
        Files.writeString(folder.resolve("p7-0.0123456789abcdef.table"), "{}");
        Files.writeString(folder.resolve("p8-0.lock"), "");
        Files.writeString(folder.resolve("open-1234.p9-0.mark"), "");
        assertThat(process("p2").find().offer()).isEmpty();
        assertThat(names()).isEmpty();
    }

    @Test
    @DisplayName("of a living process is neither offered nor touched; when it is killed, its state is there")
    void twoProcesses(@TempDir Path elsewhere) throws IOException {
        RecoveryFolder here = new RecoveryFolder(folder, ProcessName.own());
        OpenMarks marks = here.marks();
        Path lecture = folder.resolve("lecture.json");
        try (ChildProcess other =
                ChildProcess.of(KeptState.class, elsewhere.resolve("errors.txt"), folder.toString(), "5")) {
            assertThat(other.line()).isEqualTo("kept false");
            List<String> before = names();
            assertThat(here.find().offer()).isEmpty();
            assertThat(here.find().complaints()).isEmpty();
            assertThat(names()).isEqualTo(before);
            assertThat(marks.open(lecture)).isTrue();
            other.kill();
        }
        marks.close();
        assertThat(marks.open(lecture)).isFalse();
        assertThat(here.marks().open(lecture))
                .as("another window of this process")
                .isTrue();
        Snapshot kept = KeptState.snapshot(5, CATALOGUE);
        Offer offer = here.find().offer().orElseThrow();
        Recovered recovered = offer.read(CATALOGUE);
        assertThat(text(recovered.opened().experiment(), recovered.opened().view()))
                .isEqualTo(text(kept.experiment(), Optional.of(kept.view())));
        offer.discard();
    }

    @Test
    @DisplayName("is written once for many changes, and says when it cannot be")
    void gathered() throws IOException {
        Deque<Runnable> orders = new ArrayDeque<>();
        List<String> failures = new ArrayList<>();
        RecoveryFile file = process("p1").file(CATALOGUE);
        RecoveryWriter writer = new RecoveryWriter(
                file, orders::add, Clock.systemUTC(), failure -> failures.add(String.valueOf(failure.getMessage())));
        for (int i = 0; i < 50; i++) {
            writer.note(KeptState.snapshot(i, CATALOGUE));
        }
        assertThat(orders).hasSize(1);
        orders.remove().run();
        file.leave();
        assertThat(process("p2").find().offer().orElseThrow().name()).isEqualTo("state 49");

        Path blocked = Files.writeString(folder.resolveSibling("blocked"), "a file in the place of the folder");
        RecoveryWriter hopeless = new RecoveryWriter(
                new RecoveryFolder(blocked, new ProcessName("p3")).file(CATALOGUE),
                Runnable::run,
                Clock.systemUTC(),
                failure -> failures.add(String.valueOf(failure.getMessage())));
        hopeless.note(KeptState.snapshot(1, CATALOGUE));
        assertThat(failures).singleElement().asString().contains("cannot be kept");
        assertThat(new RecoveryFolder(blocked, new ProcessName("p4")).find().offer())
                .isEmpty();
    }

    @Test
    @DisplayName("that the user has not decided about is offered again, but to one window at a time")
    void undecided() {
        leave("p1", KeptState.snapshot(3, CATALOGUE));
        Offer offer = process("p2").find().offer().orElseThrow();
        offer.release();
        assertThat(process("p3").find().offer()).isPresent();
    }
}
