package fallline.app.shell;

import fallline.app.paint.Frame;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/// The application's sign: a slope on blue, with a ball on its way down.
public final class Logo extends Region {
    private static final int SIZE = 22;
    private static final double GRID = 32;

    Logo() {
        ImageView view = new ImageView(image(4 * SIZE));
        view.setFitWidth(SIZE);
        view.setFitHeight(SIZE);
        view.setSmooth(true);
        getChildren().add(view);
        setMinSize(SIZE, SIZE);
        setPrefSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
        setMouseTransparent(true);
    }

    /// The sign as a picture of `pixels` × `pixels`.
    public static Image image(int pixels) {
        Frame frame = new Frame(pixels, pixels);
        Graphics2D g = frame.graphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(pixels / GRID, pixels / GRID);
        paint(g);
        g.dispose();
        return frame.refreshed();
    }

    private static void paint(Graphics2D g) {
        g.setColor(new Color(0x0969da));
        g.fill(new RoundRectangle2D.Double(0, 0, GRID, GRID, 12, 12));
        Path2D slope = new Path2D.Double();
        slope.moveTo(7, 7);
        slope.curveTo(9, 19, 15, 24, 26, 24.5);
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(slope);
        g.fill(new Ellipse2D.Double(12.2, 15.2, 8.2, 8.2));
        g.setColor(new Color(0xf0883e));
        g.fill(new Ellipse2D.Double(13.4, 16.4, 5.8, 5.8));
    }
}
