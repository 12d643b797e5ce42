package fallline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.workbench.Scene;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WithoutWindowTest {
    private final Path picture;
    private final Session session = new Session();

    WithoutWindowTest(@TempDir Path folder) {
        picture = folder.resolve("fallline-dashboard.png");
    }

    private int open(Dashboard dashboard) {
        var window = new WithoutWindow(Session.CATALOGUE, session.console(), dashboard, picture, "there is no display");
        return window.open(Optional.empty());
    }

    @Test
    @DisplayName("prints the first twenty steps of the textbook's example and its last, aligned")
    void printsTheSteps() {
        assertThat(open((_, _) -> {})).isZero();

        List<String> lines = session.out().lines().toList();
        assertThat(lines).hasSize(1 + 21 + 1 + 1 + 1);
        assertThat(lines.getFirst()).matches("step +w +J +‖∇J‖ +lr");
        assertThat(lines.get(1)).matches(" +0 +20\\.0 +400\\.0 +40\\.0");
        assertThat(lines.get(8)).matches(" +7 +4\\.194304000000001 +17\\.59\\d+ +8\\.38\\d+ +0\\.1");
        assertThat(lines.get(21)).matches(" +20 .*");
        assertThat(lines.get(23)).matches(" +100 .*");
        assertThat(lines.subList(0, 24))
                .filteredOn(line -> line.endsWith("0.1"))
                .hasSize(21);
        assertThat(lines.subList(2, 22))
                .extracting(String::length)
                .containsOnly(lines.get(2).length());
        assertThat(lines.getLast())
                .startsWith("No window: there is no display; the dashboard is in " + picture + ".")
                .contains("opens the window");
        assertThat(session.err()).isEmpty();
    }

    @Test
    @DisplayName("shows the painter all runs with their traces, at step 20")
    void paintsTheScene() {
        List<Scene> scenes = new ArrayList<>();
        open((scene, file) -> {
            scenes.add(scene);
            assertThat(file).isEqualTo(picture);
        });

        assertThat(scenes).hasSize(1);
        assertThat(scenes.getFirst().settled()).isTrue();
        assertThat(scenes.getFirst().view().playhead()).isEqualTo(20);
        assertThat(scenes.getFirst().chosenTrace())
                .hasValueSatisfying(trace -> assertThat(trace.lastStep()).isEqualTo(100));
    }

    @Test
    @DisplayName("says in the same line when the picture cannot be painted, and still succeeds")
    void noPicture() {
        int code = open((_, _) -> {
            throw new IllegalStateException("no ink");
        });

        assertThat(code).isZero();
        assertThat(session.out().lines().toList().getLast())
                .startsWith("No window: there is no display; its picture could not be painted (")
                .contains("no ink");
    }

    @Test
    @DisplayName("writes a picture that is one, with more than one colour")
    void realPicture() throws IOException {
        assertThat(open(new PaintedDashboard(Session.CATALOGUE))).isZero();

        BufferedImage image = ImageIO.read(Files.newInputStream(picture));
        assertThat(image.getWidth()).isEqualTo(2800);
        assertThat(image.getHeight()).isEqualTo(1800);
        assertThat(image.getRGB(0, 0, 2800, 1800, null, 0, 2800)).satisfies(pixels -> assertThat(
                        java.util.Arrays.stream(pixels).distinct().count())
                .isGreaterThan(100));
    }
}
