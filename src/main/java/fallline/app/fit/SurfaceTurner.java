package fallline.app.fit;

import fallline.app.paint.FigureView;
import fallline.experiment.view.FitLook;
import fallline.figure.fit.SurfaceFitFigure;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Turns a fitted surface with the mouse, or with arrows while it has the keyboard; a double click turns it back.
final class SurfaceTurner {
    private static final double DEGREES_PER_PIXEL = 0.4;
    private static final double DEGREES = 10;

    private final FigureView view;
    private final Supplier<FitLook> look;
    private final Consumer<FitLook> turn;
    private Optional<Grip> grip = Optional.empty();

    private record Grip(FitLook from, double x, double y) {}

    SurfaceTurner(FigureView view, Supplier<FitLook> look, Consumer<FitLook> turn) {
        this.view = view;
        this.look = look;
        this.turn = turn;
    }

    void listen() {
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::onPressed);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::onDragged);
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> grip = Optional.empty());
        view.addEventHandler(MouseEvent.MOUSE_CLICKED, this::onClicked);
        view.whenShown(() -> view.take(isShown(), ""));
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        view.addEventHandler(MouseEvent.MOUSE_MOVED, _ -> {
            if (isShown()) {
                view.setCursor(Cursor.OPEN_HAND);
            }
        });
    }

    private boolean isShown() {
        return view.shown()
                .filter(shown -> shown.figure() instanceof SurfaceFitFigure)
                .isPresent();
    }

    private void onKey(KeyEvent event) {
        if (!isShown() || event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> turn.accept(look.get().turned(-DEGREES, 0));
            case RIGHT -> turn.accept(look.get().turned(DEGREES, 0));
            case UP -> turn.accept(look.get().turned(0, DEGREES));
            case DOWN -> turn.accept(look.get().turned(0, -DEGREES));
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void onPressed(MouseEvent event) {
        grip = event.getButton() == MouseButton.PRIMARY && isShown()
                ? Optional.of(new Grip(look.get(), event.getX(), event.getY()))
                : Optional.empty();
    }

    private void onDragged(MouseEvent event) {
        grip.ifPresent(held -> {
            view.setCursor(Cursor.CLOSED_HAND);
            turn.accept(held.from()
                    .turned(
                            (event.getX() - held.x()) * DEGREES_PER_PIXEL,
                            (event.getY() - held.y()) * DEGREES_PER_PIXEL));
        });
    }

    private void onClicked(MouseEvent event) {
        if (isShown() && event.getClickCount() == 2 && event.isStillSincePress()) {
            FitLook now = look.get();
            turn.accept(new FitLook(
                    now.residuals(),
                    now.network(),
                    now.across(),
                    now.upwards(),
                    FitLook.INITIAL.azimuth(),
                    FitLook.INITIAL.elevation()));
            event.consume();
        }
    }
}
