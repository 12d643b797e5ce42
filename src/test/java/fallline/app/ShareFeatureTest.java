package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.data.DataSource;
import fallline.experiment.Experiment;
import fallline.experiment.view.ViewState;
import fallline.file.ExperimentFile;
import fallline.file.json.UnknownFields;
import fallline.file.share.ShareCode;
import fallline.problem.DataProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("In the window a share code")
class ShareFeatureTest {
    private static final ShareCode CODES = new ShareCode(Fixtures.CATALOGUE);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it
    private Path folder;

    private static String code() {
        Experiment experiment = Fixtures.bowl().withSteps(44);
        ViewState view = ViewState.initial(experiment)
                .withPlayhead(9)
                .withLoss(loss -> loss.withSurface(look -> look.withSolid(true)));
        return CODES.write(experiment, view).text();
    }

    private static void clip(OpenWindow open, String text) {
        open.fx(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    private static void awaitToast(OpenWindow open, String words) {
        open.await("a notice says '" + words + "'", () -> open.robot().lookup(".toast").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().contains(words)));
    }

    @Test
    @DisplayName("is copied, and pasted opens at the same step and camera")
    void copyAndPaste() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            clip(open, "\n" + code().replaceAll("(.{70})", "$1\n"));
            open.fx(() -> Furnished.run(open.window(), "paste"));
            open.await(
                    "it is open", () -> open.window().workbench().experiment().steps() == 44);
            assertThat(open.playhead()).isEqualTo(9);
            assertThat(open.view().loss().surface().solid()).isTrue();
            clip(open, "something else");
            open.fx(() -> Furnished.run(open.window(), "copy-share-code"));
            awaitToast(open, "share code is copied");
            assertThat(open.fx(() -> Clipboard.getSystemClipboard().getString()))
                    .isEqualTo(code());
        }
    }

    @Test
    @DisplayName("that is damaged is one sentence, and the experiment stays")
    void damaged() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            Experiment before = open.experiment();
            clip(open, code().replaceFirst(":1:(.{20}).", ":1:$1-"));
            open.fx(() -> Furnished.run(open.window(), "paste"));
            awaitToast(open, "share code was damaged");
            assertThat(open.experiment()).isSameAs(before);
        }
    }

    @Test
    @DisplayName("in the formula field is offered to be opened")
    void formulaField() {
        try (OpenWindow open = Furnished.window(Trial.valley())) {
            open.reveal("#formula");
            String formula = ((javafx.scene.control.TextInputControl) open.find("#formula")).getText();
            open.fx(() -> {
                var field = (javafx.scene.control.TextInputControl) open.find("#formula");
                field.requestFocus();
                field.selectAll();
                field.replaceSelection(code());
            });
            open.await(
                    "it is offered",
                    () -> open.robot().lookup("#open-code").tryQuery().isPresent());
            assertThat(open.fx(() -> open.find("#formula-error").isVisible())).isFalse();
            open.click("#open-code");
            open.await(
                    "it is open", () -> open.window().workbench().experiment().steps() == 44);
            open.fx(() -> open.window().workbench().undo());
            open.await("the formula is back", () -> ((javafx.scene.control.TextInputControl) open.find("#formula"))
                    .getText()
                    .equals(formula));
            assertThat(open.robot().lookup("#open-code").tryQuery()).isEmpty();
        }
    }

    private static DataSource.CsvFile source(Experiment experiment) {
        return (DataSource.CsvFile)
                DataProblem.of(experiment.problem()).orElseThrow().data().source();
    }

    private static double rows(OpenWindow open) {
        return DataProblem.of(open.window().workbench().experiment().problem())
                .map(of -> of.data().rows())
                .orElse(0);
    }

    @Test
    @DisplayName("A table that has changed is told in a bar: its saved copy, or the new one; kept in the file or not")
    void changedTable() throws IOException {
        Path table = Files.writeString(folder.resolve("points.csv"), "x,y\n1,2\n2,3\n3,5\n");
        Path file = folder.resolve("e.json");
        ExperimentFile files = new ExperimentFile(Fixtures.CATALOGUE);
        Experiment experiment = files.parse(
                        "e.json",
                        "{\"fallline\": 1, \"problem\": {\"kind\": \"linear-regression\", \"data\": {\"csv\": \"points.csv\"},"
                                + " \"features\": [\"x\"], \"target\": \"y\"}, \"runs\": [{\"optimizer\": \"gd\"}]}",
                        folder)
                .experiment();
        files.write(file, experiment, Optional.empty(), UnknownFields.none());
        Files.writeString(table, "x,y\n1,2\n2,3\n3,5\n4,4\n");
        List<FallLineWindow> windows = new ArrayList<>();
        try (OpenWindow open = Furnished.window(windows, Fixtures.bowl())) {
            open.fx(() -> Furnished.open(windows.getLast(), file));
            open.await("the bar is there", () -> open.find("#table-changed").isVisible());
            assertThat(open.fx(() -> rows(open))).isEqualTo(3);
            open.click("#use-new-table");
            open.await("the new table is there", () -> rows(open) == 4);
            assertThat(open.fx(() -> open.find("#table-changed").isVisible())).isFalse();
            open.fx(() -> open.window().workbench().undo());
            open.await("the bar is back", () -> open.find("#table-changed").isVisible());
            open.click("#use-saved-copy");
            open.await("the bar is gone", () -> !open.find("#table-changed").isVisible());
            assertThat(open.fx(() -> rows(open))).isEqualTo(3);

            assertThat(source(open.experiment()).carried()).isTrue();
            open.fx(() -> Furnished.run(open.window(), "keep-table"));
            open.await(
                    "it is not taken along",
                    () -> !source(open.window().workbench().experiment()).carried());
            assertThat(open.fx(() -> open.stage().getTitle())).startsWith("•");
        }
    }
}
