package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.data.BuiltInData;
import fallline.data.DataSource;
import fallline.data.Dataset;
import fallline.data.Generator;
import fallline.experiment.Experiment;
import fallline.experiment.view.FitLook.Residuals;
import fallline.problem.DataProblem;
import fallline.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

@DisplayName("Data under the hand")
class DataEditingTest {
    private static DataProblem model(OpenWindow open) {
        return DataProblem.of(open.experiment().problem()).orElseThrow();
    }

    private static Dataset data(OpenWindow open) {
        return model(open).data();
    }

    private static double loss(OpenWindow open) {
        open.settle();
        return open.fx(() -> {
            var trace = open.window().workbench().scene().chosenTrace().orElseThrow();
            return trace.loss(trace.lastFiniteStep());
        });
    }

    private static Experiment two() {
        return Fixtures.EXPERIMENTS.forLogistic(BuiltInData.dataset("hours_studied"), List.of("hours"), "passed");
    }

    @Test
    @DisplayName("a click adds a point where it was made, and one undo takes it away again")
    void add() {
        try (OpenWindow open = Furnished.window(Fixtures.line())) {
            open.click("#edit-data");
            open.settle();
            Point2D place = open.onScreen("fit", 0.5, 9);
            open.robot().clickOn(place.getX(), place.getY());

            Dataset grown = data(open);
            assertThat(grown.rows()).isEqualTo(101);
            assertThat(grown.numbers("x")[100]).isCloseTo(0.5, within(0.02));
            assertThat(grown.numbers("y")[100]).isCloseTo(9, within(0.06));
            assertThat(grown.source()).isInstanceOf(DataSource.Columns.class);
            assertThat(grown.name()).isEqualTo("line_4_plus_3x (edited)");

            open.fx(() -> open.window().workbench().undo());
            assertThat(data(open).rows()).isEqualTo(100);
            assertThat(data(open).source()).isEqualTo(new DataSource.BuiltIn("line_4_plus_3x"));
        }
    }

    @Test
    @DisplayName("a drag moves a point, bends the path while it lasts, and is one entry of the history")
    void drag() {
        try (OpenWindow open = Furnished.window(Fixtures.line())) {
            open.click("#edit-data");
            double before = loss(open);
            double x = data(open).numbers("x")[7];
            Point2D from = open.onScreen("fit", x, data(open).numbers("y")[7]);
            Point2D to = open.onScreen("fit", x, 4);
            open.robot().drag(from.getX(), from.getY(), MouseButton.PRIMARY);
            open.robot().moveTo(to.getX(), (from.getY() + to.getY()) / 2);
            open.robot().moveTo(to.getX(), to.getY());
            open.robot().drop();

            assertThat(data(open).rows()).isEqualTo(100);
            int moved = nearest(data(open).numbers("x"), x);
            assertThat(data(open).numbers("y")[moved]).isCloseTo(4, within(0.06));
            assertThat(loss(open)).isNotEqualTo(before);

            open.fx(() -> open.window().workbench().undo());
            assertThat(data(open).source()).isEqualTo(new DataSource.BuiltIn("line_4_plus_3x"));
            assertThat(loss(open)).isEqualTo(before);
        }
    }

    private static int nearest(double[] values, double wanted) {
        int best = 0;
        for (int i = 0; i < values.length; i++) {
            best = Math.abs(values[i] - wanted) < Math.abs(values[best] - wanted) ? i : best;
        }
        return best;
    }

    @Test
    @DisplayName("Delete removes the point that was clicked, and only while editing")
    void delete() {
        try (OpenWindow open = Furnished.window(Fixtures.line())) {
            Point2D place =
                    open.onScreen("fit", data(open).numbers("x")[3], data(open).numbers("y")[3]);
            open.robot().clickOn(place.getX(), place.getY());
            open.press(KeyCode.DELETE);
            assertThat(data(open).rows()).isEqualTo(100);

            open.click("#edit-data");
            open.settle();
            open.robot().clickOn(place.getX(), place.getY());
            assertThat(open.fx(() -> open.find("#edit-ring").isVisible())).isTrue();
            open.press(KeyCode.DELETE);
            assertThat(data(open).rows()).isEqualTo(99);
        }
    }

    @Test
    @DisplayName("with one feature and two classes a point gets the class of the half that was clicked")
    void classes() {
        try (OpenWindow open = Furnished.window(two())) {
            String feature = model(open).features().getFirst();
            int rows = data(open).rows();
            double middle = (data(open).numbers(feature)[0] + data(open).numbers(feature)[rows - 1]) / 2;
            open.click("#edit-data");
            open.settle();
            Point2D high = open.onScreen("fit", middle, 0.8);
            open.robot().clickOn(high.getX(), high.getY());

            Problem.Logistic problem = (Problem.Logistic) open.experiment().problem();
            assertThat(data(open).rows()).isEqualTo(rows + 1);
            assertThat(problem.objective().labels().codes()[rows]).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("the squares of the residuals can be drawn, and the choice is kept in the view")
    void squares() {
        try (OpenWindow open = Furnished.window(Fixtures.line())) {
            open.click("#squares");
            open.settle();
            assertThat(open.view().fit().residuals()).isEqualTo(Residuals.SQUARES);
            open.click("#squares");
            assertThat(open.view().fit().residuals()).isEqualTo(Residuals.NONE);
        }
    }

    @Test
    @DisplayName("standardising is a switch that shows κ before and after, and the same line in the data's units")
    void standardise() {
        Experiment far =
                Fixtures.EXPERIMENTS.forLinear(BuiltInData.dataset("cars"), List.of("displacement"), "weight_lb");
        try (OpenWindow open = Furnished.window(far)) {
            open.await("κ is measured", () -> open.text("#condition").startsWith("κ "));
            assertThat(open.text("#condition")).matches("κ \\d.* → 1");
            open.click("#standardise");
            assertThat(model(open).options().standardise()).isTrue();
            open.fx(() -> open.window()
                    .workbench()
                    .look(open.window().workbench().view().withPlayhead(200)));
            open.await("the line in the data's units", () -> open.text("#original-units")
                    .contains("displacement"));
            open.click("#standardise");
            assertThat(model(open).options().standardise()).isFalse();
            assertThat(open.fx(() -> open.find("#original-units").isVisible())).isFalse();
        }
    }

    @Test
    @DisplayName("an experiment that is opened standardised stays as it is")
    void openedStandardised() {
        Problem standardised = DataProblem.of(Fixtures.line().problem())
                .orElseThrow()
                .withOptions(new Problem.ModelOptions(false, 1, 0, true));
        try (OpenWindow open = Furnished.window(Fixtures.line().withProblem(standardised))) {
            assertThat(open.experiment().problem()).isSameAs(standardised);
            assertThat(open.fx(() -> open.window().workbench().canUndo())).isFalse();
        }
    }

    @Test
    @DisplayName("the ridge and the half of the loss are options of the model")
    void options() {
        try (OpenWindow open = Furnished.window(Fixtures.line())) {
            Furnished.enter(open, "#ridge", "0.5");
            assertThat(model(open).options().l2()).isEqualTo(0.5);
            open.click("#loss-half-mse");
            assertThat(model(open).options().halfLoss()).isTrue();
            open.fx(() -> open.window().workbench().undo());
            open.fx(() -> open.window().workbench().undo());
            assertThat(model(open).options()).isEqualTo(Problem.ModelOptions.PLAIN);
        }
    }

    @Test
    @DisplayName("the table sorts by a column, takes a number and refuses a word, and undo brings the number back")
    void table() {
        try (OpenWindow open = Furnished.window(Fixtures.line())) {
            open.click("#table-title");
            open.await("the rows are there", () -> table(open).getItems().size() == 100);
            open.fx(() ->
                    table(open).getSortOrder().add(table(open).getColumns().get(2)));
            awaitOrder(open);

            double before = data(open).numbers("y")[5];
            edit(open, 5, "7,25");
            assertThat(data(open).numbers("y")[5]).isEqualTo(7.25);
            awaitOrder(open);
            edit(open, 5, "seven");
            open.await(
                    "the sentence is there",
                    () -> open.robot().lookup(".toast").tryQuery().isPresent());
            assertThat(data(open).numbers("y")[5]).isEqualTo(7.25);
            open.fx(() -> open.window().workbench().undo());
            assertThat(data(open).numbers("y")[5]).isEqualTo(before);
        }
    }

    /// Waits until the smallest y is first and the largest last.
    private static void awaitOrder(OpenWindow open) {
        double[] y = data(open).numbers("y");
        open.await("the rows stand in order", () -> {
            List<Integer> rows = table(open).getItems();
            return IntStream.range(1, rows.size()).allMatch(i -> y[rows.get(i - 1)] <= y[rows.get(i)]);
        });
    }

    @SuppressWarnings("unchecked")
    private static TableView<Integer> table(OpenWindow open) {
        return (TableView<Integer>) open.find("#data-table");
    }

    /// Types into the cell of column y.
    private static void edit(OpenWindow open, int row, String text) {
        begin(open, row, text);
        open.press(KeyCode.ENTER);
    }

    /// Types into the cell of column y, without pressing Enter; once more if the table still moved and took it away.
    private static void begin(OpenWindow open, int row, String text) {
        for (int attempt = 0; attempt < 3; attempt++) {
            open.fx(() -> table(open).scrollTo(table(open).getItems().indexOf(row)));
            stand(open);
            open.fx(() -> {
                TableView<Integer> table = table(open);
                table.edit(table.getItems().indexOf(row), table.getColumns().get(2));
            });
            open.await("the cell is open", () -> field(open).isPresent());
            open.fx(() -> field(open).ifPresent(field -> {
                field.requestFocus();
                field.setText(text);
            }));
            stand(open);
            if (open.fx(() -> field(open)
                    .filter(field -> field.getText().equals(text) && field.isFocused())
                    .isPresent())) {
                return;
            }
            open.fx(() -> table(open).edit(-1, null));
        }
        throw new AssertionError("the cell does not keep '" + text + "'");
    }

    private static Optional<TextField> field(OpenWindow open) {
        return open.robot().lookup("#data-table .text-field").tryQueryAs(TextField.class);
    }

    /// Lets the table finish what it has begun to lay out.
    private static void stand(OpenWindow open) {
        for (int i = 0; i < 3; i++) {
            open.fx(Platform::requestNextPulse);
            WaitForAsyncUtils.waitForFxEvents(2);
        }
    }

    @Test
    @DisplayName("rows that are sorted anew meanwhile do not take away what is being typed into a cell")
    void typedWhileSorted() {
        try (OpenWindow open = Furnished.window(Fixtures.line())) {
            open.click("#table-title");
            open.await("the rows are there", () -> table(open).getItems().size() == 100);
            begin(open, 5, "7,25");
            open.fx(() ->
                    table(open).getSortOrder().add(table(open).getColumns().get(2)));
            open.await(
                    "the rows are sorted",
                    () -> open.window().desk().questions().atRest());
            open.settle();
            assertThat(table(open).getItems()).startsWith(0, 1, 2);
            open.press(KeyCode.ENTER);
            assertThat(data(open).numbers("y")[5]).isEqualTo(7.25);
            awaitOrder(open);
        }
    }

    @Test
    @DisplayName("what is said while the gallery is open stands before it")
    void saidOverGallery() {
        try (OpenWindow open = Furnished.window(Fixtures.line())) {
            open.click("#data-sets");
            open.await(
                    "the gallery is there",
                    () -> open.robot().lookup("#gallery-use").tryQuery().isPresent());
            open.fx(() -> open.window().desk().notices().warn("This file is not there."));
            open.click(".toast");
            open.await(
                    "a click takes it away",
                    () -> open.robot().lookup(".toast").tryQuery().isEmpty());
            assertThat(open.robot().lookup("#gallery-use").tryQuery()).isPresent();
        }
    }

    @Test
    @DisplayName("a set of the gallery is used with its own model, its gaps skipped and said so")
    void gallery() {
        try (OpenWindow open = Furnished.window(Fixtures.line())) {
            open.click("#data-sets");
            open.await(
                    "the gallery is there",
                    () -> open.robot().lookup("#tile-penguins").tryQuery().isPresent());
            open.fx(() -> ((javafx.scene.control.ToggleButton) open.find("#tile-penguins")).fire());
            open.click("#gallery-use");
            open.await("the penguins are there", () -> data(open).name().equals("penguins"));
            assertThat(model(open).rows().rows()).isEqualTo(342);
        }
    }

    @Test
    @DisplayName("sets of the gallery are found by typing, and Enter takes the first")
    void search() {
        try (OpenWindow open = Furnished.window(Fixtures.line())) {
            open.click("#data-sets");
            int all = BuiltInData.all().size() + Generator.values().length;
            open.await(
                    "all tiles are there",
                    () -> open.robot().lookup(".tile").queryAll().size() == all);
            Furnished.replace(open, "#data-search", "quartet outlier");
            open.await(
                    "one is left", () -> open.robot().lookup(".tile").queryAll().size() == 1);
            open.press(KeyCode.ENTER);
            open.await("it is used", () -> data(open).name().equals("anscombe_3"));
        }
    }

    @Test
    @DisplayName("points made by chance are data like any other, with sliders for how many, noise and seed")
    void generator() {
        try (OpenWindow open = Furnished.window(Fixtures.line())) {
            open.click("#data-sets");
            open.await(
                    "the gallery is there",
                    () -> open.robot().lookup("#tile-made-moons").tryQuery().isPresent());
            open.fx(() -> ((javafx.scene.control.ToggleButton) open.find("#tile-made-moons")).fire());
            Furnished.enter(open, "#made-seed", "7");
            open.fx(() -> ((javafx.scene.control.Slider) open.find("#made-count")).setValue(0));
            open.click("#gallery-use");
            open.await("the moons are there", () -> data(open).name().equals("Two moons"));
            assertThat(data(open).rows()).isEqualTo(10);
            assertThat(data(open).numbers("x1"))
                    .containsExactly(Generator.MOONS.generate(10, 0.12, 7).numbers("x1"));
            assertThat(open.experiment().problem()).isInstanceOf(Problem.Logistic.class);
        }
    }

    @Test
    @DisplayName("with two features a new point gets the class that the switch says")
    void classSwitch() {
        Dataset blobs = Generator.BLOBS.generate(40, 0.3, 1);
        try (OpenWindow open =
                Furnished.window(Fixtures.EXPERIMENTS.forLogistic(blobs, List.of("x1", "x2"), "class"))) {
            open.click("#edit-data");
            open.click("#class-1");
            open.settle();
            Point2D place = open.onScreen("fit", 0, 0);
            open.robot().clickOn(place.getX(), place.getY());
            assertThat(data(open).rows()).isEqualTo(41);
            Problem.Logistic problem = (Problem.Logistic) open.experiment().problem();
            assertThat(problem.objective().labels().codes()[40]).isEqualTo(1);
            open.click("#class-0");
            open.settle();
            Point2D next = open.onScreen("fit", 0.4, -0.4);
            open.robot().clickOn(next.getX(), next.getY());
            problem = (Problem.Logistic) open.experiment().problem();
            assertThat(problem.objective().labels().codes()[41]).isZero();
        }
    }

    @Test
    @DisplayName("the degree bends the line, and undo makes it straight again")
    void degree() {
        try (OpenWindow open = Furnished.window(Fixtures.line())) {
            open.fx(() -> {
                var slider = (javafx.scene.control.Slider) open.find("#degree-slider");
                slider.setValue(0.25); // of 1 to 9
            });
            assertThat(model(open).options().degree()).isEqualTo(3);
            assertThat(open.start()).hasSize(4);
            open.settle();
            open.fx(() -> open.window().workbench().undo());
            assertThat(model(open).options().degree()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("the fit says R² at the playhead, and for classes how many rows are right, with the confusion matrix")
    void score() {
        try (OpenWindow open = Furnished.window(Fixtures.line())) {
            open.fx(() -> open.window()
                    .workbench()
                    .look(open.window().workbench().view().withPlayhead(200)));
            double[] x = data(open).numbers("x");
            double[] y = data(open).numbers("y");
            open.await("R² is said", () -> open.text("#score").startsWith("R²"));
            double correlation = correlation(x, y);
            open.await(
                    "R² of a converged line is the square of the correlation",
                    () -> Math.abs(Double.parseDouble(open.text("#score").substring(3)) - correlation * correlation)
                            < 1e-3);
        }
        try (OpenWindow open = Furnished.window(two())) {
            open.await("accuracy is said", () -> open.text("#score").endsWith("% right"));
            open.click("#score");
            open.await(
                    "the matrix is there",
                    () -> open.robot().lookup("#confusion-matrix").tryQuery().isPresent());
        }
    }

    private static double correlation(double[] x, double[] y) {
        double mx = java.util.Arrays.stream(x).average().orElseThrow();
        double my = java.util.Arrays.stream(y).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - mx) * (y[i] - my);
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
        }
        return xy / Math.sqrt(xx * yy);
    }

    @Test
    @DisplayName("what is odd about them is said in the problem card: a feature twice")
    void warnings() {
        Dataset twice = fallline.data.CsvReader.parse("twice", "a,b,y\n1,2,1\n2,4,3\n3,6,2\n4,8,5\n5,10,4\n")
                .dataset();
        try (OpenWindow open = Furnished.window(Fixtures.EXPERIMENTS.forLinear(twice, List.of("a", "b"), "y"))) {
            open.await("a sentence is there", () -> !open.robot()
                    .lookup("#data-warnings .label")
                    .queryAll()
                    .isEmpty());
        }
    }
}
