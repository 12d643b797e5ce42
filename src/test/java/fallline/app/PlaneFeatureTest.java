package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.analysis.Plane;
import fallline.experiment.view.LossLook.Bounds;
import fallline.experiment.view.PlaneChoice;
import fallline.figure.path.Trail;
import fallline.figure.plot.Window;
import fallline.figure.surface.LossMapFigure;
import fallline.picture.page.Views;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlaneFeatureTest {
    @SuppressWarnings("NullAway.Init") // every test opens its own
    private OpenWindow open;

    @AfterEach
    void close() {
        open.close();
    }

    private LossMapFigure map() {
        open.settle();
        return open.fx(
                () -> (LossMapFigure) open.figure("loss").shown().orElseThrow().figure());
    }

    private Window seen() {
        open.settle();
        return open.plot("loss").window();
    }

    private void chooseKind(int place) {
        ComboBox<?> kind = open.find("#plane-kind", ComboBox.class);
        open.fx(() -> kind.getSelectionModel().select(place));
        open.settle();
    }

    @Test
    @DisplayName("the plane is chosen: main components, random, filter-normalised, three points, two parameters")
    void kinds() {
        open = OpenWindow.of(Trial.four());
        chooseKind(1);
        assertThat(open.view().loss().plane()).isEqualTo(new PlaneChoice.Components("Gradient descent"));
        assertThat(map().xLabel()).startsWith("PC 1 (");
        chooseKind(2);
        assertThat(map().xLabel()).isEqualTo("random direction 1");
        Window before = map().window();
        open.click("#plane-again");
        assertThat(open.view().loss().plane()).isEqualTo(new PlaneChoice.RandomPair("Gradient descent", 2));
        assertThat(map().trails().getFirst().x()[0]).isNotZero();
        assertThat(map().window().x().hi())
                .as("as far away from the run's end as before")
                .isCloseTo(before.x().hi(), within(1e-12 * before.x().hi()));
        assertThat(map().window().y().lo())
                .isCloseTo(before.y().lo(), within(1e-12 * before.y().hi()));
        chooseKind(3);
        assertThat(map().yLabel()).isEqualTo("filter-normalised direction 2");
        chooseKind(4);
        assertThat(map().xLabel()).isEqualTo("start → end of Gradient descent");
        assertThat(open.find("#plane-point-3").isVisible()).isTrue();
        chooseKind(0);
        assertThat(map().xLabel()).isEqualTo("a");
    }

    @Test
    @DisplayName("the start is dragged within the main plane, which stands still meanwhile; what lies beside it stays")
    void dragStart() {
        open = OpenWindow.of(Trial.four());
        chooseKind(1);
        Window before = map().window();
        double[] from = open.start();
        Plane plane = open.window().desk().pictures().of(Views.LOSS).plane().orElseThrow();
        Plane.Projection at = plane.project(from);
        double toX = at.x() + 0.4;
        double toY = at.y() + 0.1 * (before.y().hi() - before.y().lo());
        Point2D to = open.onScreen("loss", toX, toY);
        open.robot()
                .moveTo(open.onScreen("loss", at.x(), at.y()))
                .press(MouseButton.PRIMARY)
                .moveTo(to);
        open.await(
                "the start is on its way",
                () -> open.window().workbench().experiment().startPoint()[0] != from[0]);
        assertThat(map().window()).as("the map stood still").isEqualTo(before);
        Plane.Projection now = plane.project(open.start());
        assertThat(now.x()).isEqualTo(toX, within(0.05));
        assertThat(now.distance()).isEqualTo(at.distance(), within(1e-9));
        open.robot().release(MouseButton.PRIMARY);
        open.press(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(open.start()).containsExactly(from);
    }

    @Test
    @DisplayName("plus, minus and 0 zoom about the middle and show everything again")
    void zoomKeys() {
        open = OpenWindow.of(Trial.bowl());
        open.robot().moveTo("#loss-figure"); // 0 is for the view under the mouse
        Window before = seen();
        open.type("+");
        Window near = seen();
        assertThat(near.x().length())
                .isEqualTo(before.x().length() / 1.25, within(0.02 * before.x().length()));
        assertThat(near.x().middle())
                .isEqualTo(before.x().middle(), within(0.02 * before.x().length()));
        open.type("-");
        open.type("-");
        assertThat(seen().x().length()).isGreaterThan(1.1 * near.x().length());
        open.type("0");
        assertThat(open.view().loss().bounds()).isEmpty();
    }

    @Test
    @DisplayName("with the keyboard on the view, arrows pan it; elsewhere they step")
    void panKeys() {
        open = OpenWindow.of(Trial.bowl());
        Window before = seen();
        open.fx(() -> open.figure("loss").requestFocus());
        open.press(KeyCode.RIGHT);
        assertThat(open.playhead()).isZero();
        Bounds moved = open.view().loss().bounds().orElseThrow();
        assertThat(moved.left()).isGreaterThan(before.x().lo());
        open.press(KeyCode.DOWN);
        assertThat(open.view().loss().bounds().orElseThrow().bottom()).isLessThan(moved.bottom());
        open.click("#loss-title");
        open.press(KeyCode.RIGHT);
        assertThat(open.playhead()).isEqualTo(1);
    }

    @Test
    @DisplayName("the paths, and then the minimum, are brought into view on request, and by nothing else")
    void fits() {
        open = OpenWindow.of(Trial.bowl());
        for (int i = 0; i < 6; i++) {
            open.type("-");
        }
        Bounds far = open.view().loss().bounds().orElseThrow();
        open.click("#play");
        open.await(
                "it has played a little", () -> open.window().workbench().view().playhead() > 3);
        open.click("#play");
        open.type("]");
        open.settle();
        assertThat(open.view().loss().bounds())
                .as("playing and another rate move nothing")
                .contains(far);
        open.robot().rightClickOn("#loss-figure");
        open.click("Fit to the paths");
        open.await(
                "it fits",
                () -> !open.window().workbench().view().loss().bounds().equals(Optional.of(far)));
        Bounds paths = open.view().loss().bounds().orElseThrow();
        for (Trail trail : map().trails()) {
            for (int step = 0; step < trail.length(); step++) {
                assertThat(trail.x()[step]).isBetween(paths.left(), paths.right());
                assertThat(trail.y()[step]).isBetween(paths.bottom(), paths.top());
            }
        }
        open.robot().rightClickOn("#loss-figure");
        open.click("Fit to the minima");
        open.await(
                "it fits",
                () -> !open.window().workbench().view().loss().bounds().equals(Optional.of(paths)));
        Bounds minimum = open.view().loss().bounds().orElseThrow();
        assertThat(minimum.left()).isBetween(paths.left(), 0.0);
        assertThat(minimum.left() + minimum.right()).isEqualTo(0, within(1e-9));
    }
}
