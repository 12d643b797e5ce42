package fallline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `fallline render … -o OUT.(gif|apng|mp4)`.
class RenderFilmTest {
    private static final String BOWL = """
            {"fallline": 1,
             "problem": {"kind": "formula", "expression": "(x^2 + 6*y^2)/2", "variables": ["x", "y"]},
             "start": [-4, 3], "steps": 40,
             "runs": [{"name": "down", "optimizer": "gd", "hyperparameters": {"lr": 0.1}}]}""";
    private static final String PARABOLA = """
            {"fallline": 1,
             "problem": {"kind": "formula", "expression": "a*w^2", "variables": ["w"],
                         "parameters": {"a": {"value": 1, "min": 0, "max": 3}}},
             "start": [20], "steps": 10, "runs": [{"optimizer": "gd", "hyperparameters": {"lr": 0.1}}]}""";

    private final Path folder;
    private final Session session = new Session();

    RenderFilmTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private int render(String json, String target, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("experiment.json"), json);
        List<String> arguments = new ArrayList<>(List.of("render", file.toString()));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("-o", folder.resolve(target).toString()));
        return session.run(arguments.toArray(String[]::new));
    }

    @Test
    @DisplayName("a frame of an APNG is the PNG of its step to the pixel, and the line says how many there are")
    void sameAsPng() throws IOException {
        assertThat(render(BOWL, "a.apng", "--view", "loss", "--size", "300x220", "--from", "7", "--to", "9"))
                .as(session.err())
                .isZero();
        assertThat(session.out())
                .isEqualTo("Wrote " + folder.resolve("a.apng") + ": 3 frames, 25 a second." + System.lineSeparator());
        assertThat(render(BOWL, "a.png", "--view", "loss", "--size", "300x220", "--scale", "1", "--step", "7"))
                .isZero();
        BufferedImage png = ImageIO.read(folder.resolve("a.png").toFile());
        BufferedImage first = ImageIO.read(folder.resolve("a.apng").toFile());
        assertThat(pixels(first)).isEqualTo(pixels(png));
    }

    private static int[] pixels(BufferedImage image) {
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = copy.createGraphics();
        g.drawImage(image, 0, 0, null);
        g.dispose();
        return copy.getRGB(0, 0, copy.getWidth(), copy.getHeight(), null, 0, copy.getWidth());
    }

    @Test
    @DisplayName("a sweep goes through a parameter of the formula, or through the rate of a run that is named")
    void sweeps() throws IOException {
        String[] size = {"--view", "loss", "--size", "200x150", "--frames", "4"};
        assertThat(render(PARABOLA, "a.gif", with(size, "--sweep", "a=0.5..2")))
                .as(session.err())
                .isZero();
        assertThat(render(BOWL, "b.gif", with(size, "--sweep", "down:lr=0.01..0.4,log", "--step", "12")))
                .as(session.err())
                .isZero();
        assertThat(session.out()).contains("a.gif: 4 frames", "b.gif: 4 frames");
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    @DisplayName("Pillow, which we did not write, shows the frames of the APNG and of the GIF as often and as long")
    void pillow() throws IOException {
        Optional<Python> python = Python.with("PIL");
        Assumptions.assumeTrue(python.isPresent(), "no Python with Pillow here");
        for (String name : List.of("a.apng", "a.gif")) {
            assertThat(render(BOWL, name, "--view", "loss", "--size", "300x220", "--every", "8", "--hold", "1"))
                    .as(session.err())
                    .isZero();
        }
        assertThat(render(BOWL, "a.png", "--view", "loss", "--size", "300x220", "--scale", "1", "--step", "16"))
                .isZero();
        String script = """
                import math, sys
                from PIL import Image, ImageChops
                folder = sys.argv[1]
                png = Image.open(folder + "/a.png").convert("RGB")
                for name, most in (("a.apng", 0), ("a.gif", 64)):
                    film = Image.open(folder + "/" + name)
                    assert film.n_frames == 6 and film.info["loop"] == 0, (name, film.n_frames)
                    times = []
                    for k in range(6):
                        film.seek(k)
                        film.load()
                        times.append(film.info["duration"])
                        if k == 2:
                            bands = ImageChops.difference(film.convert("RGB"), png).getextrema()
                            assert max(high for _, high in bands) <= most, (name, bands)
                    assert times == [1040, 40, 40, 40, 40, 1040], (name, times)
                """;
        assertThat(python.orElseThrow().succeeds("-c", script, folder.toString()))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            a.gif; --from; 41; There is no step 41 in
            a.gif; --to; 99; its last is 40.
            a.gif; --from; -1; it must be a whole number from 0 on, got '-1'
            a.gif; --fps; 0; it must be a number from 0.1 to 120, got '0'
            a.gif; --fps; NaN; got 'NaN'
            a.gif; --every; 0; it must be a whole number from 1 on, or the word distance, got '0'
            a.gif; --frames; 1; it must be a whole number from 2 to 100 000, got '1'
            a.gif; --hold; 61; it must be a number of seconds from 0 to 60, got '61'
            a.gif; --orbit; 1e9; it must be a number of degrees from -3600 to 3600, got '1e9'
            a.gif; --orbit; 90; An orbit turns a solid, and this view shows none
            a.gif; --step; 3; --step shows one step, and a film many: take --from and --to.
            a.gif; --sweep; lr; it must be such as lr=0.01..1.1
            a.gif; --sweep; lr=1..1; it must go from one number to another
            a.gif; --sweep; lr=0..1,log; equal factors lead only from above 0 to above 0
            a.gif; --sweep; beta=0..1; "'down' has no setting 'beta' to sweep: take one of 'lr'"
            a.gif; --sweep; up:lr=0..1; "There is no run 'up' to sweep: the runs are 'down'."
            a.png; --fps; 25; --fps is for films, and
            a.svg; --from; 0; end its name in .gif, .apng or .mp4
            a.mp4; --size; 5000x400; 5000 × 400 pixels are too many for MP4: choose a size or scale with at most 4096 each way.
            """)
    @DisplayName("refuses what cannot be filmed, in one line, and leaves nothing")
    void refusals(String target, String option, String value, String sentence) throws IOException {
        int code = render(BOWL, target, "--view", "loss", option, value);
        assertThat(code).isEqualTo(2);
        assertThat(session.err()).contains(sentence).hasLineCount(1);
        assertThat(folder.resolve(target)).doesNotExist();
    }

    @Test
    @DisplayName("refuses a film that goes backwards, and a sweep through time")
    void together() throws IOException {
        assertThat(render(BOWL, "a.gif", "--from", "9", "--to", "3")).isEqualTo(2);
        assertThat(session.err()).contains("--from 9 is after --to 3, and films go forward: change the two.");
        assertThat(render(BOWL, "a.gif", "--sweep", "lr=0.1..0.2", "--to", "3")).isEqualTo(2);
        assertThat(session.err()).contains("--to goes through time, and --sweep stands still in it");
    }

    @Test
    @DisplayName("never writes over the experiment that it reads, and says so with 2")
    void inputs() throws IOException {
        Path file = Files.writeString(folder.resolve("experiment.gif"), BOWL);
        assertThat(session.run("render", file.toString(), "-o", file.toString()))
                .isEqualTo(2);
        assertThat(session.err()).contains("that is read here, and would replace it");
        assertThat(file).hasContent(BOWL);
    }

    @Test
    @DisplayName("help names the endings and the options of films")
    void help() {
        assertThat(session.run("render", "--help")).isZero();
        assertThat(session.out())
                .contains(
                        "OUT.(png|svg|pdf|gif|apng|mp4)", "--from", "--every", "--fps", "--hold", "--orbit", "--sweep");
    }
}
