package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.file.user.ExportLikes;
import fallline.file.user.ExportLikes.Paper;
import fallline.file.user.ExportLikesFile;
import fallline.file.user.UserDesk;
import fallline.picture.page.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The export dialog (Ctrl E)")
class ExportFeatureTest {
    private final Path folder;
    private final UserDesk desk;

    ExportFeatureTest(@TempDir Path folder) {
        this.folder = folder;
        desk = UserDesk.in(folder.resolve("desk"));
    }

    private OpenWindow window(Path... answers) {
        return Furnished.window(
                Trial.NOTHING_KEPT, desk, new ArrayList<>(), Fixtures.bowl(), new Trial.Answers(answers));
    }

    private static void dialog(OpenWindow open) {
        open.settle();
        open.press(KeyCode.CONTROL, KeyCode.E);
        open.await(
                "the dialog is there",
                () -> open.robot().lookup("#export-view").tryQuery().isPresent());
    }

    private static <T> void choose(OpenWindow open, String id, T value) {
        ComboBox<T> box = open.choices(id);
        open.fx(() -> box.getSelectionModel().select(value));
        open.settle();
    }

    private static void type(OpenWindow open, String id, String text) {
        open.click(id);
        open.fx(() -> ((TextField) open.find(id)).selectAll());
        open.type(text);
        open.press(KeyCode.ENTER);
    }

    private static void awaitToast(OpenWindow open, String words) {
        open.await("a notice says '" + words + "'", () -> open.robot().lookup(".toast").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().contains(words)));
    }

    @Test
    @DisplayName("writes a paper column in print's colours at 300 dpi, and remembers that")
    void column() throws IOException {
        Path png = folder.resolve("column.png");
        try (OpenWindow open = window(png)) {
            dialog(open);
            choose(open, "#export-form", "png");
            choose(open, "#export-paper", Paper.COLUMN);
            assertThat(open.text("#export-size")).isEqualTo("8.5 × 6 cm, 1004 × 709 pixels");
            type(open, "#export-height", "5,5");
            assertThat(open.text("#export-size")).isEqualTo("8.5 × 5.5 cm, 1004 × 650 pixels");
            open.click("#export-save");
            awaitToast(open, png.toString());
            open.settle();
        }
        var image = ImageIO.read(png.toFile());
        assertThat(image.getWidth()).isEqualTo(1004);
        assertThat(image.getHeight()).isEqualTo(650);
        assertThat(image.getRGB(2, 2) & 0xFFFFFF).isEqualTo(0xFFFFFF);
        try (OpenWindow open = window()) {
            dialog(open);
            ComboBox<Paper> paper = open.choices("#export-paper");
            assertThat(open.fx(paper::getValue)).isEqualTo(Paper.COLUMN);
            assertThat(open.text("#export-size")).startsWith("8.5 × 5.5 cm");
            open.press(KeyCode.ESCAPE);
            open.await(
                    "it is gone",
                    () -> open.robot().lookup("#export-view").tryQuery().isEmpty());
        }
    }

    @Test
    @DisplayName("makes a transparent picture without a caption, and Ctrl Shift E repeats it without a question")
    void transparentAgain() throws Exception {
        Path png = folder.resolve("clear.png");
        try (OpenWindow open = window(png)) {
            dialog(open);
            choose(open, "#export-form", "png");
            open.fx(() -> ((CheckBox) open.find("#export-transparent")).fire());
            open.fx(() -> ((CheckBox) open.find("#export-caption")).fire());
            open.click("#export-save");
            awaitToast(open, png.toString());
            assertThat(ImageIO.read(png.toFile()).getColorModel().hasAlpha()).isTrue();
            assertThat(ImageIO.read(png.toFile()).getRGB(2, 2) >>> 24).isZero();
            byte[] first = Files.readAllBytes(png);
            Files.delete(png);
            open.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
            open.await("it is written again", () -> Files.exists(png));
            open.settle();
            assertThat(Files.readAllBytes(png)).isEqualTo(first);
        }
    }

    @Test
    @DisplayName("says what cannot be, in one sentence, and saves nothing then")
    void objects() {
        try (OpenWindow open = window()) {
            dialog(open);
            choose(open, "#export-form", "png");
            choose(open, "#export-paper", Paper.POSTER);
            type(open, "#export-dpi", "2400");
            assertThat(open.text("#export-objection")).contains("too many for one picture");
            assertThat(open.fx(() -> ((Button) open.find("#export-save")).isDisabled()))
                    .isTrue();
            type(open, "#export-dpi", "150");
            assertThat(open.text("#export-objection")).isEmpty();
            type(open, "#export-type", "900");
            assertThat(open.text("#export-objection")).startsWith("Words of this size leave no room");
        }
    }

    @Test
    @DisplayName("writes a film of the steps that are asked for, and copies a picture to the clipboard")
    void film() throws IOException {
        Path gif = folder.resolve("steps.gif");
        try (OpenWindow open = window(gif)) {
            dialog(open);
            open.click("#export-copy");
            open.await(
                    "the picture is there", () -> Clipboard.getSystemClipboard().hasImage());
            choose(open, "#export-form", "gif");
            choose(open, "#export-paper", Paper.PIXELS);
            type(open, "#export-width", "320");
            type(open, "#export-height", "240");
            type(open, "#export-type", "12");
            type(open, "#export-to", "9");
            open.click("#export-save");
            awaitToast(open, gif.toString());
        }
        try (ImageInputStream stream = ImageIO.createImageInputStream(gif.toFile())) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
            reader.setInput(stream);
            assertThat(reader.getNumImages(true)).isEqualTo(10);
            assertThat(reader.getWidth(0)).isEqualTo(320);
        }
    }

    @Test
    @DisplayName("shows the views of the window, and a preview of the one that is chosen")
    void preview() {
        try (OpenWindow open = window()) {
            dialog(open);
            ComboBox<View<?>> views = open.choices("#export-view");
            assertThat(open.fx(() -> views.getItems().stream().map(View::id).toList()))
                    .containsExactly("loss", "fit", "convergence", "step", "sweep", "basin", "dashboard");
            for (View<?> view : List.copyOf(open.fx(() -> List.copyOf(views.getItems())))) {
                choose(open, "#export-view", view);
                open.settle();
                open.await("a preview", () -> !open.find("#export-preview")
                        .lookupAll(".image-view")
                        .isEmpty());
            }
        }
    }

    @Test
    @DisplayName("What is remembered survives a round trip, and a damaged file is as usual")
    void likes() throws IOException {
        ExportLikesFile file = new ExportLikesFile(folder.resolve("export.json"));
        assertThat(file.read()).isEqualTo(ExportLikes.USUAL);
        ExportLikes likes = ExportLikes.USUAL
                .withEnding("mp4")
                .withPaper(Paper.CENTIMETRES)
                .withSize(12.5, 8, 200, 9)
                .withTheme("dark")
                .withCaption(false)
                .withFilm(new ExportLikes.FilmLikes(3, 90, 12.5, 2, false, 1.5, 360, false, 0.01, 0.9));
        file.write(likes);
        assertThat(file.read()).isEqualTo(likes);
        for (String wrong : List.of("", "{", "[]", "null", "{\"view\": 3}", "{\"view\": \"loss\"}", "\u0000")) {
            Files.writeString(file.file(), wrong);
            assertThat(file.read()).as(wrong).isEqualTo(ExportLikes.USUAL);
        }
    }
}
