package fallline.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Everything that reads what strangers write")
class SeededInputsTest {
    private static final int INPUTS = Integer.getInteger("fallline.fuzz.inputs", 300);
    private static final Path FOUND = Path.of("src", "test", "resources", "fallline", "fuzz");

    @ParameterizedTest
    @EnumSource
    @DisplayName("takes good inputs")
    void good(Reader reader) {
        Seeds.of(reader).forEach(input -> read(reader, input));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("refuses spoilt inputs with a sentence that names the place, or takes them")
    void spoilt(Reader reader) {
        Mutations mutations = new Mutations(20_260_728 + Long.getLong("fallline.fuzz.seed", 0), Seeds.of(reader));
        for (int i = 0; i < INPUTS; i++) {
            read(reader, mutations.next());
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("does so with what fuzzing once found")
    void found(Reader reader) throws IOException {
        String name = reader.name().charAt(0) + reader.name().substring(1).toLowerCase(Locale.ROOT);
        Path folder = FOUND.resolve(name + "FuzzTestInputs");
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    read(reader, Files.readAllBytes(file));
                }
            }
        }
    }

    private static void read(Reader reader, byte[] input) {
        try {
            reader.read(input);
        } catch (RuntimeException | Error e) {
            String shown = new String(input, StandardCharsets.UTF_8);
            throw new AssertionError(reader + " on " + shown.length() + " characters: " + shown, e);
        }
    }
}
