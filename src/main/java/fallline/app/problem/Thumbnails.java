package fallline.app.problem;

import fallline.app.paint.Pixels;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.objective.formula.CatalogueFunction;
import fallline.picture.loss.FunctionThumbnail;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/// Paints small pictures of functions in the background and keeps them. It belongs to the FX thread.
final class Thumbnails {
    static final Size SIZE = new Size(216, 132);
    private static final double SCALE = 2;

    private record Key(CatalogueFunction card, Theme theme) {}

    private final Executor background;
    private final Executor fx;
    private final Map<Key, Image> painted = new HashMap<>();

    /// @param background paints
    /// @param fx gets the pictures back
    Thumbnails(Executor background, Executor fx) {
        this.background = background;
        this.fx = fx;
    }

    /// Gives `taker` the picture: at once if it is known, else when it is painted.
    void ask(CatalogueFunction card, Theme theme, Consumer<Image> taker) {
        Key key = new Key(card, theme);
        @Nullable Image known = painted.get(key);
        if (known != null) {
            taker.accept(known);
            return;
        }
        background.execute(() -> {
            Image image = Pixels.image(paint(card, theme));
            fx.execute(() -> {
                painted.put(key, image);
                taker.accept(image);
            });
        });
    }

    private static BufferedImage paint(CatalogueFunction card, Theme theme) {
        BufferedImage picture = new BufferedImage(
                (int) (SCALE * SIZE.width()), (int) (SCALE * SIZE.height()), BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = picture.createGraphics();
        try {
            g.scale(SCALE, SCALE);
            FunctionThumbnail.of(card).paint(g, SIZE, theme);
        } finally {
            g.dispose();
        }
        return picture;
    }
}
