package fallline.app.pane;

import fallline.app.controls.Glossary;
import fallline.app.controls.Tips;
import fallline.app.paint.FigureView;
import fallline.figure.paint.Theme;
import fallline.figure.paint.WrittenWords;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/// Says what the terms mean that are written in a picture, when the pointer rests on them: `J − J*` at an axis,
/// *curvature* beside a row.
final class PaintedTerms {
    private static final Duration REST = Duration.millis(450);
    private static final double ASIDE = 12;

    private final FigureView view;
    private final Executor painter;
    private final ObservableValue<Theme> theme;
    private Optional<PauseTransition> rest = Optional.empty();
    private Optional<Tooltip> tip = Optional.empty();
    private Point2D place = Point2D.ZERO;

    /// How often the pointer has moved: what was found for an earlier place is not shown.
    private int moves;

    /// @param painter figures are painted on its thread
    PaintedTerms(FigureView view, Executor painter, ObservableValue<Theme> theme) {
        this.view = view;
        this.painter = painter;
        this.theme = theme;
    }

    void listen() {
        view.addEventFilter(MouseEvent.MOUSE_MOVED, this::onMoved);
        view.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> end());
        view.addEventFilter(MouseEvent.MOUSE_EXITED, _ -> end());
    }

    private void onMoved(MouseEvent event) {
        end();
        place = new Point2D(event.getX(), event.getY());
        if (rest.isEmpty()) {
            PauseTransition pause = new PauseTransition(REST);
            pause.setOnFinished(_ -> look());
            rest = Optional.of(pause);
        }
        rest.get().playFromStart();
    }

    private void end() {
        moves++;
        rest.ifPresent(PauseTransition::stop);
        tip.ifPresent(Tooltip::hide);
    }

    private void look() {
        if (view.getScene() == null || !view.getScene().getWindow().isShowing()) {
            return; // the window has closed meanwhile
        }
        int now = moves;
        Point2D at = place;
        view.shown().ifPresent(shown -> {
            Theme colours = theme.getValue();
            painter.execute(() -> WrittenWords.of(shown.figure(), shown.size(), colours)
                    .at(at.getX(), at.getY())
                    .map(Glossary::sentences)
                    .filter(sentences -> !sentences.isEmpty())
                    .ifPresent(sentences -> Platform.runLater(() -> show(sentences, now))));
        });
    }

    private void show(String sentences, int when) {
        Point2D corner = view.localToScreen(place);
        if (when != moves || corner == null || view.getScene() == null || !view.isHover()) {
            return;
        }
        Tooltip shown = tip.orElseGet(() -> Tips.of(""));
        tip = Optional.of(shown);
        shown.setText(sentences);
        shown.show(view, corner.getX() + ASIDE, corner.getY() + ASIDE);
    }
}
