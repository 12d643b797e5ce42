package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.data.DataSource;
import fallline.data.read.Xlsx;
import fallline.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Tables of all kinds")
class TableReadingFeatureTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it
    private Path folder;

    private final List<FallLineWindow> windows = new ArrayList<>();

    private static boolean has(OpenWindow open, String query) {
        return open.robot().lookup(query).tryQuery().isPresent();
    }

    private static void awaitSheet(OpenWindow open) {
        open.await(
                "the columns are asked for",
                () -> has(open, "#column-sheet") && ((Button) open.find("#use-columns")).getWidth() > 0);
    }

    private void drop(OpenWindow open, Path file) {
        open.fx(() -> Furnished.open(windows.getLast(), file));
        awaitSheet(open);
    }

    private static void use(OpenWindow open) {
        open.click("#use-columns");
        open.await("the sheet is gone", () -> !has(open, "#column-sheet"));
    }

    private static Problem.Linear linear(OpenWindow open) {
        return (Problem.Linear) open.experiment().problem();
    }

    private static List<String> labels(OpenWindow open, String query) {
        return open.fx(() -> open.robot().lookup(query).lookup(".label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList());
    }

    @SuppressWarnings("unchecked")
    private static void set(OpenWindow open, String box, Object value) {
        open.fx(() -> ((ComboBox<Object>) open.find(box)).setValue(value));
    }

    private static int columns(OpenWindow open) {
        return open.fx(
                () -> ((TableView<?>) open.find("#first-rows")).getColumns().size());
    }

    @Test
    @DisplayName("pasted with thousands are read as thousands, and the sheet says both readings")
    void pasted() {
        try (OpenWindow open = Furnished.window(windows, Fixtures.line())) {
            open.fx(() -> Clipboard.getSystemClipboard()
                    .setContent(Map.of(
                            DataFormat.PLAIN_TEXT,
                            "area\tprice\n2,104\t399,900\n1,600\t329,900\n950\t180,500\n1,416\t232,000\n")));
            open.press(KeyCode.CONTROL, KeyCode.V);
            awaitSheet(open);
            assertThat(labels(open, "#reading-doubts"))
                    .anyMatch(sentence -> sentence.contains("2,104 in column 'area' is read as 2104 and not as 2.104"));
            use(open);
            assertThat(linear(open).data().numbers("area")).containsExactly(2104, 1600, 950, 1416);
        }
    }

    @Test
    @DisplayName("are read anew at once when a separator is overruled, and the experiment keeps that")
    void separator() throws IOException {
        Path csv = Files.writeString(folder.resolve("t.csv"), "a;b,c\n1;2,3\n2;3,5\n4;5,9\n");
        try (OpenWindow open = Furnished.window(windows, Fixtures.bowl())) {
            drop(open, csv);
            assertThat(columns(open)).isEqualTo(2);
            open.click("#how-read");
            set(open, "#read-separator", ',');
            open.await("the table is cut otherwise", () -> labels(open, "#column-sheet")
                    .contains("a;b"));
            set(open, "#read-separator", ';');
            open.await(
                    "it is cut as before", () -> labels(open, "#column-sheet").contains("b,c"));
            set(open, "#read-decimal", '.');
            open.await("the comma parts no decimals", () -> labels(open, "#column-sheet").stream()
                    .anyMatch(text -> text.startsWith("text, 3")));
            set(open, "#read-decimal", ',');
            set(open, "#read-header", false);
            open.await("there are no names", () -> labels(open, "#column-sheet").contains("c1"));
            set(open, "#read-header", true);
            open.await("there are names", () -> labels(open, "#column-sheet").contains("a"));
            open.await("it can be used", () -> !open.find("#use-columns").isDisabled());
            use(open);
            assertThat(linear(open).data().numbers("b,c")).containsExactly(2.3, 3.5, 5.9);
            assertThat(linear(open).data().source())
                    .isInstanceOfSatisfying(DataSource.CsvFile.class, file -> assertThat(
                                    file.directions().isNone())
                            .as("each guess was taken again")
                            .isTrue());
        }
    }

    @Test
    @DisplayName("come from a workbook, of which another sheet can be chosen")
    void workbook() throws IOException {
        byte[] book = Xlsx.of(
                new Xlsx.Page("May", List.of(List.of("x", "y"), List.of(1, 2.5), List.of(2, 3), List.of(3, 5.5))),
                new Xlsx.Page("June", List.of(List.of("u", "v"), List.of(1, 2), List.of(2, 4), List.of(4, 7))));
        Path file = Files.write(folder.resolve("book.xlsx"), book);
        try (OpenWindow open = Furnished.window(windows, Fixtures.bowl())) {
            drop(open, file);
            assertThat(labels(open, "#column-sheet")).contains("x", "y");
            open.click("#how-read");
            set(open, "#read-sheet", "June");
            open.await("the other sheet is shown", () -> labels(open, "#column-sheet")
                    .contains("u"));
            open.await("it can be used", () -> !open.find("#use-columns").isDisabled());
            use(open);
            assertThat(linear(open).data().numbers("v")).containsExactly(2, 4, 7);
            assertThat(((DataSource.CsvFile) linear(open).data().source())
                            .directions()
                            .sheet())
                    .contains("June");
        }
    }

    @Test
    @DisplayName("of aligned text keep their first row, and dates become days when that is wanted")
    void aligned() throws IOException {
        Path text = Files.writeString(
                folder.resolve("t.txt"), "  day        y\n  2024-01-01 2.5\n  2024-01-03 3.0\n  2024-01-04 5.5\n");
        try (OpenWindow open = Furnished.window(windows, Fixtures.bowl())) {
            drop(open, text);
            assertThat(open.fx(() ->
                            ((TableView<?>) open.find("#first-rows")).getItems().size()))
                    .isEqualTo(3);
            open.click("#how-read");
            set(open, "#read-type-0", fallline.data.layout.ColumnType.DATE);
            open.await(
                    "the days can be chosen",
                    () -> has(open, "#feature-0") && !open.find("#feature-0").isDisabled());
            if (!open.fx(() -> ((javafx.scene.control.CheckBox) open.find("#feature-0")).isSelected())) {
                open.click("#feature-0");
            }
            use(open);
            assertThat(linear(open).data().numbers("day")).containsExactly(0, 2, 3);
            assertThat(linear(open).data().numbers("y")).containsExactly(2.5, 3, 5.5);
        }
    }
}
