package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.data.DataSource;
import fallline.data.Gaps;
import fallline.experiment.Experiment;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The data")
class DataFeatureTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it
    private Path folder;

    private final List<FallLineWindow> windows = new ArrayList<>();

    private Path file(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void drop(OpenWindow open, Path file) {
        open.fx(() -> Furnished.open(windows.getLast(), file));
    }

    private static List<String> toasts(OpenWindow open) {
        return open.fx(() -> open.robot().lookup(".toast").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList());
    }

    private static boolean has(OpenWindow open, String query) {
        return open.robot().lookup(query).tryQuery().isPresent();
    }

    /// Waits until the sheet is there and laid out, so that its buttons take keys and clicks.
    private static void awaitSheet(OpenWindow open) {
        open.await(
                "the columns are asked for",
                () -> has(open, "#column-sheet") && ((Button) open.find("#use-columns")).getWidth() > 0);
    }

    @Test
    @DisplayName("are chosen from the built-in sets, with their own features and target")
    void builtIn() {
        try (OpenWindow open = Furnished.window(Fixtures.line())) {
            Furnished.choose(open, "#data", "cars");
            open.await(
                    "the cars are there",
                    () -> open.window().workbench().experiment().problem() instanceof Problem.Linear linear
                            && linear.data().source().equals(new DataSource.BuiltIn("cars")));
            assertThat(open.experiment().problem()).isInstanceOfSatisfying(Problem.Linear.class, linear -> {
                assertThat(linear.features()).containsExactly("displacement");
                assertThat(linear.target()).isEqualTo("weight_lb");
            });
        }
    }

    @Test
    @DisplayName("are asked for other columns from the chooser, which goes on naming the data")
    void otherColumns() {
        try (OpenWindow open = Furnished.window(Fixtures.line())) {
            Furnished.choose(open, "#data", "choose col");
            awaitSheet(open);
            assertThat(open.fx(() -> ((ComboBox<?>) open.find("#data"))
                            .getSelectionModel()
                            .getSelectedIndex()))
                    .isZero();
            open.click("#cancel-columns");
            assertThat(has(open, "#column-sheet")).isFalse();
        }
    }

    @Test
    @DisplayName("come from a CSV file that is picked in a dialog, though it has a comma in its numbers")
    void picked() {
        Path csv = file("line.csv", "x;y\n0,5;1,5\n1;2,25\n2;3\n");
        try (OpenWindow open = Furnished.window(Fixtures.line(), csv)) {
            Furnished.choose(open, "#data", "open a csv");
            awaitSheet(open);
            open.press(KeyCode.ENTER);
            open.await("the sheet is gone", () -> !has(open, "#column-sheet"));
            assertThat(open.experiment().problem()).isInstanceOfSatisfying(Problem.Linear.class, linear -> assertThat(
                            linear.data().numbers("y"))
                    .containsExactly(1.5, 2.25, 3));
        }
    }

    @Test
    @DisplayName("come from a CSV file: rows are shown, columns picked, and a line is fitted")
    void openCsv() {
        Path csv = file("flats.csv", "rooms;size;rent\n1;30,5;410\n2;55;700\n3;80;930\n4;90;1100\n");
        try (OpenWindow open = Furnished.window(windows, Fixtures.bowl())) {
            drop(open, csv);
            awaitSheet(open);
            assertThat(open.fx(() ->
                            ((TableView<?>) open.find("#first-rows")).getItems().size()))
                    .isEqualTo(4);
            open.click("#feature-1");
            open.click("#use-columns");
            open.await("the sheet is gone", () -> !has(open, "#column-sheet"));

            assertThat(open.experiment().problem()).isInstanceOfSatisfying(Problem.Linear.class, linear -> {
                assertThat(linear.target()).isEqualTo("rent");
                assertThat(linear.features()).containsExactly("rooms", "size");
                assertThat(linear.data().numbers("size")[0]).isEqualTo(30.5);
            });
        }
    }

    @Test
    @DisplayName("with two classes in the last column suggest logistic regression")
    void classes() {
        Path csv = file("exam.csv", "hours,result\n1,fail\n2,fail\n3,pass\n2.5,fail\n4,pass\n1.5,pass\n");
        try (OpenWindow open = Furnished.window(windows, Fixtures.bowl())) {
            drop(open, csv);
            awaitSheet(open);
            open.press(KeyCode.ENTER);
            open.await("the sheet is gone", () -> !has(open, "#column-sheet"));
            assertThat(open.experiment().problem()).isInstanceOf(Problem.Logistic.class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "empty.csv | '' | is empty",
                "names.csv | 'x,y\n' | only a line of names",
                "ragged.csv | 'x,y\n1,2\n3\n' | line 3 has 1 column"
            })
    @DisplayName("that cannot be read are refused in one sentence, and the experiment stays")
    void badFiles(String name, String content, String words) {
        Path csv = file(name, content);
        try (OpenWindow open = Furnished.window(windows, Fixtures.bowl())) {
            Experiment before = open.experiment();
            drop(open, csv);
            open.await("the sentence is there", () -> has(open, ".toast"));
            assertThat(toasts(open)).hasSize(1).allMatch(sentence -> sentence.contains(words));
            assertThat(open.experiment()).isSameAs(before);
        }
    }

    @Test
    @DisplayName("of words only say in the sheet that no column fits, and Escape leaves everything as it was")
    void words() {
        Path csv = file("words.csv", "a,b\nred,one\nblue,two\ngreen,three\n");
        try (OpenWindow open = Furnished.window(windows, Fixtures.bowl())) {
            Experiment before = open.experiment();
            drop(open, csv);
            awaitSheet(open);
            assertThat(open.text("#column-error")).contains("no column of complete numbers");
            assertThat(open.fx(() -> open.find("#use-columns").isDisabled())).isTrue();
            open.press(KeyCode.ESCAPE);
            open.await("the sheet is gone", () -> !has(open, "#column-sheet"));
            assertThat(open.experiment()).isSameAs(before);
        }
    }

    @Test
    @DisplayName("with a gap name its row and column, and the column cannot be picked")
    void gaps() {
        Path csv = file("gaps.csv", "x,z,y\n1,1,2\n2,,4\n3,5,6\n");
        try (OpenWindow open = Furnished.window(windows, Fixtures.bowl())) {
            drop(open, csv);
            awaitSheet(open);
            assertThat(open.fx(() ->
                            open.robot().lookup("#column-problems").lookup(".label").queryAllAs(Label.class).stream()
                                    .map(Label::getText)
                                    .toList()))
                    .anyMatch(sentence -> sentence.contains("Row 2") && sentence.contains("'z'"));
            assertThat(open.fx(() -> open.find("#feature-1").isDisabled())).isTrue();
        }
    }

    @Test
    @DisplayName("with gaps can be used when such rows are skipped, or filled with the mean, and the file says so")
    void gapsChosen() {
        Path csv = file("gaps.csv", "x,z,y\n1,1,2\n2,,4\n3,5,7\n4,6,8\n");
        try (OpenWindow open = Furnished.window(windows, Fixtures.bowl())) {
            drop(open, csv);
            awaitSheet(open);
            open.click("#gaps-fill");
            open.click("#feature-1");
            assertThat(open.text("#gaps-consequence")).isEqualTo("All 4 rows are used, 1 gap is filled.");
            open.click("#gaps-skip");
            assertThat(open.text("#gaps-consequence")).isEqualTo("3 of 4 rows are used, 1 is skipped.");
            open.click("#use-columns");
            open.await("the sheet is gone", () -> !has(open, "#column-sheet"));
            assertThat(open.experiment().problem()).isInstanceOfSatisfying(Problem.Linear.class, linear -> {
                assertThat(linear.data().gaps()).isEqualTo(Gaps.SKIP);
                assertThat(linear.data().rows()).isEqualTo(4);
                assertThat(linear.objective().target()).containsExactly(2, 7, 8);
            });
        }
    }

    @Test
    @DisplayName("are pasted as a spreadsheet copies them")
    void pasted() {
        try (OpenWindow open = Furnished.window(windows, Fixtures.line())) {
            open.fx(() -> Clipboard.getSystemClipboard()
                    .setContent(Map.of(DataFormat.PLAIN_TEXT, "u\tv\n1\t2,5\n2\t3,5\n3\t5\n")));
            open.press(KeyCode.CONTROL, KeyCode.V);
            awaitSheet(open);
            open.press(KeyCode.ENTER);
            open.await("the sheet is gone", () -> !has(open, "#column-sheet"));
            assertThat(open.experiment().problem()).isInstanceOfSatisfying(Problem.Linear.class, linear -> {
                assertThat(linear.data().numbers("v")).containsExactly(2.5, 3.5, 5);
                assertThat(linear.data().source()).isInstanceOf(DataSource.Columns.class);
            });
        }
    }

    @Test
    @DisplayName("of other kinds of files are refused by name")
    void otherFile() {
        try (OpenWindow open = Furnished.window(windows, Fixtures.bowl())) {
            drop(open, file("picture.png", "no picture"));
            open.await("the sentence is there", () -> has(open, ".toast"));
            assertThat(toasts(open))
                    .containsExactly(
                            "picture.png is neither an experiment nor a table: open a file that ends in .fallline, .json"
                                    + " or .csv.");
        }
    }
}
