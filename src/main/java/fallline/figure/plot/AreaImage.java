package fallline.figure.plot;

import fallline.figure.paint.Painter;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/// Paints an image over a whole plot.
public final class AreaImage {
    private AreaImage() {}

    /// Pixel by pixel where the image was made for the device, else stretched to fit.
    ///
    /// @param scale pixels of the image for one of the figure
    public static void paint(Painter p, PlotArea area, BufferedImage image, double scale) {
        AffineTransform before = p.g.getTransform();
        boolean upright = before.getShearX() == 0 && before.getShearY() == 0;
        if (!p.vector() && upright && Math.abs(before.getScaleX() - scale) < 1e-12) {
            double dx = Math.round(before.getTranslateX() + area.box().x() * scale);
            double dy = Math.round(before.getTranslateY() + area.box().y() * scale);
            p.g.setTransform(AffineTransform.getTranslateInstance(dx, dy));
            p.g.drawImage(image, 0, 0, null);
            p.g.setTransform(before);
        } else {
            AffineTransform fit = AffineTransform.getTranslateInstance(
                    area.box().x(), area.box().y());
            fit.scale(area.box().width() / image.getWidth(), area.box().height() / image.getHeight());
            p.g.drawImage(image, fit, null);
        }
    }
}
