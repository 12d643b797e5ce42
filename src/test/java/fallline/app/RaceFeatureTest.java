package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.app.paint.FigureView;
import fallline.data.BuiltInData;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.Start;
import fallline.experiment.view.ConvergenceLook.Across;
import fallline.export.FinishTable.Line;
import fallline.figure.curve.Band;
import fallline.figure.curve.ConvergenceFigure;
import fallline.optimizer.batch.Batching;
import fallline.picture.Looked;
import fallline.problem.Problem;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A race in the window")
class RaceFeatureTest {
    private final List<FallLineWindow> windows = new ArrayList<>();

    private void command(OpenWindow open, String id) {
        open.fx(() -> Furnished.run(windows.getLast(), id));
    }

    private static String text(OpenWindow open, String query) {
        return open.fx(() -> ((Labeled) open.find(query)).getText());
    }

    private static boolean has(OpenWindow open, String query) {
        return open.robot().lookup(query).tryQuery().isPresent();
    }

    @SuppressWarnings("unchecked")
    private static TableView<Line> table(OpenWindow open) {
        return (TableView<Line>) open.find("#finish-table");
    }

    private static List<String> column(OpenWindow open, String id) {
        return open.fx(() -> {
            TableView<Line> table = table(open);
            TableColumn<Line, ?> column = table.getColumns().stream()
                    .filter(one -> one.getId().equals(id))
                    .findFirst()
                    .orElseThrow();
            return table.getItems().stream()
                    .map(line ->
                            String.valueOf(column.getCellObservableValue(line).getValue()))
                    .toList();
        });
    }

    private static void sort(OpenWindow open, String id, TableColumn.SortType type) {
        open.fx(() -> {
            TableView<Line> table = table(open);
            table.getColumns().stream().filter(one -> one.getId().equals(id)).forEach(column -> {
                column.setSortType(type);
                table.getSortOrder().setAll(List.of(column));
            });
        });
    }

    @Test
    @DisplayName("has a table that counts to a typed ε with a comma, sorts, copies, and follows the runs")
    void finish() {
        try (OpenWindow open = Furnished.window(windows, Trial.bowl())) {
            command(open, "finish-table");
            open.await(
                    "both runs have come there",
                    () -> column(open, "finish-steps").size() == 2
                            && column(open, "finish-verdict").equals(List.of("converged", "converged")));
            // both directions shrink by known factors: x by 0.9 a step, y by 0.4
            assertThat(column(open, "finish-steps").getFirst()).isEqualTo(steps(1e-6));
            assertThat(column(open, "finish-gradients").getFirst()).isEqualTo(steps(1e-6));
            Furnished.enter(open, "#finish-target", "0,01");
            open.await(
                    "the count is to the new ε",
                    () -> column(open, "finish-steps").getFirst().equals(steps(0.01)));
            assertThat(open.fx(() -> open.window().workbench().view().race().epsilon()))
                    .isEqualTo(0.01);

            List<String> runs = column(open, "finish-run");
            List<Integer> counts =
                    column(open, "finish-steps").stream().map(Integer::valueOf).toList();
            sort(open, "finish-steps", TableColumn.SortType.DESCENDING);
            String slowest = runs.get(counts.get(0) > counts.get(1) ? 0 : 1);
            open.await(
                    "the slowest comes first",
                    () -> column(open, "finish-run").getFirst().equals(slowest));
            open.click("#finish-latex");
            open.await("LaTeX is on the clipboard", () -> clipboard(open).startsWith("\\begin{tabular}"));
            assertThat(clipboard(open)).contains("J - J^* < 0.01");
            open.click("#finish-csv");
            open.await("CSV is on the clipboard", () -> clipboard(open).startsWith("run,target,reached"));
            assertThat(clipboard(open).lines().skip(1).findFirst().orElseThrow())
                    .startsWith(slowest);

            open.fx(() -> open.window().workbench().edit(open.experiment().withSteps(5)));
            open.await("with five steps nobody comes there", () -> column(open, "finish-steps")
                    .equals(List.of("never", "never")));
            Furnished.enter(open, "#finish-target", "-1");
            open.await(
                    "what cannot be reached is refused",
                    () -> open.robot().lookup(".error-line").queryAllAs(Labeled.class).stream()
                            .anyMatch(line -> line.getText().startsWith("ε must be above 0")));
            open.click("#finish-close");
            assertThat(has(open, "#finish-sheet")).isFalse();
        }
    }

    /// J = (16 · 0.81^k + 54 · 0.16^k)/2 first below ε.
    private static String steps(double epsilon) {
        int k = 0;
        while ((16 * Math.pow(0.81, k) + 54 * Math.pow(0.16, k)) / 2 >= epsilon) {
            k++;
        }
        return Integer.toString(k);
    }

    private static String clipboard(OpenWindow open) {
        return open.fx(() ->
                Optional.ofNullable(Clipboard.getSystemClipboard().getString()).orElse(""));
    }

    private static Experiment regression() {
        Problem line = Problems.linear(BuiltInData.dataset("line_4_plus_3x"), List.of("x"), "y", ModelOptions.PLAIN);
        Run run = Looked.run("gd", 0.1).withName("SGD");
        Run batches = run.withRecipe(run.recipe().withBatching(new Batching.Shuffled(10)));
        return new Experiment(line, Start.at(0, 0), 3, 60, List.of(batches), Map.of());
    }

    private static Optional<ConvergenceFigure> curves(OpenWindow open) {
        return open.fx(() -> open.find("#convergence-figure", FigureView.class)
                .shown()
                .filter(shown -> shown.figure() instanceof ConvergenceFigure)
                .map(shown -> (ConvergenceFigure) shown.figure()));
    }

    private static Optional<Band> band(OpenWindow open) {
        return curves(open).flatMap(figure -> figure.series().getFirst().band());
    }

    private static boolean words(OpenWindow open, String part) {
        return band(open).filter(band -> band.words().getFirst().contains(part)).isPresent();
    }

    @Test
    @DisplayName("repeats a run with seeds: the band is drawn, follows the recipe, is undone and comes back")
    void repeats() {
        try (OpenWindow open = Furnished.window(windows, regression())) {
            command(open, "repeat-run");
            open.await("it is said what varies", () -> has(open, "#repeat-varied"));
            assertThat(text(open, "#repeat-varied")).isEqualTo("From repeat to repeat other batches are drawn.");
            Furnished.replace(open, "#repeat-count", "999");
            open.press(KeyCode.ENTER);
            open.await(
                    "so many are refused", () -> open.robot().lookup(".error-line").queryAllAs(Labeled.class).stream()
                            .anyMatch(line -> line.getText().equals("Repeats must be 2 to 200.")
                                    || line.getText().equals("repeats must be 2 to 200.")));
            Furnished.replace(open, "#repeat-count", "12");
            open.press(KeyCode.ENTER);
            open.await("the sheet is gone", () -> !has(open, "#repeat-sheet"));
            assertThat(open.experiment().runs().getFirst().repeats()).isEqualTo(OptionalInt.of(12));
            open.await("the band is of all twelve", () -> words(open, "SGD, 12 seeds (batches): "));
            double median = band(open).orElseThrow().median()[60];

            command(open, "finish-table");
            open.await("the table says how many ended how", () -> text(open, "#finish-shares")
                    .startsWith("SGD, 12 seeds: "));
            open.click("#finish-close");

            Run slower = open.experiment().runs().getFirst();
            open.fx(() -> open.window()
                    .workbench()
                    .edit(open.experiment()
                            .withRun(
                                    "SGD",
                                    slower.withRecipe(
                                            slower.recipe().with("lr", fallline.optimizer.HyperValue.of(0.02))))));
            open.await(
                    "the band follows the recipe",
                    () -> words(open, "SGD, 12 seeds")
                            && band(open).orElseThrow().median()[60] != median);
            command(open, "undo");
            open.await(
                    "and goes back with it",
                    () -> words(open, "SGD, 12 seeds")
                            && band(open).orElseThrow().median()[60] == median);
            command(open, "undo");
            open.await("repeating is undone", () -> band(open).isEmpty());
            assertThat(open.experiment().runs().getFirst().repeats()).isEmpty();
            assertThat(open.fx(() -> open.window().workbench().redoName())).contains("repeat SGD with 12 seeds");
            command(open, "redo");
            open.await("and done again", () -> words(open, "SGD, 12 seeds"));
            command(open, "repeat-none");
            open.await("it is removed as easily", () -> band(open).isEmpty());
        }
    }

    @Test
    @DisplayName("lays steps, evaluations or epochs across the curve")
    void across() {
        try (OpenWindow open = Furnished.window(windows, regression())) {
            ComboBox<Across> across = open.choices("#across");
            assertThat(open.fx(() -> List.copyOf(across.getItems())))
                    .containsExactly(Across.STEPS, Across.EVALUATIONS, Across.EPOCHS);
            command(open, "across");
            command(open, "across");
            open.await("epochs lie across", () -> curves(open)
                    .filter(figure -> figure.across().label().startsWith("epochs"))
                    .isPresent());
            assertThat(open.fx(() -> across.getValue())).isEqualTo(Across.EPOCHS);
        }
    }

    @Test
    @DisplayName("says that a run without lots would repeat itself, and repeats it not")
    void nothing() {
        try (OpenWindow open = Furnished.window(windows, Trial.bowl())) {
            assertThat(open.fx(() -> List.copyOf(open.<Across>choices("#across").getItems())))
                    .as("a formula has no epochs")
                    .containsExactly(Across.STEPS, Across.EVALUATIONS);
            command(open, "repeat-run");
            open.await("it is said", () -> has(open, "#repeat-varied"));
            assertThat(text(open, "#repeat-varied")).contains("every repeat would be the run itself");
            assertThat(open.fx(() -> open.find("#repeat-ok").isDisabled())).isTrue();
            open.click("#repeat-cancel");
            assertThat(has(open, "#repeat-sheet")).isFalse();
        }
    }
}
