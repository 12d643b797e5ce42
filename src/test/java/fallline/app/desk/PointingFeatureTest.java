package fallline.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.app.OpenWindow;
import fallline.app.Trial;
import fallline.experiment.run.Trace;
import fallline.figure.curve.AlongStepFigure;
import fallline.figure.curve.ConvergenceFigure;
import fallline.figure.page.StepFigure;
import fallline.figure.paint.Figure;
import fallline.figure.plot.Hit;
import fallline.figure.surface.LossMapFigure;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// One step, pointed at anywhere, lights up everywhere.
class PointingFeatureTest {
    @SuppressWarnings("NullAway.Init") // opened before every test
    private OpenWindow open;

    @BeforeEach
    void openBowl() {
        open = OpenWindow.of(Trial.bowl());
    }

    @AfterEach
    void close() {
        open.close();
    }

    private Figure figure(String pane) {
        open.settle();
        return open.fx(() -> open.figure(pane).shown().orElseThrow().figure());
    }

    private Trace trace() {
        return open.fx(() -> open.window().workbench().scene().chosenTrace().orElseThrow());
    }

    private Optional<Hit.Step> inMap() {
        return ((LossMapFigure) figure("loss")).pointed();
    }

    private Point2D onPath(int step) {
        return open.onScreen("loss", trace().parameter(step, 0), trace().parameter(step, 1));
    }

    @Test
    @DisplayName("a step of a path lights up in the map, the curve and the view along the step, with one read-out")
    void fromTheMap() {
        open.robot().moveTo(onPath(2));
        assertThat(inMap()).contains(new Hit.Step(0, 2));
        assertThat(((LossMapFigure) figure("loss")).readOut().orElseThrow().title())
                .isEqualTo("Gradient descent, step 2");
        assertThat(((ConvergenceFigure) figure("convergence")).pointed()).contains(new Hit.Step(0, 2));
        assertThat(((AlongStepFigure) figure("fit")).here()).isEqualTo(trace().loss(2));
        assertThat(open.playhead()).as("pointing does not move the playhead").isZero();
        open.robot().moveTo("#play");
        assertThat(inMap()).isEmpty();
        assertThat(((ConvergenceFigure) figure("convergence")).pointed()).isEmpty();
        assertThat(((AlongStepFigure) figure("fit")).here()).isEqualTo(trace().loss(0));
    }

    @Test
    @DisplayName("a step of the convergence curve lights up on the map; leaving the curve puts it out")
    void fromTheCurve() {
        ConvergenceFigure curve = (ConvergenceFigure) figure("convergence");
        double gap = curve.series().getFirst().at(30);
        open.robot().moveTo(open.onScreen("convergence", 30, gap));
        assertThat(inMap().map(Hit.Step::run)).contains(0);
        assertThat(inMap().orElseThrow().step()).isBetween(29, 31);
        open.robot().moveTo("#play");
        assertThat(inMap()).isEmpty();
    }

    @Test
    @DisplayName("a click on a step of a path moves the playhead there")
    void click() {
        open.robot().clickOn(onPath(3));
        assertThat(open.playhead()).isEqualTo(3);
    }

    @Test
    @DisplayName("a row of the table lights its step up, and a step that is pointed at lights its row up")
    void table() {
        open.click("#steps-title");
        open.await("the rows are there", () -> row(4).isPresent());
        open.robot().moveTo(row(4).orElseThrow());
        assertThat(inMap()).contains(new Hit.Step(0, 4));
        open.robot().moveTo("#play");
        assertThat(inMap()).isEmpty();
        open.robot().moveTo(onPath(2));
        assertThat(inMap()).contains(new Hit.Step(0, 2));
        assertThat(row(2).orElseThrow().getPseudoClassStates()).contains(PseudoClass.getPseudoClass("pointed"));
        assertThat(row(4).orElseThrow().getPseudoClassStates()).doesNotContain(PseudoClass.getPseudoClass("pointed"));
    }

    @Test
    @DisplayName("the step panel shows the numbers of the step that is pointed at, and the playhead's again afterwards")
    void stepPanel() {
        open.click("#step-title");
        open.await("it is laid on top", () -> open.find("#step-figure").getScene() != null);
        String before = open.text("#step-title");
        open.robot().moveTo(onPath(2));
        open.await(
                "it shows step 3",
                () -> open.find("#step-title", Label.class).getText().equals("Step 3"));
        StepFigure figure = (StepFigure) figure("step");
        open.robot().moveTo("#play");
        open.await(
                "it shows the playhead's",
                () -> open.find("#step-title", Label.class).getText().equals(before));
        assertThat(before).isEqualTo("Step 1");
        assertThat(figure("step")).isNotEqualTo(figure);
    }

    private Optional<Node> row(int step) {
        return open.find("#steps-table").lookupAll(".table-row-cell").stream()
                .filter(node -> node instanceof TableRow<?> row
                        && row.getItem() instanceof Integer item
                        && item == step
                        && row.isVisible())
                .findFirst();
    }
}
