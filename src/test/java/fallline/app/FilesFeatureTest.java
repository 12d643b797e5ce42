package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.experiment.Experiment;
import fallline.file.user.ExportLikes.Paper;
import fallline.picture.page.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Files")
class FilesFeatureTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it
    private Path folder;

    private final List<FallLineWindow> windows = new ArrayList<>();

    private static void awaitToast(OpenWindow open, String words) {
        open.await("a notice says '" + words + "'", () -> open.robot().lookup(".toast").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().contains(words)));
    }

    private static void export(OpenWindow open, String id) {
        open.fx(() -> items(((MenuButton) open.find("#export")).getItems())
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    private static void picture(OpenWindow open, String view, String ending) {
        export(open, "export-picture");
        open.await(
                "the dialog is there",
                () -> open.robot().lookup("#export-view").tryQuery().isPresent());
        ComboBox<View<?>> views = open.choices("#export-view");
        open.fx(() -> views.getSelectionModel()
                .select(views.getItems().stream()
                        .filter(each -> each.id().equals(view))
                        .findFirst()
                        .orElseThrow()));
        ComboBox<String> forms = open.choices("#export-form");
        open.fx(() -> forms.getSelectionModel().select(ending));
        ComboBox<Paper> papers = open.choices("#export-paper");
        open.fx(() -> papers.getSelectionModel().select(Paper.VIEW));
        open.click("#export-save");
    }

    private static Stream<MenuItem> items(List<MenuItem> menu) {
        return menu.stream().flatMap(item -> item instanceof Menu inner ? items(inner.getItems()) : Stream.of(item));
    }

    @Test
    @DisplayName("save an experiment and open it again as it was")
    void saveAndOpen() {
        Path file = folder.resolve("bowl.json");
        try (OpenWindow open = Furnished.window(windows, Fixtures.bowl(), file)) {
            Furnished.enter(open, "#lr", "0.3");
            open.robot()
                    .press(KeyCode.CONTROL)
                    .press(KeyCode.S)
                    .release(KeyCode.S)
                    .release(KeyCode.CONTROL);
            awaitToast(open, file.toString());
            Experiment saved = open.experiment();
            Furnished.enter(open, "#lr", "0.4");
            open.fx(() -> Furnished.open(windows.getLast(), file));
            open.await(
                    "the saved rate is back",
                    () -> Fixtures.rate(open.window().workbench().experiment(), 0) == 0.3);
            assertThat(open.experiment().startPoint()).isEqualTo(saved.startPoint());
            assertThat(open.experiment().runs()).isEqualTo(saved.runs());
            assertThat(open.fx(() -> open.stage().getTitle())).contains("bowl.json");
        }
    }

    @Test
    @DisplayName("that are cut short are refused in a sentence, and the experiment stays")
    void truncated() throws IOException {
        Path file = Files.writeString(folder.resolve("cut.json"), "{ \"fallline\": 1, \"problem\": {");
        try (OpenWindow open = Furnished.window(windows, Fixtures.bowl())) {
            Experiment before = open.experiment();
            open.fx(() -> Furnished.open(windows.getLast(), file));
            awaitToast(open, "cut.json");
            assertThat(open.experiment()).isSameAs(before);
        }
    }

    @Test
    @DisplayName("that cannot be written are said in a sentence")
    void noFolder() {
        Path file = folder.resolve("nowhere").resolve("bowl.json");
        try (OpenWindow open = Furnished.window(windows, Fixtures.bowl(), file)) {
            open.robot()
                    .press(KeyCode.CONTROL)
                    .press(KeyCode.S)
                    .release(KeyCode.S)
                    .release(KeyCode.CONTROL);
            awaitToast(open, "There is no folder");
        }
    }

    @Test
    @DisplayName("export the dashboard as PNG at twice its size, views as SVG and PDF, and the steps as CSV")
    void exports() throws IOException {
        Path png = folder.resolve("all.png");
        Path svg = folder.resolve("loss.svg");
        Path pdf = folder.resolve("convergence.pdf");
        Path csv = folder.resolve("steps.csv");
        try (OpenWindow open = Furnished.window(windows, Fixtures.bowl(), png, svg, pdf, csv)) {
            picture(open, "dashboard", "png");
            awaitToast(open, png.toString());
            picture(open, "loss", "svg");
            awaitToast(open, svg.toString());
            picture(open, "convergence", "pdf");
            awaitToast(open, pdf.toString());
            export(open, "export-traces");
            awaitToast(open, csv.toString());
        }
        assertThat(ImageIO.read(png.toFile()).getWidth()).isEqualTo(2800);
        assertThat(Files.readString(svg)).contains("<svg").contains("J(w) = w^2");
        try (PDDocument page = Loader.loadPDF(pdf.toFile())) {
            assertThat(new PDFTextStripper().getText(page)).contains("Convergence", "J(w) = w^2", "step 0 of 100");
        }
        assertThat(Files.readAllLines(csv))
                .hasSize(102)
                .startsWith("run,step,evaluations,lr,loss,gradient_norm,w", "Gradient descent,0,0,,400.0,40.0,20.0")
                .element(2)
                .isEqualTo("Gradient descent,1,1,0.1,256.0,32.0,16.0");
    }

    @Test
    @DisplayName("and About names every part with its licence")
    void about() {
        try (OpenWindow open = Furnished.window(windows, Fixtures.bowl())) {
            open.fx(() -> Furnished.run(windows.getLast(), "about"));
            open.await(
                    "the sheet is there",
                    () -> open.robot().lookup("#about").tryQuery().isPresent());
            open.await(
                    "every part is named with its licence",
                    () -> open.robot().lookup("#about").lookup(".label").queryAllAs(Label.class).stream()
                            .map(Label::getText)
                            .toList()
                            .containsAll(List.of("ControlsFX", "BSD 3-clause", "SIL Open Font License 1.1")));
            open.press(KeyCode.ESCAPE);
            open.await(
                    "the sheet is gone",
                    () -> open.robot().lookup("#about").tryQuery().isEmpty());
        }
    }
}
