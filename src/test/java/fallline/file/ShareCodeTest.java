package fallline.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fallline.data.Dataset;
import fallline.experiment.Experiment;
import fallline.experiment.view.ViewState;
import fallline.file.codec.OpenedExperiment;
import fallline.file.json.UnknownFields;
import fallline.file.share.ShareCode;
import fallline.io.FileException;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A share code")
class ShareCodeTest {
    private static final OptimizerCatalogue CATALOGUE = FileCatalogue.load();
    private static final ShareCode CODES = new ShareCode(CATALOGUE);
    private static final ExperimentFile FILE = new ExperimentFile(CATALOGUE);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it
    private Path folder;

    /// Sealed as the documentation says, by other hands than the program's.
    private static String sealed(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(packed)) {
            deflated.write(content);
        }
        CRC32 sum = new CRC32();
        sum.update(packed.toByteArray());
        return "fallline:1:" + Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray()) + ":"
                + String.format(Locale.ROOT, "%08x", sum.getValue());
    }

    private static String sealed(String text) throws IOException {
        return sealed(text.getBytes(StandardCharsets.UTF_8));
    }

    private String text(Experiment experiment, Optional<ViewState> view) {
        return FILE.text(experiment, view, UnknownFields.none(), folder);
    }

    private String code(long seed) {
        var random = new RandomExperiments(new SplittableRandom(seed), CATALOGUE);
        Experiment experiment = random.experiment();
        return CODES.write(experiment, random.view(experiment)).text();
    }

    private void refused(String code, String... words) {
        assertThatThrownBy(() -> CODES.read(code, folder))
                .as(code.length() > 200 ? code.length() + " characters" : code)
                .isInstanceOfSatisfying(FileException.class, e -> {
                    assertThat(e.getMessage()).matches("[^\\n]{10,400}\\.");
                    List.of(words).forEach(word -> assertThat(e.getMessage()).contains(word));
                });
    }

    @Test
    @DisplayName("gives back any experiment and any view, to the letter of their file")
    void roundTrips() {
        int tooLong = 0;
        for (long seed = 0; seed < 40; seed++) {
            var random = new RandomExperiments(new SplittableRandom(seed), CATALOGUE);
            Experiment experiment = random.experiment();
            ViewState view = random.view(experiment);
            if (text(experiment, Optional.of(view)).length() > 100_000) {
                assertThatThrownBy(() -> CODES.write(experiment, view)).hasMessageContaining("too long");
                tooLong++;
                continue;
            }
            String code = CODES.write(experiment, view).text();
            assertThat(code).matches("fallline:1:[A-Za-z0-9_-]+:[0-9a-f]{8}");
            OpenedExperiment opened = CODES.read(code, folder);
            assertThat(opened.view()).contains(view);
            assertThat(text(opened.experiment(), opened.view())).isEqualTo(text(experiment, Optional.of(view)));
        }
        assertThat(tooLong).isLessThan(5);
    }

    @Test
    @DisplayName("may be broken into lines and indented on its way")
    void wrapped() {
        String code = code(3);
        String wrapped = "\n  " + code.replaceAll("(.{60})", "$1 \r\n\t") + "\n\n";
        assertThat(ShareCode.is(wrapped)).isTrue();
        OpenedExperiment opened = CODES.read(wrapped, folder);
        OpenedExperiment plain = CODES.read(code, folder);
        assertThat(text(opened.experiment(), opened.view())).isEqualTo(text(plain.experiment(), plain.view()));
    }

    @Test
    @DisplayName("is refused with any one of its characters changed, left out or doubled")
    void oneCharacter() {
        String code = code(11);
        String others = "AZaz09-_=:+/ \n\u0000é";
        for (int i = 0; i < code.length(); i++) {
            String before = code.substring(0, i);
            String after = code.substring(i + 1);
            for (int k = 0; k < others.length(); k++) {
                if (others.charAt(k) != code.charAt(i)) {
                    refused(before + others.charAt(k) + after);
                }
            }
            refused(before + Character.toUpperCase(code.charAt(i) == '_' ? 'x' : code.charAt(i)) + "x" + after);
            refused(before + after);
            refused(before + code.charAt(i) + code.charAt(i) + after);
            refused(before);
        }
    }

    @Test
    @DisplayName("that unpacks to more than 4 MB is refused before it is unpacked")
    void bomb() throws IOException {
        byte[] zeros = new byte[40_000_000];
        String bomb = sealed(zeros);
        assertThat(bomb.length()).isLessThan(64 * 1024);
        refused(bomb, "more than 4 MB");
        refused("fallline:1:" + "A".repeat(70_000) + ":00000000", "64 KB");
        refused("fallline:1:" + " ".repeat(10_000_000), "64 KB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{\"fallline\": 1}",
                "{\"fallline\": 2}",
                "{\"fallline\": 1e400, \"problem\": {}}",
                "{\"fallline\": 1, \"problem\": {\"kind\": \"formula\", \"expression\": \"w^2\", \"variables\": [\"w\"]},"
                        + " \"start\": [1e999], \"runs\": [{\"optimizer\": \"gd\"}]}",
                "{\"fallline\": 1, \"problem\": {\"kind\": \"formula\", \"expression\": \"w^2\", \"variables\": [\"w\"]},"
                        + " \"steps\": 999999999999999999999, \"runs\": [{\"optimizer\": \"gd\"}]}",
            })
    @DisplayName("that holds no experiment is refused in one sentence")
    void noExperiment(String text) throws IOException {
        refused(sealed(text));
    }

    @Test
    @DisplayName("that is nested deeply, or holds a long number, is refused in one sentence")
    void hostile() throws IOException {
        refused(sealed("[".repeat(1_000_000)), "nested too deeply");
        refused(sealed("{\"fallline\": " + "9".repeat(1_000_000) + "}"), "number");
        refused(sealed("{\"a\":".repeat(500_000)), "nested too deeply");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/etc/passwd", "../a.csv", "..", "sub/a.csv", "C:\\\\a.csv", "\\\\\\\\host\\\\share\\\\a.csv"})
    @DisplayName("names no file in another folder")
    void otherFolder(String csv) throws IOException {
        refused(sealed("{\"fallline\": 1, \"problem\": {\"kind\": \"linear-regression\", \"data\": {\"csv\": \"" + csv
                + "\"}, \"features\": [\"x\"], \"target\": \"y\"}, \"runs\": [{\"optimizer\": \"gd\"}]}"));
    }

    private Experiment onTable(String table) throws IOException {
        Files.writeString(folder.resolve("points.csv"), table);
        return FILE.parse(
                        "e.json",
                        "{\"fallline\": 1, \"problem\": {\"kind\": \"linear-regression\", \"data\": {\"csv\": \"points.csv\"},"
                                + " \"features\": [\"x\"], \"target\": \"y\"}, \"runs\": [{\"optimizer\": \"gd\"}]}",
                        folder)
                .experiment();
    }

    private static Dataset data(Experiment experiment) {
        return ((Problem.Linear) experiment.problem()).data();
    }

    @Test
    @DisplayName("takes a small table along")
    void smallTable() throws IOException {
        Experiment experiment = onTable("x,y,z\n1,2,a\n0.1,3,\n-0.0,1e300,c\n");
        ShareCode.Written written = CODES.write(experiment, ViewState.initial(experiment));
        assertThat(written.needed()).isEmpty();
        Files.delete(folder.resolve("points.csv"));
        OpenedExperiment opened = CODES.read(written.text(), folder);
        assertThat(opened.warnings()).isEmpty();
        Dataset data = data(opened.experiment());
        assertThat(data.name()).isEqualTo("points.csv");
        assertThat(data.columns())
                .usingRecursiveComparison()
                .isEqualTo(data(experiment).columns());
    }

    @Test
    @DisplayName("names a large table that is needed, and finds it in the folder")
    void largeTable() throws IOException {
        StringBuilder table = new StringBuilder("x,y\n");
        for (int i = 0; i < 5000; i++) {
            table.append(i).append(',').append(i % 7).append('\n');
        }
        Experiment experiment = onTable(table.toString());
        ShareCode.Written written = CODES.write(experiment, ViewState.initial(experiment));
        assertThat(written.needed()).contains("points.csv");
        assertThat(written.text().length()).isLessThan(2000);
        assertThat(data(CODES.read(written.text(), folder).experiment()).rows()).isEqualTo(5000);
        Files.writeString(folder.resolve("points.csv"), table + "1,2\n");
        assertThat(CODES.read(written.text(), folder).warnings())
                .singleElement()
                .asString()
                .contains("points.csv has changed");
        Files.delete(folder.resolve("points.csv"));
        refused(written.text(), "points.csv", "33\u202f894 bytes");
    }
}
