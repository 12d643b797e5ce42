package fallline.export.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fallline.experiment.Run;
import fallline.experiment.run.Trace;
import fallline.figure.PictureDifference;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.optimizer.HyperValue;
import fallline.picture.page.Views;
import fallline.workbench.Scene;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilmTest {
    private static final Scene BOWL = FilmScenes.bowl(12);
    private static final Film FILM = FilmScenes.film(Views.LOSS, Course.steps(0, 12));

    private final Path folder;

    FilmTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /// Writes a film as JCodec and the JDK do it, whatever is installed here.
    private FilmReport write(Film film, Scene scene, Path file, int threads) {
        FilmFormat format = file.toString().endsWith(".mp4")
                ? new FilmFormat("mp4", "Film", 4096, new Mp4Film(Optional.empty())::write)
                : FilmFormats.of(file).orElseThrow();
        return FilmScenes.writer(threads).write(film, format, scene, file, FilmProgress.NONE, () -> false);
    }

    private Decoded written(Film film, Scene scene, String name) throws IOException {
        Path file = folder.resolve(name);
        write(film, scene, file, 2);
        return Decoded.of(file);
    }

    @DisplayName("each frame is the picture of its step: APNG to the bit, GIF to 38 dB, MP4 to 30 dB")
    @ParameterizedTest
    @CsvSource({"a.gif, 38", "a.apng, Infinity", "a.mp4, 30"})
    void frames(String name, double least) throws IOException {
        Decoded film = written(FILM, BOWL, name);
        assertThat(film.frames()).hasSize(13);
        assertThat(film.seconds()).allSatisfy(time -> assertThat(time).isCloseTo(0.04, within(1e-9)));
        for (int step : new int[] {1, 12}) {
            double likeness = Decoded.psnr(film.frames().get(step), FilmScenes.picture(FILM, BOWL, step));
            assertThat(likeness).as("step %d", step).isGreaterThanOrEqualTo(least);
        }
        assertThat(PictureDifference.between(film.frames().get(0), film.frames().get(12))
                        .strong())
                .as("something moves")
                .isPositive();
    }

    @DisplayName("GIF and APNG run for ever, and hold only the rectangle that changed")
    @ParameterizedTest
    @ValueSource(strings = {"a.gif", "a.apng"})
    void small(String name) throws IOException {
        Decoded film = written(FILM, BOWL, name);
        assertThat(film.loops()).isTrue();
        assertThat(film.largestChange()).isLessThan(360 * 320 * 9 / 10);
    }

    @Test
    @DisplayName("a GIF has the colours of the theme exactly")
    void themeColours() throws IOException {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            Film film = new Film(Views.CONVERGENCE, Course.steps(3, 4), Speed.USUAL, 0, new Size(400, 300), 1, theme);
            Decoded decoded = written(film, BOWL, theme.name() + ".gif");
            BufferedImage png = FilmScenes.picture(film, BOWL, 3);
            Set<Integer> exact = Stream.of(theme.surface(), theme.panel(), theme.border(), theme.text())
                    .map(Color::getRGB)
                    .collect(Collectors.toSet());
            int compared = 0;
            int wrong = 0;
            for (int y = 0; y < png.getHeight(); y++) {
                for (int x = 0; x < png.getWidth(); x++) {
                    int rgb = png.getRGB(x, y);
                    if (exact.contains(rgb)) {
                        compared++;
                        wrong += decoded.frames().getFirst().getRGB(x, y) == rgb ? 0 : 1;
                    }
                }
            }
            assertThat(compared).isGreaterThan(50_000);
            assertThat(wrong).isZero();
        }
    }

    /// `mvn test -Dtest=FilmTest -Dfilms.update=true` writes them anew; look at them before they are committed.
    @DisplayName("a film looks as it did when a person last looked at it")
    @ParameterizedTest
    @ValueSource(strings = {"bowl.gif", "bowl.apng", "bowl.mp4"})
    void golden(String name) throws IOException {
        Film film = FILM.withCourse(new Course.Steps(0, 12, new Course.Pace.Every(4)));
        if (Boolean.getBoolean("films.update")) {
            write(film, BOWL, Path.of("src/test/resources/film", name), 2);
            return;
        }
        Path kept = folder.resolve("kept-" + name);
        try (InputStream in = FilmTest.class.getResourceAsStream("/film/" + name)) {
            Files.copy(Objects.requireNonNull(in, "make it with -Dfilms.update=true, and look at it"), kept);
        }
        Decoded before = Decoded.of(kept);
        Decoded now = written(film, BOWL, name);
        assertThat(now.seconds()).isEqualTo(before.seconds());
        assertThat(now.frames()).hasSameSizeAs(before.frames());
        for (int i = 0; i < now.frames().size(); i++) {
            PictureDifference difference = PictureDifference.between(
                    before.frames().get(i), now.frames().get(i));
            assertThat(difference.unnoticeable())
                    .as("frame %d: %s", i, difference)
                    .isTrue();
        }
    }

    @DisplayName("the file has the same bits, however many threads paint")
    @ParameterizedTest
    @ValueSource(strings = {"a.gif", "a.apng", "a.mp4"})
    void sameBits(String name) throws IOException {
        Film film = FilmScenes.film(Views.DASHBOARD, Course.steps(0, 5)).withSize(new Size(480, 360), 1);
        Path one = folder.resolve("one-" + name);
        Path three = folder.resolve("three-" + name);
        write(film, BOWL, one, 1);
        write(film, BOWL, three, 3);
        assertThat(one).hasSameBinaryContentAs(three);
    }

    @DisplayName("the ends rest for as long as is asked, and the speed is the one that is asked for")
    @ParameterizedTest
    @CsvSource({
        "a.gif, 25, 0.5, 0.04, 0.54", "a.gif, 12.5, 0, 0.08, 0.08", "a.gif, 30, 1, 0.03, 1.03",
        "a.gif, 100, 0, 0.02, 0.02", "a.apng, 30, 1, 0.0333333, 1.0333333", "a.apng, 12.34, 60, 0.0810373, 60.049",
        "a.mp4, 10, 0.5, 0.1, 0.6", "a.mp4, 12.5, 0, 0.08, 0.08"
    })
    void times(String name, double fps, double hold, double usual, double end) throws IOException {
        Film film = FILM.withSpeed(new Speed(fps, hold)).withCourse(Course.steps(0, 3));
        Decoded decoded = written(film, BOWL, name);
        assertThat(decoded.seconds()).hasSize(4);
        assertThat(decoded.seconds().get(1)).isCloseTo(usual, within(1e-6));
        assertThat(decoded.seconds().getFirst()).isCloseTo(end, within(1e-3));
        assertThat(decoded.seconds().getLast()).isCloseTo(end, within(1e-3));
    }

    @Test
    @DisplayName("what the file cannot say exactly is told: a GIF's speed, an MP4's odd size")
    void notes() throws IOException {
        assertThat(write(FILM, BOWL, folder.resolve("a.gif"), 2).notes()).isEmpty();
        FilmReport fast = write(FILM.withSpeed(new Speed(30, 0)), BOWL, folder.resolve("a.gif"), 2);
        assertThat(fast.fps()).isCloseTo(33.333, within(1e-3));
        assertThat(fast.notes()).singleElement().asString().contains("33.3 frames a second instead of 30");
        Film odd = FILM.withSize(new Size(321, 241), 1).withCourse(Course.steps(0, 2));
        FilmReport padded = write(odd, BOWL, folder.resolve("a.mp4"), 2);
        assertThat(padded.notes()).singleElement().asString().contains("322 × 242");
        BufferedImage first = Decoded.of(folder.resolve("a.mp4")).frames().getFirst();
        assertThat(first.getWidth()).isEqualTo(322);
        assertThat(first.getHeight()).isEqualTo(242);
        assertThat(Decoded.psnr(first, FilmScenes.picture(odd, BOWL, 0))).isGreaterThan(30);
    }

    @Test
    @DisplayName("an APNG is a PNG of its first frame to whoever knows no more")
    void firstFrame() throws IOException {
        write(FILM, BOWL, folder.resolve("a.apng"), 2);
        BufferedImage first = ImageIO.read(folder.resolve("a.apng").toFile());
        assertThat(Decoded.psnr(first, FilmScenes.picture(FILM, BOWL, 0))).isInfinite();
    }

    @Test
    @DisplayName("all steps, or 300 of them as evenly as they can be; or every third; the last one always")
    void steps() {
        FilmWriter writer = FilmScenes.writer(1);
        Scene long_ = FilmScenes.square(0.001, 1000);
        assertThat(writer.frames(Film.usual(Views.LOSS, 1000, Theme.LIGHT), long_))
                .isEqualTo(300);
        assertThat(writer.frames(FILM, BOWL)).isEqualTo(13);
        int[] thinned = SeenSteps.of((Course.Steps) Course.steps(0, 1000), long_);
        assertThat(thinned).startsWith(0).endsWith(1000).isSorted().doesNotHaveDuplicates();
        for (int i = 1; i < thinned.length; i++) {
            assertThat(thinned[i] - thinned[i - 1]).isBetween(3, 4);
        }
        assertThat(SeenSteps.of(new Course.Steps(2, 12, new Course.Pace.Every(3)), BOWL))
                .containsExactly(2, 5, 8, 11, 12);
        assertThat(SeenSteps.of((Course.Steps) Course.steps(5, 5), BOWL)).containsExactly(5);
    }

    @Test
    @DisplayName("by distance, every frame moves equally far, and the slow end takes few")
    void byDistance() {
        Scene slow = FilmScenes.square(0.01, 600); // w shrinks by 0.98 a step
        int[] steps = SeenSteps.of(new Course.Steps(0, 600, new Course.Pace.ByDistance(50)), slow);
        assertThat(steps).startsWith(0).endsWith(600).isSorted().doesNotHaveDuplicates();
        Trace trace = slow.trace("down").orElseThrow();
        for (int i = 1; i < steps.length - 1; i++) {
            double moved = trace.parameter(steps[i - 1], 0) - trace.parameter(steps[i], 0);
            assertThat(moved).isCloseTo(20.0 / 49, within(0.41));
        }
        long late = Arrays.stream(steps).filter(step -> step > 100).count();
        assertThat(late).as("2.7 of 20 are left after step 100").isBetween(5L, 10L);
    }

    @Test
    @DisplayName("a path that stands still or diverges has its film, too")
    void oddPaths() {
        Course.Steps all = new Course.Steps(0, 40, new Course.Pace.ByDistance(10));
        assertThat(SeenSteps.of(all, FilmScenes.square(0, 40))).startsWith(0).endsWith(40);
        assertThat(SeenSteps.of(all, FilmScenes.square(1e150, 40)))
                .startsWith(0)
                .endsWith(40);
    }

    @DisplayName("a sweep shows the experiment with each value")
    @ParameterizedTest
    @CsvSource({"false, 0.55", "true, 0.10488088481701516"})
    void sweep(boolean logarithmic, double middle) throws IOException {
        Scene square = FilmScenes.square(0.3, 8);
        Course sweep = new Course.Sweep(Optional.empty(), "lr", 0.01, logarithmic ? 1.1 : 1.09, logarithmic, 3, 8);
        Film film = FilmScenes.film(Views.LOSS, sweep);
        Decoded decoded = written(film, square, "a.apng");
        assertThat(decoded.frames()).hasSize(3);
        double[] rates = {0.01, middle, logarithmic ? 1.1 : 1.09};
        for (int i = 0; i < 3; i++) {
            Run down = square.experiment().runs().getFirst();
            Run other = down.withRecipe(down.recipe().with("lr", HyperValue.of(rates[i])));
            Scene at = FilmScenes.computed(square.experiment().withRun("down", other));
            assertThat(Decoded.psnr(decoded.frames().get(i), FilmScenes.picture(film, at, 8)))
                    .as("rate %s", rates[i])
                    .isInfinite();
        }
    }

    @Test
    @DisplayName("a sweep of what is not there is refused with what there is")
    void refusedSweeps() {
        assertThat(objection(sweep("momentum", 0.1, 0.9)))
                .contains("'down' has no setting 'momentum' to sweep: take one of 'lr', 'weight_decay'.");
        assertThat(objection(sweep("lr", -1, 1)))
                .contains("lr of 'down' must be in [0, infinity), and the sweep goes to -1.0.");
        assertThat(objection(new Course.Sweep(Optional.of("up"), "lr", 0.1, 1, false, 9, 0)))
                .contains("There is no run 'up' to sweep: the runs are 'down', 'swinging'.");
        assertThat(objection(sweep("lr", 0.1, 1))).isEmpty();
    }

    private static Course sweep(String setting, double from, double to) {
        return new Course.Sweep(Optional.empty(), setting, from, to, false, 9, 0);
    }

    private static Optional<String> objection(Course course) {
        return FilmScenes.writer(1).objection(FilmScenes.film(Views.LOSS, course), FilmFormats.ALL.getFirst(), BOWL);
    }

    @Test
    @DisplayName("an orbit turns the solid by so many degrees on the way, and a map refuses it")
    void orbit() throws IOException {
        Scene solid = new Scene(
                BOWL.experiment(), BOWL.records(), BOWL.view().withSurface(surface -> surface.withSolid(true)));
        Film film = FilmScenes.film(Views.SURFACE, Course.steps(4, 6)).withOrbit(90);
        Decoded decoded = written(film, solid, "a.apng");
        for (int i = 0; i < 3; i++) {
            double turn = 45.0 * i;
            Scene turned = new Scene(
                    solid.experiment(),
                    solid.records(),
                    solid.view()
                            .withSurface(look -> look.withCamera(look.camera().turned(turn, 0))));
            assertThat(Decoded.psnr(decoded.frames().get(i), FilmScenes.picture(film, turned, 4 + i)))
                    .isInfinite();
        }
        assertThat(FilmScenes.writer(1).objection(FILM.withOrbit(90), FilmFormats.ALL.getFirst(), BOWL))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("An orbit turns a solid"));
    }

    @DisplayName("a film that is cancelled leaves nothing, and what stood there stays")
    @ParameterizedTest
    @ValueSource(strings = {"a.gif", "a.apng", "a.mp4"})
    void cancelled(String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "before");
        AtomicInteger done = new AtomicInteger();
        FilmFormat format = FilmFormats.of(file).orElseThrow();
        assertThatThrownBy(() -> FilmScenes.writer(2)
                        .write(FILM, format, BOWL, file, (frames, _) -> done.set(frames), () -> done.get() >= 4))
                .isInstanceOf(CancellationException.class);
        assertThat(done.get()).isBetween(4, 12);
        assertThat(file).hasContent("before");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    @DisplayName("an interrupt cancels, too")
    void interrupted() throws IOException {
        Path file = folder.resolve("a.gif");
        FilmFormat format = FilmFormats.of(file).orElseThrow();
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(
                            () -> FilmScenes.writer(2).write(FILM, format, BOWL, file, FilmProgress.NONE, () -> false))
                    .isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    @DisplayName("progress tells every frame once, in order, to the end")
    void progress() {
        List<String> told = new ArrayList<>();
        Film film = FILM.withCourse(Course.steps(0, 2));
        Path file = folder.resolve("a.gif");
        FilmScenes.writer(2)
                .write(
                        film,
                        FilmFormats.of(file).orElseThrow(),
                        BOWL,
                        file,
                        (done, of) -> told.add(done + "/" + of),
                        () -> false);
        assertThat(told).containsExactly("1/3", "2/3", "3/3");
    }
}
