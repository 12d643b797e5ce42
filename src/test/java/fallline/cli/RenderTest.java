package fallline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import fallline.figure.PictureDifference;
import fallline.figure.page.MessageFigure;
import fallline.figure.paint.Figure;
import fallline.figure.paint.Theme;
import fallline.io.LogFile;
import fallline.picture.Picture;
import fallline.picture.page.View;
import fallline.picture.page.Views;
import fallline.workbench.Scene;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenderTest {
    private static final String BOWL = """
            {"fallline": 1,
             "problem": {"kind": "formula", "expression": "(x^2 + 6*y^2)/2", "variables": ["x", "y"]},
             "start": [-4, 3], "steps": 40,
             "runs": [{"name": "down", "optimizer": "gd", "hyperparameters": {"lr": 0.1}}]}""";
    private static final String PARABOLA = """
            {"fallline": 1, "problem": {"kind": "formula", "expression": "w^2", "variables": ["w"]},
             "start": [20], "steps": 10, "runs": [{"optimizer": "gd", "hyperparameters": {"lr": 0.1}}]}""";

    private final Path folder;
    private final Session session = new Session();

    RenderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private String bowl() throws IOException {
        return file(BOWL);
    }

    private String file(String json) throws IOException {
        return Files.writeString(folder.resolve("experiment.json"), json).toString();
    }

    private String out(String name) {
        return folder.resolve(name).toString();
    }

    private BufferedImage png(String... options) throws IOException {
        String[] arguments = new String[options.length + 4];
        arguments[0] = "render";
        arguments[1] = bowl();
        System.arraycopy(options, 0, arguments, 2, options.length);
        arguments[options.length + 2] = "-o";
        arguments[options.length + 3] = out("out.png");
        assertThat(session.run(arguments)).as(session.err()).isZero();
        return ImageIO.read(folder.resolve("out.png").toFile());
    }

    @Test
    @DisplayName("writes the dashboard, twice as fine as its logical pixels, and says so")
    void usual() throws IOException {
        BufferedImage image = png();
        assertThat(image.getWidth()).isEqualTo(2800);
        assertThat(image.getHeight()).isEqualTo(1800);
        assertThat(session.out()).isEqualTo("Wrote " + out("out.png") + "." + System.lineSeparator());
        assertThat(session.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"loss", "surface", "fit", "convergence", "inspector", "sweep", "basin"})
    @DisplayName("paints every view at the size and scale that are asked for, and no two alike")
    void views(String view) throws IOException {
        BufferedImage image = png("--view", view, "--size", "600x400", "--scale", "1");
        assertThat(image.getWidth()).isEqualTo(600);
        assertThat(image.getHeight()).isEqualTo(400);
        BufferedImage loss = png("--view", view.equals("loss") ? "fit" : "loss", "--size", "600x400", "--scale", "1");
        assertThat(PictureDifference.between(image, loss).seen()).isGreaterThan(0.02);
    }

    @Test
    @DisplayName("writes a sweep as a table: a line a run, with the verdict that the run has")
    void sweepTable() throws IOException {
        String sweep = BOWL.substring(0, BOWL.length() - 1) + """
                , "view": {"sweep": {"x": {"setting": "lr", "min": 0.1, "max": 0.4, "n": 3},
                                     "y": {"setting": "start.x", "min": -4, "max": 4, "n": 2}, "measure": "loss"}}}""";
        assertThat(session.run("render", file(sweep), "--view", "sweep", "-o", out("map.csv")))
                .as(session.err())
                .isZero();
        List<String> lines = Files.readAllLines(folder.resolve("map.csv"));
        assertThat(lines.getFirst()).isEqualTo("lr,start x,value,verdict,steps,evaluations,last_step,loss");
        assertThat(lines).hasSize(7);
        // y ← (1 − 6 lr) y: 2/λmax = 1/3, and the last rate of each row lies beyond it
        assertThat(lines.get(1)).startsWith("0.15000000000000002,-2.0,").contains("converged");
        assertThat(lines.get(3)).contains(",diverging,,,40,");
        assertThat(lines.get(6)).contains(",2.0,").contains(",diverging,,,40,");
        double loss = Double.parseDouble(lines.get(3).substring(lines.get(3).lastIndexOf(',') + 1));
        double left = (Math.pow(0.65, 80) * 4 + 6 * Math.pow(1.1, 80) * 9) / 2;
        assertThat(loss).isCloseTo(left, withinPercentage(1e-9));
    }

    @Test
    @DisplayName("writes basins as a table, and says what else is no table")
    void basinTable() throws IOException {
        String few = BOWL.replace("\"steps\": 40", "\"steps\": 200");
        assertThat(session.run("render", file(few), "--view", "basin", "-o", out("map.csv")))
                .as(session.err())
                .isZero();
        List<String> lines = Files.readAllLines(folder.resolve("map.csv"));
        assertThat(lines.getFirst()).isEqualTo("x,y,value,minimum,steps,evaluations,last_step,loss");
        assertThat(lines.get(1)).contains("\"(0, 0)\"");
        assertThat(session.run("render", bowl(), "--view", "loss", "-o", out("loss.csv")))
                .isEqualTo(2);
        assertThat(session.err()).contains("--view sweep");
        assertThat(session.run("render", file(PARABOLA), "--view", "basin", "-o", out("out.png")))
                .isEqualTo(2);
        assertThat(session.err()).contains("no plane of starts");
    }

    @Test
    @DisplayName("stands at the last step, or where it is told to; dark has dark ground")
    void stepAndTheme() throws IOException {
        String[] loss = {"--view", "loss", "--size", "600x400", "--scale", "1"};
        BufferedImage last = png(loss);
        assertThat(PictureDifference.between(
                                last, png("--view", "loss", "--size", "600x400", "--scale", "1", "--step", "40"))
                        .seen())
                .isZero();
        assertThat(PictureDifference.between(
                                last, png("--view", "loss", "--size", "600x400", "--scale", "1", "--step", "3"))
                        .seen())
                .isPositive();
        BufferedImage dark = png("--theme", "dark", "--view", "loss", "--size", "600x400", "--scale", "1");
        assertThat(dark.getRGB(1, 1)).isEqualTo(Theme.DARK.surface().getRGB());
        assertThat(last.getRGB(1, 1)).isEqualTo(Theme.LIGHT.surface().getRGB());
    }

    @Test
    @DisplayName("writes PDF with words that can be searched, and SVG")
    void vectors() throws IOException {
        assertThat(session.run("render", bowl(), "--view", "loss", "--step", "7", "-o", out("a.pdf")))
                .as(session.err())
                .isZero();
        try (PDDocument pdf = Loader.loadPDF(folder.resolve("a.pdf").toFile())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("J(x, y) = (x^2 + 6*y^2)/2", "step 7 of 40", "down, step 7", "−4", "seed 0");
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isEqualTo(675);
        }
        assertThat(session.run("render", bowl(), "--view", "convergence", "-o", out("a.SVG")))
                .isZero();
        assertThat(Files.readString(folder.resolve("a.SVG")))
                .startsWith("<?xml")
                .contains("viewBox=\"0 0 900 640\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            --view; map; it must be loss|surface|fit|convergence|inspector|sweep|basin|dashboard, got 'map'
            --step; -1; it must be a whole number from 0 on, got '-1'
            --step; 41; There is no step 41 in
            --size; 900; it must be such as 900x640, with 100 to 20\u202f000 pixels each, got '900'
            --size; 40x400; got '40x400'
            --scale; 9; it must be a number from 0.25 to 8, got '9'
            --scale; NaN; got 'NaN'
            --theme; contrast; it must be light, dark or print, got 'contrast'
            """)
    @DisplayName("refuses what cannot be painted, in one line and with 2")
    void refusals(String option, String value, String sentence) throws IOException {
        assertThat(session.run("render", bowl(), option, value, "-o", out("a.png")))
                .isEqualTo(2);
        assertThat(session.err()).contains(sentence).hasLineCount(1);
        assertThat(folder.resolve("a.png")).doesNotExist();
    }

    @Test
    @DisplayName("knows only the endings that it can write, and no surface of one parameter")
    void endings() throws IOException {
        assertThat(session.run("render", bowl(), "-o", out("a.jpeg"))).isEqualTo(2);
        assertThat(session.err())
                .contains("the file must end in .png, .svg, .pdf, .gif, .apng or .mp4, got '" + out("a.jpeg") + "'");
        assertThat(session.run("render", file(PARABOLA), "--view", "surface", "-o", out("a.png")))
                .isEqualTo(2);
        assertThat(session.err()).contains("has one parameter and no surface: take --view loss for its curve.");
        assertThat(session.run("render", file(PARABOLA), "--view", "loss", "-o", out("none/a.pdf")))
                .isEqualTo(1);
        assertThat(session.err()).contains("There is no folder");
    }

    @Test
    @DisplayName("a view that is one more line in the list is painted and named among the others")
    void anotherView() throws IOException {
        View<Picture> toy = View.of("toy", "Toy view", _ -> new Picture() {
            @Override
            public Figure figure(Scene scene) {
                return new MessageFigure("toy at step " + scene.view().playhead());
            }

            @Override
            public String title(Scene scene) {
                return "Toy";
            }

            @Override
            public String subtitle(Scene scene) {
                return "";
            }

            @Override
            public String summary(Scene scene) {
                return "Toy.";
            }
        });
        Cli cli = new Cli(
                Session.CATALOGUE,
                Views.ALL.with(toy),
                _ -> 0,
                session.console(),
                new LogFile(Path.of("target", "fallline-test.log")));
        String file = out("toy.pdf");
        assertThat(cli.run("render", bowl(), "--view", "toy", "--step", "7", "-o", file))
                .as(session.err())
                .isZero();
        try (PDDocument pdf = Loader.loadPDF(Path.of(file).toFile())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Toy", "toy at step 7");
        }
        assertThat(cli.run("render", bowl(), "--view", "none", "-o", file)).isEqualTo(2);
        assertThat(session.err()).contains("loss|surface|fit|convergence|inspector|sweep|basin|dashboard|toy");
    }
}
