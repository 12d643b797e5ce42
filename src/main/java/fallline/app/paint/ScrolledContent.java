package fallline.app.paint;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/// What a scroll pane shows. JavaFX keeps a picture of it, and paints the whole of that anew when a number in it
/// changes: good for what is scrolled often, and costly for what changes by itself.
public final class ScrolledContent {
    private ScrolledContent() {}

    /// From now on only what changes is painted.
    public static void paintOnlyChanges(ScrollPane scroll) {
        scroll.skinProperty().subscribe(_ -> {
            for (Node viewport : scroll.lookupAll(".viewport")) {
                viewport.setCache(false);
            }
        });
    }
}
