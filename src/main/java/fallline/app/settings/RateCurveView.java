package fallline.app.settings;

import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.experiment.run.RateCurve;
import fallline.number.Numbers;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;

/// A small curve of the rate over the steps of a run, with the playhead.
final class RateCurveView extends Pane {
    /// What the curve was drawn for.
    private record Size(double width, double height) {
        private static final Size NONE = new Size(-1, -1);
    }

    private static final double HEIGHT = 66;
    private static final double FOOT = 15;
    private static final double HEAD = 6;

    private final Polyline curve = new Polyline();
    private final Line playhead = new Line();
    private final Circle here = new Circle(3);
    private final Region floor = new Region();
    private final Label top = label("rate-curve-top");
    private final Label last = label("rate-curve-last");
    private final Label unknown = label("rate-curve-unknown");
    private RateCurve shown = RateCurve.NONE;
    private double largest;
    private Size drawn = Size.NONE;
    private int step;
    private int length = 1;

    RateCurveView() {
        setId("rate-curve");
        getStyleClass().add("rate-curve");
        curve.getStyleClass().add("rate-curve-line");
        playhead.getStyleClass().add("rate-curve-playhead");
        here.getStyleClass().add("rate-curve-here");
        floor.getStyleClass().add("rate-curve-floor");
        unknown.setText("the run will show it");
        getChildren().setAll(floor, playhead, curve, here, top, last, unknown);
        Tips.on(this, Term.RATE_CURVE);
    }

    private static Label label(String id) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add("rate-curve-label");
        label.setMouseTransparent(true);
        return label;
    }

    /// How many points the curve has, and its largest rate.
    RateCurve shown() {
        return shown;
    }

    /// @param seen whether the curve is to be seen: else the next layout moves the playhead
    void showPlayhead(int next, boolean seen) {
        step = next;
        if (seen) {
            placePlayhead();
        }
    }

    void show(RateCurve next, int nextLength) {
        if (next.equals(shown) && nextLength == length) {
            return;
        }
        shown = next;
        largest = next.largest();
        length = nextLength;
        drawn = Size.NONE;
        top.setText(largest > 0 ? "highest " + Numbers.brief(largest, 3) : "");
        last.setText("step " + Numbers.whole(nextLength));
        unknown.setVisible(next.steps().isEmpty());
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computeMinHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 120;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double ground = getHeight() - FOOT;
        floor.resizeRelocate(0, ground, width, 1);
        place(top, 0, ground + 1);
        last.resize(last.prefWidth(-1), last.prefHeight(-1));
        last.relocate(width - last.getWidth(), ground + 1);
        place(unknown, 4, HEAD);
        draw(new Size(width, getHeight()));
        placePlayhead();
    }

    private void placePlayhead() {
        double at = x(Math.min(step, Math.max(0, length - 1)));
        playhead.setStartX(at);
        playhead.setEndX(at);
        playhead.setStartY(0);
        playhead.setEndY(getHeight() - FOOT);
        int index = nearest();
        here.setVisible(index >= 0);
        if (index >= 0) {
            here.setCenterX(x(shown.steps().get(index)));
            here.setCenterY(y(shown.rates().get(index)));
        }
    }

    /// The curve, unless it stands there already: playing moves the playhead alone.
    private void draw(Size size) {
        if (size.equals(drawn)) {
            return;
        }
        drawn = size;
        Double[] points = new Double[2 * shown.steps().size()];
        for (int i = 0; i < shown.steps().size(); i++) {
            points[2 * i] = x(shown.steps().get(i));
            points[2 * i + 1] = y(shown.rates().get(i));
        }
        curve.getPoints().setAll(points);
    }

    private static void place(Label label, double x, double y) {
        label.resizeRelocate(x, y, label.prefWidth(-1), label.prefHeight(-1));
    }

    private int nearest() {
        int best = -1;
        for (int i = 0; i < shown.steps().size(); i++) {
            if (best < 0
                    || Math.abs(shown.steps().get(i) - step)
                            < Math.abs(shown.steps().get(best) - step)) {
                best = i;
            }
        }
        return best;
    }

    private double x(int k) {
        return 3 + (getWidth() - 6) * k / Math.max(1, length - 1);
    }

    private double y(double rate) {
        double share = largest > 0 && Double.isFinite(rate) ? rate / largest : 0;
        return getHeight() - FOOT - share * (getHeight() - FOOT - HEAD);
    }
}
