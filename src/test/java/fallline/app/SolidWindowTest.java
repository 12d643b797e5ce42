package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.analysis.CriticalPoint;
import fallline.app.paint.FigureView;
import fallline.experiment.view.LossLook.Bounds;
import fallline.experiment.view.SurfaceLook;
import fallline.experiment.view.SurfaceLook.Camera;
import fallline.figure.solid.LossSolidFigure;
import fallline.figure.surface.LossMapFigure;
import java.util.Objects;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SolidWindowTest {
    private OpenWindow open;

    @BeforeEach
    void openBowl() {
        open = OpenWindow.of(Trial.bowl());
    }

    @AfterEach
    void close() {
        open.close();
    }

    private void becomeSolid() {
        open.type("c");
        open.await("the surface is a solid and stands", () -> open.figure("loss")
                .shown()
                .filter(shown -> shown.figure() instanceof LossSolidFigure solid && !solid.moving())
                .isPresent());
        open.settle();
    }

    private Camera camera() {
        return open.view().loss().surface().camera();
    }

    private LossSolidFigure figure() {
        return open.fx(() ->
                (LossSolidFigure) open.figure("loss").shown().orElseThrow().figure());
    }

    /// The place on the screen where the solid shows a point of the data.
    private Point2D at(double x, double y) {
        return open.fx(() -> {
            FigureView view = open.figure("loss");
            FigureView.Shown shown = view.shown().orElseThrow();
            java.awt.geom.Point2D pixel =
                    ((LossSolidFigure) shown.figure()).seen(shown.size(), x, y).orElseThrow();
            return view.localToScreen(pixel.getX(), pixel.getY());
        });
    }

    private Point2D corner() {
        return open.onScreen("loss", new Point2D(40, 200));
    }

    @Test
    @DisplayName("C makes the map a solid and back again")
    void toggles() {
        becomeSolid();
        assertThat(open.view().loss().surface().solid()).isTrue();
        open.type("C");
        open.await("it is a map again", () -> open.figure("loss")
                .shown()
                .filter(shown -> shown.figure() instanceof LossMapFigure)
                .isPresent());
    }

    @Test
    @DisplayName("a drag turns and tilts, Shift-drag moves, the wheel brings nearer, a double-click resets")
    void cameraFollows() {
        becomeSolid();
        Camera before = camera();
        open.robot().drag(corner()).dropBy(50, 25);
        assertThat(camera().azimuth()).isEqualTo(before.azimuth() + 20, within(1.5));
        assertThat(camera().elevation()).isEqualTo(before.elevation() + 10, within(1.5));
        shiftDrag(30, 10);
        assertThat(camera().panX()).isGreaterThan(0.03);
        assertThat(camera().panY()).isGreaterThan(0.01);
        open.robot().moveTo(corner()).scroll(3, VerticalDirection.UP);
        assertThat(camera().zoom()).isNotEqualTo(1);
        open.settle();
        open.robot().moveTo(open.onScreen("loss", new Point2D(12, 250))).doubleClickOn(MouseButton.PRIMARY);
        open.await("it is seen from the corner", () -> camera().equals(Camera.CORNER));
    }

    /// The robot cannot hold Shift, so the events come from here.
    private void shiftDrag(double dx, double dy) {
        open.fx(() -> {
            FigureView view = open.figure("loss");
            view.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, 40, 200));
            view.fireEvent(mouse(MouseEvent.MOUSE_DRAGGED, 40 + dx, 200 + dy));
            view.fireEvent(mouse(MouseEvent.MOUSE_RELEASED, 40 + dx, 200 + dy));
        });
    }

    private static MouseEvent mouse(EventType<MouseEvent> type, double x, double y) {
        return new MouseEvent(
                type,
                x,
                y,
                x,
                y,
                MouseButton.PRIMARY,
                1,
                true,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                false,
                null);
    }

    @Test
    @DisplayName("at rest the solid is painted finely again")
    void rests() {
        becomeSolid();
        open.robot().drag(corner()).dropBy(20, 0);
        open.await("the figure rests", () -> !figure().moving());
    }

    @Test
    @DisplayName("the start is dragged over the solid")
    void dragStart() {
        becomeSolid();
        Point2D to = at(1, 2);
        open.robot().drag(at(-4, 3)).dropTo(to);
        assertThat(open.start()[0]).isEqualTo(1, within(0.3));
        assertThat(open.start()[1]).isEqualTo(2, within(0.3));
    }

    @Test
    @DisplayName("the critical points stand in a table; a click brings one into the middle")
    void criticalPoints() {
        SurfaceLook look = open.view().loss().surface();
        open.fx(() -> open.window()
                .workbench()
                .look(open.window()
                        .workbench()
                        .view()
                        .withSurface(_ -> look.withToggled(SurfaceLook.Overlay.CRITICAL_POINTS))));
        open.await("one point is found", () -> table().getItems().size() == 1);
        CriticalPoint point = open.fx(() -> table().getItems().getFirst());
        assertThat(point.kind()).isEqualTo(CriticalPoint.Kind.MINIMUM);
        assertThat(point.smallest()).isEqualTo(1, within(1e-9));
        assertThat(point.largest()).isEqualTo(6, within(1e-9));
        open.await("a row is there", () -> table().lookup(".table-row-cell") != null);
        open.robot().clickOn(Objects.requireNonNull(table().lookup(".table-row-cell")));
        Bounds bounds = open.view().loss().bounds().orElseThrow();
        assertThat(bounds.left() + bounds.right()).isEqualTo(0, within(1e-9));
        assertThat(bounds.bottom() + bounds.top()).isEqualTo(0, within(1e-9));
    }

    @SuppressWarnings("unchecked")
    private TableView<CriticalPoint> table() {
        return (TableView<CriticalPoint>) open.find("#critical-table");
    }
}
