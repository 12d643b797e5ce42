package fallline.export.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fallline.picture.page.Views;
import fallline.workbench.Scene;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programs called ffmpeg: the real one where it is installed, and such as fail, hang and stop.
class FfmpegTest {
    private static final Scene BOWL = FilmScenes.bowl(12);
    private static final Film FILM = FilmScenes.film(Views.LOSS, Course.steps(0, 6));

    private final Path folder;

    FfmpegTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path program(String script) throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh to write such programs for");
        Path program = Files.writeString(folder.resolve("ffmpeg"), "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private FilmReport write(Optional<Path> ffmpeg, Path file) {
        FilmFormat format = new FilmFormat("mp4", "Film", 4096, new Mp4Film(ffmpeg)::write);
        return FilmScenes.writer(2).write(FILM, format, BOWL, file, FilmProgress.NONE, () -> false);
    }

    private static Optional<Path> installed() {
        return Ffmpeg.on(Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    @Test
    @DisplayName("is found on the PATH, and only there")
    void found() throws IOException {
        Path program = program("exit 0");
        String path = "nowhere" + File.pathSeparator + File.pathSeparator + folder;
        assertThat(Ffmpeg.on(path)).contains(program);
        assertThat(Ffmpeg.on("nowhere")).isEmpty();
        assertThat(Ffmpeg.on("")).isEmpty();
    }

    @Test
    @DisplayName("when it fails, its reason is told in one sentence and the film is written without it")
    void failing() throws IOException {
        Path program = program("echo 'Unknown encoder libx264' >&2\nexit 1");
        FilmReport report = write(Optional.of(program), folder.resolve("a.mp4"));
        assertThat(report.notes())
                .containsExactly("ffmpeg failed (Unknown encoder libx264). The film was written without it.");
        assertThat(Decoded.of(folder.resolve("a.mp4")).frames()).hasSize(7);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(program, folder.resolve("a.mp4"));
        }
    }

    @Test
    @DisplayName("when it ends well and writes nothing, that is a failure")
    void silent() throws IOException {
        FilmReport report = write(Optional.of(program("cat >/dev/null")), folder.resolve("a.mp4"));
        assertThat(report.notes()).singleElement().asString().startsWith("ffmpeg failed and did not say why.");
        assertThat(Decoded.of(folder.resolve("a.mp4")).frames()).hasSize(7);
    }

    @Test
    @DisplayName("when it hangs, it is not waited for, and neither are its children")
    void hanging() throws IOException {
        Path program = program("sleep 600");
        FilmFormat format = new FilmFormat("mp4", "Film", 4096, (frames, target) -> {
            try (OutputStream out = Files.newOutputStream(target)) {
                Ffmpeg.write(program, frames, out, Duration.ofMillis(300));
            }
            return new FilmReport(0, 25, List.of());
        });
        assertThatThrownBy(() -> FilmScenes.writer(2)
                        .write(FILM, format, BOWL, folder.resolve("a.mp4"), FilmProgress.NONE, () -> false))
                .hasRootCauseInstanceOf(TimeoutException.class);
    }

    @Test
    @DisplayName("what it writes shows the pictures of the steps")
    void real() throws IOException {
        Optional<Path> program = installed();
        assumeTrue(program.isPresent(), "no ffmpeg on the PATH");
        FilmReport report = write(program, folder.resolve("a.mp4"));
        assertThat(report.notes()).isEmpty();
        Path png = folder.resolve("%d.png");
        assertThat(run(program.orElseThrow(), "-i", folder.resolve("a.mp4").toString(), png.toString()))
                .isZero();
        for (int step : new int[] {0, 3, 6}) {
            BufferedImage frame =
                    ImageIO.read(folder.resolve((step + 1) + ".png").toFile());
            assertThat(Decoded.psnr(frame, FilmScenes.picture(FILM, BOWL, step)))
                    .isGreaterThan(30);
        }
    }

    @Test
    @DisplayName("it reads what JCodec wrote, without a complaint, in the colours of BT.709")
    void reads() throws IOException {
        Optional<Path> program = installed();
        assumeTrue(program.isPresent(), "no ffmpeg on the PATH");
        write(Optional.empty(), folder.resolve("a.mp4"));
        Path png = folder.resolve("%d.png");
        assertThat(run(
                        program.orElseThrow(),
                        "-v",
                        "error",
                        "-xerror",
                        "-i",
                        folder.resolve("a.mp4").toString(),
                        png.toString()))
                .isZero();
        assertThat(folder.resolve("said")).isEmptyFile();
        assertThat(folder.resolve("8.png")).doesNotExist();
        for (int step : new int[] {0, 3, 6}) {
            BufferedImage frame =
                    ImageIO.read(folder.resolve((step + 1) + ".png").toFile());
            assertThat(Decoded.psnr(frame, FilmScenes.picture(FILM, BOWL, step)))
                    .isGreaterThan(30);
        }
        run(program.orElseThrow(), "-i", folder.resolve("a.mp4").toString());
        assertThat(Files.readString(folder.resolve("said"), StandardCharsets.UTF_8))
                .contains("yuv420p(tv, bt709", "360x320", "25 fps");
    }

    private int run(Path program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return process.exitValue();
    }
}
