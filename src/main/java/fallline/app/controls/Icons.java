package fallline.app.controls;

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
    EXPORT("M8 1.2l3.6 3.6-1 1-1.9-1.9V10H7.3V3.9L5.4 5.8l-1-1zM2 9.5h1.4v3.7h9.2V9.5H14v5.1H2z"),
    RESET("M8 2.5a5.5 5.5 0 1 1-5.2 3.7l1.3.45A4.1 4.1 0 1 0 8 3.9V6L4.6 3.2 8 .5z"),
    ZOOM_IN("M7.2 2.5h1.6v4.7h4.7v1.6H8.8v4.7H7.2V8.8H2.5V7.2h4.7z"),
    ZOOM_OUT("M2.5 7.2h11v1.6h-11z"),
    FIELD("M1.5 2.6h5V1.2L9.4 3.3 6.5 5.4V4H1.5zM1.5 7.3h7.5V5.9l2.9 2.1L9 10.1V8.7H1.5zM1.5 12h9.5v-1.4l2.9 2.1"
            + "L11 14.8v-1.4H1.5z"),
    ELLIPSE("M.8 8a7.2 4.6 0 1 1 14.4 0a7.2 4.6 0 1 1-14.4 0zM2.2 8a5.8 3.2 0 1 0 11.6 0a5.8 3.2 0 1 0-11.6 0z"
            + "M4 7.4h8v1.2H4zM7.4 5.8h1.2v4.4H7.4z"),
    STAR("M8 1.5l1.9 4.2 4.6.5-3.4 3.1.95 4.5L8 11.5l-4.05 2.3.95-4.5L1.5 6.2l4.6-.5z"),
    DIAL("M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13zM8 2.9a5.1 5.1 0 1 0 0 10.2a5.1 5.1 0 1 0 0-10.2z"
            + "M11.2 4.8L9 9l-4.2 2.2L7 7z"),
    FROM_TOP("M2.5 2.5h11v11h-11zM3.9 3.9v8.2h8.2V3.9z"),
    FROM_SIDE("M1.5 12.2h13v1.4h-13zM2 11L6 4.2l2.6 3.6L11 4.7l3 6.3z"),
    FROM_CORNER("M8 1.5l6 3.2v6.6l-6 3.2-6-3.2V4.7zM8 3.1L4.4 5 8 6.9 11.6 5zM3.4 6.1v4.4l3.9 2.1V8.2z"
            + "M12.6 6.1L8.7 8.2v4.4l3.9-2.1z"),
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
