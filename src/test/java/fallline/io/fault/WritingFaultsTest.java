package fallline.io.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fallline.export.ExportException;
import fallline.fuzz.Sentence;
import fallline.io.FileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("What Fall Line writes")
class WritingFaultsTest {
    private static final String OLD = "what they had";

    private final Path folder;

    WritingFaultsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /// Writes, and gives the sentence that the user reads if that failed; empty if it succeeded.
    private static Optional<String> written(Written what, Path file) {
        try {
            what.to(file);
            return Optional.empty();
        } catch (FileException | ExportException e) {
            String sentence = String.valueOf(e.getMessage());
            Sentence.check(sentence);
            assertThat(sentence).endsWith(".").doesNotContain("\n");
            return Optional.of(sentence);
        } catch (Written.Unkept _) {
            return Optional.of("unkept");
        }
    }

    private Path old(Written what) throws IOException {
        return Files.writeString(folder.resolve(what.file()), OLD);
    }

    private void assertUntouched(Path file) throws IOException {
        assertThat(file).hasContent(OLD);
        assertThat(names()).containsExactly(String.valueOf(file.getFileName()));
    }

    private static boolean says(String sentence, String words) {
        return sentence.equals("unkept") || sentence.contains(words);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("leaves the old file and nothing beside it when the disk is full at any byte")
    void full(Written what) throws IOException {
        Path file = old(what);
        Faults none = new Faults();
        assertThat(written(what, FaultySystem.on(file, none))).isEmpty();
        long size = none.written();
        assertThat(Files.size(file)).isEqualTo(size);
        TreeSet<Long> rooms = new TreeSet<>(List.of(0L, 1L, size - 1));
        for (int i = 1; i < 6; i++) {
            rooms.add(size * i / 6);
        }
        for (long room : rooms) {
            old(what);
            Optional<String> said = written(what, FaultySystem.on(file, Faults.full(room)));
            assertThat(said).hasValueSatisfying(sentence -> assertThat(says(sentence, "the disk is full"))
                    .as(sentence)
                    .isTrue());
            assertUntouched(file);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("leaves the old file when nothing may be written into its folder")
    void denied(Written what) throws IOException {
        Path file = old(what);
        assertThat(written(what, FaultySystem.on(file, Faults.denied())))
                .hasValueSatisfying(sentence ->
                        assertThat(says(sentence, "read-only")).as(sentence).isTrue());
        assertUntouched(file);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("is the old file or the new one, whole, when the drive goes at any moment")
    void gone(Written what) throws IOException {
        Path file = old(what);
        assertThat(written(what, FaultySystem.on(file, new Faults()))).isEmpty();
        byte[] whole = Files.readAllBytes(file);
        Faults faults = Faults.gone(0);
        for (int operations = 0; operations == 0 || faults.isGone(); operations++) {
            assertThat(operations).isLessThan(500);
            old(what);
            faults = Faults.gone(operations);
            Optional<String> said = written(what, FaultySystem.on(file, faults));
            if (said.isEmpty()) {
                assertThat(Files.readAllBytes(file)).hasSameSizeAs(whole);
            } else {
                assertThat(file).hasContent(OLD);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("does not go where a folder has its name")
    void aFolder(Written what) throws IOException {
        Path file = Files.createDirectory(folder.resolve(what.file()));
        Files.writeString(file.resolve("inside"), OLD);
        assertThat(written(what, file))
                .hasValueSatisfying(sentence ->
                        assertThat(says(sentence, "is a folder")).as(sentence).isTrue());
        assertThat(names()).containsExactly(what.file());
        assertThat(file.resolve("inside")).hasContent(OLD);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("takes every name that a file can have, and refuses longer ones")
    void longNames(Written what) throws IOException {
        Path longest = folder.resolve("n".repeat(255 - what.file().length()) + what.file());
        assumeTrue(canBe(longest), "a file may have a name of 255 letters here");
        assertThat(written(what, longest)).isEmpty();
        assertThat(names()).containsExactly(String.valueOf(longest.getFileName()));
        Files.delete(longest);
        Path longer = folder.resolve("n".repeat(300) + what.file());
        assertThat(written(what, longer)).hasValueSatisfying(sentence -> assertThat(says(sentence, "name is too long"))
                .as(sentence)
                .isTrue());
        assertThat(names()).isEmpty();
    }

    private static boolean canBe(Path file) {
        try {
            Files.delete(Files.createFile(file));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
