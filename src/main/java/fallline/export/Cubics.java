package fallline.export;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DDrawControlDefault;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;

/// Gives a PDF cubic curves for quadratic ones, such as those of letters: PDF has none, and the library that writes it
/// would take the end for the second control point, which is another curve and one that strokes badly.
final class Cubics extends PdfBoxGraphics2DDrawControlDefault {
    @Override
    public Shape transformShapeBeforeFill(Shape shape, IDrawControlEnv env) {
        return of(shape);
    }

    @Override
    public Shape transformShapeBeforeDraw(Shape shape, IDrawControlEnv env) {
        return of(shape);
    }

    /// The same shape, each quadratic curve as the cubic one that it is.
    static Shape of(Shape shape) {
        PathIterator segments = shape.getPathIterator(null);
        Path2D path = new Path2D.Double(segments.getWindingRule());
        boolean quadratic = false;
        double[] c = new double[6];
        for (; !segments.isDone(); segments.next()) {
            switch (segments.currentSegment(c)) {
                case PathIterator.SEG_MOVETO -> path.moveTo(c[0], c[1]);
                case PathIterator.SEG_LINETO -> path.lineTo(c[0], c[1]);
                case PathIterator.SEG_QUADTO -> {
                    double x = path.getCurrentPoint().getX();
                    double y = path.getCurrentPoint().getY();
                    path.curveTo(
                            x + 2 * (c[0] - x) / 3,
                            y + 2 * (c[1] - y) / 3,
                            c[2] + 2 * (c[0] - c[2]) / 3,
                            c[3] + 2 * (c[1] - c[3]) / 3,
                            c[2],
                            c[3]);
                    quadratic = true;
                }
                case PathIterator.SEG_CUBICTO -> path.curveTo(c[0], c[1], c[2], c[3], c[4], c[5]);
                default -> path.closePath();
            }
        }
        return quadratic ? path : shape;
    }
}
