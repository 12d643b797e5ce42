package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.app.paint.FigureView;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.edit.Edits;
import fallline.experiment.view.SweepLook.Axis;
import fallline.figure.map.CellField;
import fallline.figure.map.RunMapFigure;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.Span;
import fallline.figure.surface.LossMapFigure;
import fallline.optimizer.HyperValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapFeatureTest {
    private static RunMapFigure sweep(OpenWindow open) {
        open.await("the sweep map is whole", () -> open.figure("sweep")
                .shown()
                .filter(shown -> shown.figure() instanceof RunMapFigure map
                        && !Arrays.asList(map.cells().field().kinds()).contains(CellField.Kind.UNKNOWN)
                        && map.cells().field().x().span().equals(map.x().span()))
                .isPresent());
        return open.fx(
                () -> (RunMapFigure) open.figure("sweep").shown().orElseThrow().figure());
    }

    private static OpenWindow withSweep() {
        OpenWindow open = Furnished.window(Trial.bowl());
        open.fx(() -> Furnished.run(open.window(), "sweep-map"));
        sweep(open);
        return open;
    }

    /// What a screen reader says of a picture; FX thread.
    private static String said(OpenWindow open, String view) {
        return String.valueOf(open.figure(view).queryAccessibleAttribute(AccessibleAttribute.TEXT));
    }

    private static double rate(Experiment experiment, int run) {
        HyperValue value = experiment.runs().get(run).recipe().hyperparameters().get("lr");
        return value instanceof HyperValue.Amount(double amount) ? amount : Double.NaN;
    }

    @Test
    @DisplayName("a click on a cell of the sweep map opens its run, as one edit")
    void cellOpens() {
        try (OpenWindow open = withSweep()) {
            RunMapFigure map = sweep(open);
            PlotArea plot = open.plot("sweep");
            double x = plot.x().value(plot.box().x() + 0.3 * plot.box().width());
            double y = plot.y().value(plot.box().bottom() - 0.2 * plot.box().height());
            int runs = open.experiment().runs().size();
            open.robot().moveTo(open.onScreen("sweep", x, y)).clickOn(MouseButton.PRIMARY);
            open.await("the run is there", () -> open.experiment().runs().size() == runs + 1);
            Run added = open.experiment().runs().getLast();
            assertThat(open.view().runs().chosen()).isEqualTo(added.name());
            double pitch = map.x().span().hi() / map.x().span().lo();
            assertThat(rate(open.experiment(), runs) / x)
                    .as("the rate of the cell's middle")
                    .isCloseTo(1, within(Math.log(pitch) / map.cells().field().columns()));
            open.await(
                    "both runs are marked",
                    () -> open.figure("sweep").shown().orElseThrow().figure() instanceof RunMapFigure now
                            && now.marks().stream().anyMatch(mark -> mark.name().equals(added.name())));
            open.click("#undo");
            assertThat(open.experiment().runs()).hasSize(runs);
        }
    }

    @Test
    @DisplayName(
            "the wheel and a dragged box zoom into the sweep map, a double click goes back, the reset to the whole")
    void zoom() {
        try (OpenWindow open = withSweep()) {
            RunMapFigure whole = sweep(open);
            PlotArea plot = open.plot("sweep");
            Point2D middle = new Point2D(plot.box().centreX(), plot.box().centreY());
            open.robot().moveTo(open.onScreen("sweep", middle)).scroll(2, VerticalDirection.UP);
            open.await("zoomed", () -> open.view().sweep().x().isPresent());
            Axis wheel = open.view().sweep().x().orElseThrow();
            assertThat(wheel.max() / wheel.min())
                    .isNotCloseTo(whole.x().span().hi() / whole.x().span().lo(), within(1e-6));
            sweep(open);
            Point2D corner = new Point2D(plot.box().x() + 20, plot.box().y() + 20);
            open.robot()
                    .moveTo(open.onScreen("sweep", corner))
                    .press(MouseButton.PRIMARY)
                    .moveTo(open.onScreen("sweep", middle))
                    .release(MouseButton.PRIMARY);
            open.await(
                    "zoomed into the box",
                    () -> !open.view().sweep().x().orElseThrow().equals(wheel));
            Axis box = open.view().sweep().x().orElseThrow();
            assertThat(box.min()).isGreaterThanOrEqualTo(wheel.min());
            assertThat(box.max()).isLessThan(wheel.max());
            assertThat(sweep(open).x().span().hi()).isEqualTo(box.max());
            open.robot().moveTo(open.onScreen("sweep", middle)).doubleClickOn(MouseButton.PRIMARY);
            open.await("back", () -> open.view().sweep().x().orElseThrow().equals(wheel));
            assertThat(open.experiment().runs())
                    .as("no run was opened on the way")
                    .hasSize(2);
        }
    }

    @Test
    @DisplayName("without a mouse: arrows read the sweep map, which is said, and Enter opens the run that is read")
    void byKeys() {
        try (OpenWindow open = withSweep()) {
            open.fx(() -> KeyboardWalk.to(open.stage().getScene(), "sweep-figure"));
            int playhead = open.playhead();
            open.press(KeyCode.RIGHT);
            open.press(KeyCode.RIGHT);
            open.press(KeyCode.UP);
            String said = open.fx(() -> said(open, "sweep"));
            assertThat(said).containsPattern("^learning rate|^α|^lr").contains("click or Enter: opens this run");
            double read = Double.parseDouble(said.replaceFirst("^\\D+ ([\\d.]+),.*$", "$1"));
            int runs = open.experiment().runs().size();
            open.press(KeyCode.ENTER);
            assertThat(open.experiment().runs()).hasSize(runs + 1);
            assertThat(rate(open.experiment(), runs)).isCloseTo(read, within(read / 100));
            // one cell to the right of the cell in the middle
            Axis swept = open.view().sweep().x().orElseThrow();
            double share = (Math.floorDiv(swept.n(), 2) + 1.5) / swept.n();
            double middle = swept.min() * Math.pow(swept.max() / swept.min(), share);
            assertThat(rate(open.experiment(), runs)).isCloseTo(middle, within(1e-12 * middle));
            assertThat(open.playhead()).as("no arrow was a step").isEqualTo(playhead);
        }
    }

    @Test
    @DisplayName("the axes are chosen under the map: nothing upwards makes a curve")
    void form() {
        try (OpenWindow open = withSweep()) {
            open.fx(() -> Furnished.run(open.window(), "sweep-axes"));
            open.settle();
            ComboBox<String> upwards = open.choices("#sweep-y");
            open.fx(() -> upwards.getSelectionModel().select("start.x"));
            open.await(
                    "the start is swept",
                    () -> open.figure("sweep").shown().orElseThrow().figure() instanceof RunMapFigure map
                            && map.y().label().equals("start x"));
            ComboBox<String> again = open.choices("#sweep-y");
            open.fx(() -> again.getSelectionModel().select(0));
            open.await("a curve", () -> open.view().sweep().y().isEmpty());
            open.await(
                    "its runs are told", () -> said(open, "sweep").contains("come near the best, the soonest after"));
            open.await("its numbers are offered", () -> open.window().features().stream()
                    .flatMap(feature -> feature.panes().stream())
                    .flatMap(placed -> placed.pane().menu().stream())
                    .anyMatch(item -> "sweep-table-item".equals(item.getId()) && item.isVisible()));
        }
    }

    private static final CellField NOTHING = new CellField(
            1,
            1,
            fallline.figure.plot.Axis.linear("", new Span(0, 1)),
            fallline.figure.plot.Axis.linear("", new Span(0, 1)),
            new CellField.Kind[] {CellField.Kind.UNKNOWN},
            new float[1],
            new int[1]);

    /// On the FX thread.
    private static CellField basins(OpenWindow open) {
        FigureView.Shown shown = open.figure("loss").shown().orElseThrow();
        LossMapFigure map = (LossMapFigure) shown.figure();
        return map.overlays()
                .basins()
                .map(source ->
                        source.over(map.plot(shown.size()).window()).cells().field())
                .orElse(NOTHING);
    }

    private static long count(CellField field, CellField.Kind kind) {
        return List.of(field.kinds()).stream().filter(one -> one == kind).count();
    }

    @Test
    @DisplayName("the basin map follows the rate while it is dragged, and a click starts the run there")
    void basinsFollow() {
        try (OpenWindow open = Furnished.window(Trial.bowl())) {
            open.fx(() -> Furnished.run(open.window(), "basins"));
            open.await("all starts lead to the minimum", () -> {
                CellField field = basins(open);
                return count(field, CellField.Kind.HUED) == field.kinds().length;
            });
            assertThat(open.fx(() -> said(open, "loss"))).contains(" runs: (0, 0) from 100 %.");
            String run = open.experiment().runs().getFirst().name();
            for (double rate = 0.15; rate < 0.5; rate += 0.05) {
                double now = rate;
                open.fx(() -> open.window()
                        .workbench()
                        .edit(
                                Edits.withHyperparameter(open.experiment(), run, "lr", HyperValue.of(now), 0),
                                "drag the rate"));
            }
            open.await("beyond 2/λmax every start diverges", () -> {
                CellField field = basins(open);
                return count(field, CellField.Kind.HUED) == 0
                        && count(field, CellField.Kind.RISING) + count(field, CellField.Kind.HATCHED)
                                == field.kinds().length;
            });
            assertThat(open.fx(() -> said(open, "loss")))
                    .containsPattern("runs: \\(0, 0\\) from 0 %; \\d+ % (diverged|ended higher than they began)");
            open.settle();
            double[] before = open.start();
            PlotArea plot = open.plot("loss");
            Point2D place = new Point2D(
                    plot.box().x() + 0.75 * plot.box().width(), plot.box().bottom() - 12);
            open.robot().moveTo(open.onScreen("loss", place)).clickOn(MouseButton.PRIMARY);
            open.await("the start moved", () -> !Arrays.equals(open.start(), before));
            assertThat(open.start()[0])
                    .isCloseTo(
                            plot.dataX(place.getX()), within(plot.window().x().length() / 200));
        }
    }

    private static MenuItem entry(OpenWindow open, String id) {
        open.robot().rightClickOn("#loss-figure");
        return open.fx(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow());
    }

    @Test
    @DisplayName("the basin map is saved as a table from the menu of the loss view, which offers it while it is shown")
    void basinTable(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("basins.csv");
        try (OpenWindow open = Furnished.window(Trial.bowl(), file)) {
            assertThat(entry(open, "basins-csv-item").isVisible()).isFalse();
            open.robot().type(KeyCode.ESCAPE);
            open.fx(() -> Furnished.run(open.window(), "basins"));
            open.settle();
            assertThat(entry(open, "basins-csv-item").isVisible()).isTrue();
            open.robot().clickOn("Save the basin map as a table (CSV)…");
            open.await("written", () -> Files.exists(file));
        }
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.getFirst()).isEqualTo("x,y,value,minimum,steps,evaluations,last_step,loss");
        assertThat(lines).hasSize(400 * 400 + 1);
        assertThat(lines.subList(1, lines.size()))
                .as("on a bowl every start leads to its minimum")
                .allMatch(line -> line.contains("(0, 0)"));
    }
}
