package fallline.app.controls;

import fallline.app.paint.Pixels;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.app.work.Questions;
import fallline.figure.paint.Theme;
import fallline.figure.paint.Typesetter;
import fallline.text.PlainFormula;
import java.awt.image.BufferedImage;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.StackPane;

/// A typeset formula. It is set beside the window's thread and shown in the colour of text; where there is too little
/// room it becomes smaller, down to a limit, and is then cut at its right end.
public final class FormulaPicture extends StackPane {
    private static final double SCALE = 2;
    private static final double LEAST = 0.72;

    /// What is to be set, or was.
    private record Order(String latex, Theme theme) {}

    private final Typesetter typesetter;
    private final double size;
    private final ObservableValue<Theme> theme;
    private final ImageView view = new ImageView();
    private final Asking<Order, BufferedImage> orders;
    private String latex = "";
    private double width;
    private double height;

    /// @param size of the type in pixels
    public FormulaPicture(Typesetter typesetter, double size, ObservableValue<Theme> theme, Questions questions) {
        this.typesetter = typesetter;
        this.size = size;
        this.theme = theme;
        orders = questions.on(Lane.TYPING, "Setting a formula", this::set, (_, image) -> hang(image));
        getStyleClass().add("formula-picture");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setManaged(false);
        getChildren().add(view);
        theme.subscribe(this::order);
        setOnContextMenuRequested(event -> {
            if (!latex.isEmpty()) {
                menu().show(this, event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
    }

    private ContextMenu menu() {
        ContextMenu menu = new ContextMenu(
                item("copy-latex", "Copy as LaTeX", latex), item("copy-text", "Copy as text", PlainFormula.of(latex)));
        menu.setId("formula-menu");
        return menu;
    }

    private static MenuItem item(String id, String title, String text) {
        MenuItem item = new MenuItem(title);
        item.setId(id);
        item.setOnAction(_ -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
        return item;
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
            orders.withdraw();
            width = 0;
            height = 0;
            view.setImage(null);
            requestLayout();
        } else {
            orders.ask(new Order(latex, theme.getValue()));
        }
    }

    private BufferedImage set(Order order) {
        return typesetter.picture(order.latex(), size, order.theme().text(), SCALE);
    }

    private void hang(BufferedImage image) {
        view.setImage(Pixels.image(image));
        width = image.getWidth() / SCALE;
        height = image.getHeight() / SCALE;
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
