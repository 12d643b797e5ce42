package fallline.app.controls;

import fallline.app.paint.Pixels;
import fallline.figure.paint.Theme;
import fallline.figure.paint.Typesetter;
import fallline.workbench.Mailbox;
import java.awt.image.BufferedImage;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;

/// A typeset formula. It is set on the painter's thread and shown in the colour of text; where there is too little room
/// it becomes smaller, down to a limit, and is then cut at its right end.
public final class FormulaPicture extends StackPane {
    private static final double SCALE = 2;
    private static final double LEAST = 0.72;

    /// What is to be set, or was.
    private record Order(String latex, Theme theme) {}

    private record Print(Order order, BufferedImage image) {}

    private final Typesetter typesetter;
    private final double size;
    private final ObservableValue<Theme> theme;
    private final ImageView view = new ImageView();
    private final Mailbox<Order> orders;
    private final Mailbox<Print> prints;
    private String latex = "";
    private double width;
    private double height;

    /// @param size of the type in pixels
    public FormulaPicture(Typesetter typesetter, double size, ObservableValue<Theme> theme, Executor painter) {
        this.typesetter = typesetter;
        this.size = size;
        this.theme = theme;
        prints = new Mailbox<>(Platform::runLater, (_, newer) -> newer, this::hang);
        orders = new Mailbox<>(painter, (_, newer) -> newer, this::set);
        getStyleClass().add("formula-picture");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setManaged(false);
        getChildren().add(view);
        theme.subscribe(this::order);
    }

    /// Shows this formula; an empty text shows nothing.
    public void show(String nextLatex) {
        if (!nextLatex.equals(latex)) {
            latex = nextLatex;
            order();
        }
    }

    private void order() {
        if (latex.isEmpty()) {
            width = 0;
            height = 0;
            view.setImage(null);
            requestLayout();
        } else {
            orders.post(new Order(latex, theme.getValue()));
        }
    }

    private void set(Order order) {
        prints.post(new Print(
                order, typesetter.picture(order.latex(), size, order.theme().text(), SCALE)));
    }

    private void hang(Print print) {
        if (!print.order().latex().equals(latex)) {
            return;
        }
        view.setImage(Pixels.image(print.image()));
        width = print.image().getWidth() / SCALE;
        height = print.image().getHeight() / SCALE;
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double ignored) {
        return width;
    }

    @Override
    protected double computePrefHeight(double ignored) {
        return height;
    }

    @Override
    protected double computeMinHeight(double ignored) {
        return height;
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth();
        double shrink = width <= 0 ? 1 : Math.max(LEAST, Math.min(1, room / width));
        double shown = Math.min(width * shrink, room);
        view.setFitWidth(shown);
        // what does not fit is cut, not squeezed
        view.setViewport(new javafx.geometry.Rectangle2D(0, 0, Math.max(1, shown / shrink * SCALE), height * SCALE));
        view.relocate(0, (getHeight() - height * shrink) / 2);
    }
}
