package fallline.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Area;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.QuadCurve2D;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CubicsTest {
    private static void same(double[] quadratic, double[] cubic, int times) {
        int end = cubic.length;
        for (int i = 1; i <= 2; i++) {
            assertThat(cubic[i - 1]).isCloseTo(quadratic[i - 1], within(1e-12));
            assertThat(cubic[end - i]).isCloseTo(quadratic[quadratic.length - i], within(1e-12));
        }
        if (times > 0) {
            double[][] q = {new double[6], new double[6]};
            double[][] c = {new double[8], new double[8]};
            QuadCurve2D.subdivide(quadratic, 0, q[0], 0, q[1], 0);
            CubicCurve2D.subdivide(cubic, 0, c[0], 0, c[1], 0);
            same(q[0], c[0], times - 1);
            same(q[1], c[1], times - 1);
        }
    }

    @Test
    @DisplayName("a quadratic curve is the cubic one through the same points, as Java halves both")
    void sameCurve() {
        PathIterator path = Cubics.of(new QuadCurve2D.Double(1, 2, 5, 9, 7, -3)).getPathIterator(null);
        double[] cubic = new double[8];
        assertThat(path.currentSegment(cubic)).isEqualTo(PathIterator.SEG_MOVETO);
        path.next();
        double[] rest = new double[6];
        assertThat(path.currentSegment(rest)).isEqualTo(PathIterator.SEG_CUBICTO);
        System.arraycopy(rest, 0, cubic, 2, 6);
        same(new double[] {1, 2, 5, 9, 7, -3}, cubic, 4);
    }

    @Test
    @DisplayName("what has no quadratic curve stays, and closed paths begin their next curve where they began")
    void others() {
        Ellipse2D circle = new Ellipse2D.Double(0, 0, 2, 2);
        assertThat(Cubics.of(circle)).isSameAs(circle);
        Path2D closed = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        closed.moveTo(0, 0);
        closed.lineTo(4, 0);
        closed.lineTo(4, 4);
        closed.closePath();
        closed.quadTo(2, -6, 4, 0);
        Path2D after = new Path2D.Double(Cubics.of(closed));
        assertThat(after.getWindingRule()).isEqualTo(Path2D.WIND_EVEN_ODD);
        assertThat(after.getBounds2D().getMinY()).isCloseTo(closed.getBounds2D().getMinY(), within(1e-12));
        Area apart = new Area(closed);
        apart.exclusiveOr(new Area(after));
        assertThat(apart.getBounds2D().getHeight()).isLessThan(1e-9);
    }
}
