package fallline.app;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/// The signs on buttons, drawn in the colour of text.
public enum Icons {
    FIRST("M2 2h2.2v12H2zM14 2v12L5 8z"),
    BACK("M12 2.5v11L4 8z"),
    PLAY("M4 2l10 6-10 6z"),
    PAUSE("M3.5 2.5h3v11h-3zM9.5 2.5h3v11h-3z"),
    STEP("M4 2.5l8 5.5-8 5.5z"),
    LAST("M11.8 2H14v12h-2.2zM2 2l9 6-9 6z"),
    ENLARGE("M9.5 2H14v4.5h-1.4V4.4L9.9 7.1 8.9 6.1l2.7-2.7H9.5zM6.5 14H2V9.5h1.4v2.1l2.7-2.7 1 1-2.7 2.7h2.1z"),
    SHRINK("M8.7 7.3V2.8h1.4v2.1l2.9-2.9 1 1-2.9 2.9h2.1v1.4zM7.3 8.7v4.5H5.9v-2.1L3 14l-1-1 2.9-2.9H2.8V8.7z"),
    MORE("M3 6.8a1.2 1.2 0 1 1 0 2.4 1.2 1.2 0 1 1 0-2.4zM8 6.8a1.2 1.2 0 1 1 0 2.4 1.2 1.2 0 1 1 0-2.4z"
            + "M13 6.8a1.2 1.2 0 1 1 0 2.4 1.2 1.2 0 1 1 0-2.4z"),
    THEME("M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 1 1 0-13zM8 2.9a5.1 5.1 0 1 0 0 10.2z"),
    COPY("M5.5 1.5h9v9h-3v4h-10v-9h4zM6.9 5.5h4.6v3.6h1.6V2.9H6.9zM2.9 6.9v6.2h7.2V6.9z");

    private static final double GRID = 16;

    private final String path;

    Icons(String path) {
        this.path = path;
    }

    /// The sign in a square of `size` pixels.
    public Node sized(double size) {
        SVGPath shape = new SVGPath();
        shape.setContent(path);
        shape.getStyleClass().add("sign");
        shape.setScaleX(size / GRID);
        shape.setScaleY(size / GRID);
        StackPane box = new StackPane(shape);
        box.setMinSize(size, size);
        box.setPrefSize(size, size);
        box.setMaxSize(size, size);
        box.setMouseTransparent(true);
        return box;
    }
}
