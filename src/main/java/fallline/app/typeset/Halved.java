package fallline.app.typeset;

import fallline.app.paint.Pixels;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;

/// A picture, and the same half as large. JavaFX looks at four pixels where it makes a picture smaller: of one that is
/// less than half as large it passes over thin strokes, and a plus becomes a minus.
///
/// @param whole with `scale` pixels a pixel of the window
/// @param half with half as many
record Halved(BufferedImage whole, BufferedImage half, double scale) {
    static Halved of(BufferedImage whole, double scale) {
        BufferedImage half =
                new BufferedImage((whole.getWidth() + 1) / 2, (whole.getHeight() + 1) / 2, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = half.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(whole, AffineTransform.getScaleInstance(0.5, 0.5), null);
        g.dispose();
        return new Halved(whole, half, scale);
    }

    double width() {
        return whole.getWidth() / scale;
    }

    double height() {
        return whole.getHeight() / scale;
    }

    /// The same for the window's thread.
    Seen seen() {
        return new Seen(Pixels.image(whole), Pixels.image(half), scale);
    }

    /// Both as JavaFX has them.
    record Seen(Image whole, Image half, double scale) {
        /// Puts the picture that suits into the view, as wide and high as this.
        ///
        /// @param share how large it is shown, 1 for as large as it was set
        /// @param density pixels of the screen a pixel of the window
        void show(ImageView view, double share, double density) {
            boolean small = share * density < 0.99 * scale / 2;
            Image suits = small ? half : whole;
            double pixels = small ? scale / 2 : scale;
            if (view.getImage() != suits) {
                view.setImage(suits);
            }
            view.setFitWidth(suits.getWidth() / pixels * share);
            view.setFitHeight(suits.getHeight() / pixels * share);
        }
    }
}
