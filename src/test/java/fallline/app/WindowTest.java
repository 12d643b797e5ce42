package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.app.transport.Opening;
import fallline.experiment.Experiment;
import fallline.experiment.view.ConvergenceLook;
import fallline.experiment.view.ConvergenceLook.Measure;
import fallline.experiment.view.LossLook.Bounds;
import fallline.experiment.view.PlaneChoice;
import fallline.figure.curve.ConvergenceFigure;
import fallline.figure.paint.Box;
import fallline.figure.plot.PlotArea;
import fallline.optimizer.HyperValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowTest {
    @SuppressWarnings("NullAway.Init") // every test opens its own
    private OpenWindow open;

    private void open(Experiment experiment) {
        open = OpenWindow.of(experiment);
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    @DisplayName("Step, back, last and first move the playhead")
    void steps() {
        open(Trial.square());
        open.click("#step");
        open.click("#step");
        assertThat(open.playhead()).isEqualTo(2);
        open.click("#back");
        assertThat(open.playhead()).isEqualTo(1);
        open.click("#last");
        assertThat(open.playhead()).isEqualTo(100);
        open.click("#step");
        assertThat(open.playhead()).as("there is no step after the last").isEqualTo(100);
        open.click("#first");
        assertThat(open.playhead()).isZero();
        open.click("#back");
        assertThat(open.playhead()).isZero();
    }

    @Test
    @DisplayName("playing moves the playhead to the end and stops there; playing there begins at the start")
    void plays() {
        open(Trial.descent(Trial.formula("w^2", "w"), 0.1, 12, 20));
        open.fx(() -> open.find("#speed", Slider.class).setValue(Math.log10(1000)));
        open.click("#play");
        open.await(
                "the playhead is at the end",
                () -> open.window().workbench().view().playhead() == 12);
        open.await("it stands", () -> !open.window().workbench().view().fromHere());
        open.fx(() -> open.find("#speed", Slider.class).setValue(Math.log10(0.5)));
        open.click("#play");
        assertThat(open.playhead()).isLessThan(12);
        open.click("#play");
        int stopped = open.playhead();
        open.press(KeyCode.RIGHT);
        assertThat(open.playhead()).isEqualTo(stopped + 1);
    }

    @Test
    @DisplayName("a change of a setting while playing holds from the playhead on")
    void fromHere() {
        open(Trial.square());
        open.fx(() -> open.find("#speed", Slider.class).setValue(Math.log10(0.5)));
        assertThat(open.view().fromHere()).isFalse();
        open.click("#play");
        assertThat(open.view().fromHere()).isTrue();
        open.click("#play");
        assertThat(open.view().fromHere()).isFalse();
    }

    @Test
    @DisplayName("the first screen plays to its step and stands there")
    void opening() {
        open = OpenWindow.of(Trial.context(Trial.square(), new Trial.Answers(), new Opening(20, 200)));
        open.await(
                "it plays to 20",
                () -> open.window().workbench().view().playhead() == 20
                        && !open.window().workbench().view().fromHere());
        open.press(KeyCode.RIGHT);
        assertThat(open.playhead()).isEqualTo(21);
    }

    @Test
    @DisplayName("dragging the scrub bar moves the playhead")
    void scrub() {
        open(Trial.square());
        Slider scrub = open.find("#scrub", Slider.class);
        Point2D middle = open.fx(() -> scrub.localToScreen(scrub.getWidth() / 2, scrub.getHeight() / 2));
        open.robot().clickOn(middle);
        assertThat(open.playhead()).isBetween(48, 52);
        open.robot().drag(middle).dropBy(60, 0);
        assertThat(open.playhead()).isBetween(60, 95);
        assertThat(open.fx(scrub::getValue)).isEqualTo(open.playhead(), within(0.51));
    }

    @Test
    @DisplayName("the keys move, play, restart, switch and scale")
    void keys() {
        open(Trial.bowl());
        open.press(KeyCode.RIGHT);
        open.type(".");
        assertThat(open.playhead()).isEqualTo(2);
        open.press(KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(open.playhead()).isEqualTo(12);
        open.press(KeyCode.LEFT);
        open.type(",");
        assertThat(open.playhead()).isEqualTo(10);
        open.press(KeyCode.SHIFT, KeyCode.LEFT);
        assertThat(open.playhead()).isZero();
        open.press(KeyCode.END);
        assertThat(open.playhead()).isEqualTo(200);
        open.press(KeyCode.HOME);
        open.press(KeyCode.PAGE_DOWN);
        open.press(KeyCode.PAGE_DOWN);
        open.press(KeyCode.PAGE_UP);
        assertThat(open.playhead()).isEqualTo(1);
        open.type("l");
        assertThat(open.view().convergence().logarithmic()).isFalse();
        open.type("g");
        assertThat(open.view().loss().gradientArrow()).isFalse();
        open.type("2");
        assertThat(open.view().runs().hidden()).containsExactly("Momentum");
        open.type("2");
        assertThat(open.view().runs().hidden()).isEmpty();
        open.type("]");
        assertThat(rate(0)).isEqualTo(0.2);
        open.type("[[");
        assertThat(rate(0)).isEqualTo(0.05);
        open.press(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(rate(0)).isEqualTo(0.1);
        open.press(KeyCode.SHORTCUT, KeyCode.Y);
        assertThat(rate(0)).isEqualTo(0.05);
    }

    private double rate(int run) {
        HyperValue value =
                open.experiment().runs().get(run).recipe().hyperparameters().get("lr");
        return value instanceof HyperValue.Amount(double amount) ? amount : Double.NaN;
    }

    @Test
    @DisplayName("Space plays and pauses, also after a click on a transport button")
    void space() {
        open(Trial.square());
        open.fx(() -> open.find("#speed", Slider.class).setValue(Math.log10(0.5)));
        open.click("#step");
        open.press(KeyCode.SPACE);
        assertThat(open.view().fromHere()).as("playing").isTrue();
        assertThat(open.playhead()).as("Space did not press Step again").isEqualTo(1);
        open.press(KeyCode.SPACE);
        assertThat(open.view().fromHere()).as("playing").isFalse();
    }

    @Test
    @DisplayName("? lists the keys, Esc takes the list away")
    void keyList() {
        open(Trial.square());
        open.type("?");
        assertThat(open.fx(() -> open.find("#key-list").isVisible())).isTrue();
        open.press(KeyCode.ESCAPE);
        assertThat(open.fx(() -> open.stage().getScene().lookup("#key-list").isVisible()))
                .isFalse();
    }

    @Test
    @DisplayName("dragging the start moves the whole path while dragging, as one entry of the history")
    void dragStart() {
        open(Trial.bowl());
        Point2D from = open.onScreen("loss", -4, 3);
        PlotArea before = open.plot("loss");
        Point2D to = open.onScreen("loss", -2, -1);
        open.robot().moveTo(from).press(MouseButton.PRIMARY).moveTo(from.midpoint(to));
        open.await(
                "the start is on its way",
                () -> open.window().workbench().experiment().startPoint()[1] < 2);
        assertThat(open.start()[0]).isEqualTo(-3, within(0.15));
        open.robot().moveTo(to).release(MouseButton.PRIMARY);
        open.await(
                "the start is where it was dropped",
                () -> Math.abs(open.window().workbench().experiment().startPoint()[0] + 2) < 0.1);
        assertThat(open.start()[1]).isEqualTo(-1, within(0.1));
        open.settle();
        double first = open.fx(() ->
                open.window().workbench().scene().chosenTrace().orElseThrow().parameter(0, 0));
        assertThat(first).as("the path starts there").isEqualTo(open.start()[0]);
        assertThat(open.plot("loss").window()).as("the map stood still").isEqualTo(before.window());
        open.press(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(open.start()).containsExactly(-4, 3);
    }

    @Test
    @DisplayName("the start of one parameter is dragged along its axis")
    void dragStartOnCurve() {
        open(Trial.square());
        open.robot().drag(open.onScreen("loss", 20, 400)).dropTo(open.onScreen("loss", 10, 100));
        assertThat(open.start()[0]).isEqualTo(10, within(0.5));
    }

    @Test
    @DisplayName("the wheel zooms about the pointer, a drag pans, a double-click shows everything again")
    void zoomAndPan() {
        open(Trial.bowl());
        PlotArea before = open.plot("loss");
        Point2D at = open.onScreen("loss", -1, 2);
        open.robot().moveTo(at).scroll(3, VerticalDirection.UP);
        open.await(
                "it zooms",
                () -> open.window().workbench().view().loss().bounds().isPresent());
        open.settle();
        PlotArea zoomed = open.plot("loss");
        assertThat(zoomed.window().x().length())
                .isNotEqualTo(before.window().x().length());
        assertThat(share(zoomed)).as("what is under the pointer stays there").isEqualTo(share(before), within(0.005));
        Bounds held = open.view().loss().bounds().orElseThrow();
        open.robot().moveTo(at).press(MouseButton.PRIMARY).moveBy(40, 0).release(MouseButton.PRIMARY);
        Bounds moved = open.view().loss().bounds().orElseThrow();
        double perPixel = (held.right() - held.left()) / zoomed.box().width();
        assertThat(moved.left()).isEqualTo(held.left() - 40 * perPixel, within(1e-6));
        assertThat(moved.top()).isEqualTo(held.top(), within(1e-9));
        open.robot().moveTo(at).doubleClickOn(MouseButton.PRIMARY);
        assertThat(open.view().loss().bounds()).isEmpty();
    }

    /// How far right in the plot x = −1 lies, 0 … 1; the labels of ticks move the plot by a few pixels.
    private static double share(PlotArea plot) {
        return (plot.px(-1) - plot.box().x()) / plot.box().width();
    }

    @Test
    @DisplayName("a click in the convergence pane moves the playhead there")
    void convergence() {
        open(Trial.square());
        PlotArea plot = open.plot("convergence");
        Box box = plot.box();
        Point2D at = open.onScreen("convergence", new Point2D(plot.px(40), box.y() + box.height() * 0.8));
        open.robot().clickOn(at);
        assertThat(open.playhead()).isEqualTo(40);
        open.robot().moveTo(at).press(MouseButton.PRIMARY).moveBy(30, 0).release(MouseButton.PRIMARY);
        assertThat(open.playhead()).isEqualTo((int) Math.round(plot.dataX(plot.px(40) + 30)));
    }

    @Test
    @DisplayName("the switches of the convergence pane choose what is drawn")
    void measures() {
        open(Trial.square());
        Map<String, Measure> switches = Map.of(
                "#measure-loss", Measure.LOSS,
                "#measure-gap", Measure.LOSS_GAP,
                "#measure-gradient", Measure.GRADIENT_NORM,
                "#measure-rate", Measure.RATE);
        switches.forEach((id, measure) -> {
            open.click(id);
            assertThat(open.view().convergence().measure()).isEqualTo(measure);
        });
        open.click("#log");
        assertThat(open.view().convergence().logarithmic()).isFalse();
    }

    @Test
    @DisplayName("choosing evaluations puts what the steps cost across, and a drag still goes to the chosen run's step")
    void evaluations() {
        open(Trial.square());
        open.click("#across");
        open.click("evaluations");
        assertThat(open.view().convergence().across()).isEqualTo(ConvergenceLook.Across.EVALUATIONS);
        open.settle();
        ConvergenceFigure figure = (ConvergenceFigure)
                open.figure("convergence").shown().orElseThrow().figure();
        assertThat(figure.across().label()).isEqualTo("evaluations of J and ∇J");
        assertThat(figure.series().getFirst().place(7)).isEqualTo(7);
        open.robot()
                .clickOn(open.onScreen(
                        "convergence", 30, figure.series().getFirst().at(30)));
        assertThat(open.playhead()).isBetween(29, 31);
    }

    @Test
    @DisplayName("divergence is named with its cause, and one click halves the rate until it is cured")
    void divergence() {
        open(Trial.descent(Trial.formula("w^2", "w"), 1.15, 3000, 20));
        open.press(KeyCode.END);
        open.settle();
        assertThat(open.text("#verdict-sentence")).startsWith("Gradient descent diverged: α·J″ = 2.30 > 2: ");
        open.click("#halve-rate");
        open.settle();
        assertThat(rate(0)).isEqualTo(0.575);
        assertThat(open.text("#verdict-sentence")).startsWith("Gradient descent converged");
        assertThat(open.fx(() -> open.stage().getScene().lookup("#halve-rate"))).isNull();
    }

    @Test
    @DisplayName("planes are chosen where there are more than two parameters; one parameter never stands on both axes")
    void planes() {
        open(Trial.four());
        assertThat(open.plot("loss")).isNotNull();
        ComboBox<?> horizontal = open.find("#plane-horizontal", ComboBox.class);
        open.fx(() -> horizontal.getSelectionModel().select(1));
        assertThat(open.view().loss().plane()).isEqualTo(new PlaneChoice.Parameters(1, 0));
    }

    @Test
    @DisplayName("a pane fills the window and goes back, by its button, its title and Esc")
    void enlarge() {
        open(Trial.square());
        double small = open.fx(() -> open.figure("loss").getWidth());
        open.click("#loss-enlarge");
        open.settle();
        assertThat(open.fx(() -> open.figure("loss").getWidth())).isGreaterThan(1.8 * small);
        open.press(KeyCode.ESCAPE);
        open.settle();
        assertThat(open.fx(() -> open.figure("loss").getWidth())).isEqualTo(small);
        open.robot().doubleClickOn("#loss-title");
        open.settle();
        assertThat(open.fx(() -> open.figure("loss").getWidth())).isGreaterThan(1.8 * small);
        open.click("#loss-enlarge");
        open.settle();
        assertThat(open.fx(() -> open.figure("loss").getWidth())).isEqualTo(small);
    }

    @Test
    @DisplayName("the table of steps shows the textbook's numbers; a click on a row moves the playhead")
    void table() {
        open(Trial.square());
        open.click("#steps-title");
        open.await(
                "the rows are read", () -> open.robot().lookup("16").tryQuery().isPresent());
        assertThat(open.robot().lookup("12.8").tryQuery()).as("w at step 2").isPresent();
        open.robot().clickOn("12.8");
        assertThat(open.playhead()).isEqualTo(2);
        TableView<?> table = open.find("#steps-table", TableView.class);
        assertThat(open.fx(() -> table.getItems().size())).isEqualTo(101);
        open.press(KeyCode.DOWN);
        assertThat(open.playhead()).as("the table takes the arrow keys").isEqualTo(3);
    }

    @Test
    @DisplayName("the table of steps is saved as CSV with every digit")
    void csv(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("steps.csv");
        open = OpenWindow.of(Trial.context(Trial.square(), new Trial.Answers(file), Opening.STILL));
        open.click("#steps-title");
        open.click("#steps-csv");
        open.await("the file is written", () -> Files.exists(file));
        List<String> lines = Files.readAllLines(file);
        assertThat(lines)
                .hasSize(102)
                .startsWith(
                        "run,step,evaluations,lr,loss,gradient_norm,w",
                        "Gradient descent,0,0,,400.0,40.0,20.0",
                        "Gradient descent,1,1,0.1,256.0,32.0,16.0",
                        "Gradient descent,2,2,0.1,163.84000000000003,25.6,12.8");
        assertThat(lines.get(7)).startsWith("Gradient descent,6,").endsWith(",5.24288");
    }

    @Test
    @DisplayName("an idle window paints nothing; one step paints each pane once")
    void idle() {
        open(Trial.square());
        int loss = open.figure("loss").paintCount();
        int convergence = open.figure("convergence").paintCount();
        for (int i = 0; i < 20; i++) {
            open.fx(Platform::requestNextPulse);
        }
        assertThat(open.figure("loss").paintCount()).isEqualTo(loss);
        open.press(KeyCode.RIGHT);
        open.settle();
        assertThat(open.figure("loss").paintCount()).isEqualTo(loss + 1);
        assertThat(open.figure("convergence").paintCount()).isEqualTo(convergence + 1);
    }
}
