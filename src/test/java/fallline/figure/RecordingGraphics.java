package fallline.figure;

import fallline.figure.paint.Figure;
import fallline.figure.paint.Fonts;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.paint.VectorHint;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.ArrayList;
import java.util.List;
import org.apache.batik.ext.awt.g2d.AbstractGraphics2D;
import org.apache.batik.ext.awt.g2d.GraphicContext;
import org.jspecify.annotations.Nullable;

/// Paints nothing, and remembers every word and every shape with its place in the picture.
public final class RecordingGraphics extends AbstractGraphics2D {
    /// A painted string with the bounds of its ink.
    public record Text(String words, Font font, Color colour, Rectangle2D ink) {}

    /// A filled or stroked shape in the picture's pixels.
    public record Ink(Shape shape, Color colour, boolean filled) {}

    public final List<Text> texts;
    public final List<Ink> inks;

    RecordingGraphics() {
        super(false);
        gc = new GraphicContext();
        setRenderingHint(VectorHint.KEY, true); // words are then written once, their halo is a stroke
        texts = new ArrayList<>();
        inks = new ArrayList<>();
    }

    private RecordingGraphics(RecordingGraphics other) {
        super(other);
        texts = other.texts;
        inks = other.inks;
    }

    /// What `figure` paints.
    public static RecordingGraphics of(Figure figure, Size size, Theme theme) {
        RecordingGraphics g = new RecordingGraphics();
        figure.paint(g, size, theme);
        return g;
    }

    @Override
    public Graphics create() {
        return new RecordingGraphics(this);
    }

    @Override
    public void drawString(String words, float x, float y) {
        Rectangle2D bounds = getFont().createGlyphVector(Fonts.CONTEXT, words).getVisualBounds();
        Rectangle2D moved =
                new Rectangle2D.Double(bounds.getX() + x, bounds.getY() + y, bounds.getWidth(), bounds.getHeight());
        texts.add(new Text(
                words,
                getFont(),
                getColor(),
                getTransform().createTransformedShape(moved).getBounds2D()));
    }

    @Override
    public void draw(Shape shape) {
        inks.add(new Ink(getTransform().createTransformedShape(shape), getColor(), false));
    }

    @Override
    public void fill(Shape shape) {
        inks.add(new Ink(getTransform().createTransformedShape(shape), getColor(), true));
    }

    @Override
    public void drawString(AttributedCharacterIterator iterator, float x, float y) {
        throw new UnsupportedOperationException("figures paint plain strings");
    }

    @Override
    public void drawRenderableImage(RenderableImage image, AffineTransform transform) {
        throw new UnsupportedOperationException("figures paint buffered images");
    }

    @Override
    public void drawRenderedImage(RenderedImage image, AffineTransform transform) {
        // images are no words
    }

    @Override
    public boolean drawImage(Image image, int x, int y, @Nullable ImageObserver observer) {
        return true;
    }

    @Override
    public boolean drawImage(Image image, int x, int y, int width, int height, @Nullable ImageObserver observer) {
        return true;
    }

    @Override
    public @Nullable GraphicsConfiguration getDeviceConfiguration() {
        return null;
    }

    @Override
    public FontRenderContext getFontRenderContext() {
        return Fonts.CONTEXT;
    }

    @Override
    public FontMetrics getFontMetrics(Font font) {
        return new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)
                .createGraphics()
                .getFontMetrics(font);
    }

    @Override
    public void copyArea(int x, int y, int width, int height, int dx, int dy) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setXORMode(Color colour) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void dispose() {
        // nothing is held
    }
}
