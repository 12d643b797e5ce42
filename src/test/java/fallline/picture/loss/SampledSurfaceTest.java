package fallline.picture.loss;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.Formulas;
import fallline.analysis.Plane;
import fallline.figure.paint.ColourMap;
import fallline.figure.plot.Window;
import fallline.figure.surface.SurfaceMap;
import fallline.objective.Objective;
import fallline.objective.SampledObjective;
import fallline.picture.Later;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SampledSurfaceTest {
    private static final Window SEEN = Window.of(-1, 1, -1, 1);
    private static final Plane PLANE = Plane.ofParameters(new double[2], 0, 1);

    /// x² + y² that claims to be a mean over very many rows.
    private record Slow(Objective bowl, int rows, AtomicInteger asked) implements SampledObjective {
        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public List<String> parameterNames() {
            return List.of("x", "y");
        }

        @Override
        public fallline.objective.Goal goal() {
            return bowl.goal();
        }

        @Override
        public double value(double[] theta) {
            asked.incrementAndGet();
            return bowl.value(theta);
        }

        @Override
        public double gradient(double[] theta, double[] gradient) {
            return bowl.gradient(theta, gradient);
        }

        @Override
        public double gradient(double[] theta, int[] batch, int from, int to, double[] gradient) {
            return bowl.gradient(theta, gradient);
        }

        @Override
        public void hessianTimes(double[] theta, double[] direction, double[] product) {
            bowl.hessianTimes(theta, direction, product);
        }

        @Override
        public SampledObjective twin() {
            return this;
        }
    }

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final AtomicInteger ready = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final Slow slow =
            new Slow(Formulas.minimise("x^2 + y^2", "x", "y").objective().twin(), 10_000, asked);
    private final SampledSurface surface =
            new SampledSurface(slow, PLANE, ColourMap.VIRIDIS, new Later(background::add, ready::incrementAndGet));

    @Test
    @DisplayName("data of many rows are sampled coarsely at once, then finer and finer in the background")
    void coarseToFine() {
        SurfaceMap first = surface.over(SEEN);
        int side = first.field().columns();
        assertThat(side).isBetween(5, 40);
        assertThat(asked.get()).as("nodes sampled before the first picture").isEqualTo(side * side);
        assertThat(surface.over(SEEN))
                .as("asked again, nothing is sampled again")
                .isSameAs(first);
        int last = side;
        for (int round = 1; !background.isEmpty(); round++) {
            background.remove().run();
            assertThat(ready).hasValue(round);
            int finer = surface.over(SEEN).field().columns();
            assertThat(finer).isGreaterThan(last);
            last = finer;
        }
        assertThat(last).isGreaterThan(120);
    }

    @Test
    @DisplayName("when another part is looked at, the work on the part before is given up")
    void cancelled() {
        surface.over(SEEN);
        Window other = Window.of(0, 3, 0, 3);
        SurfaceMap now = surface.over(other);
        int before = asked.get();
        background.remove().run();
        assertThat(asked.get()).as("the old part is not sampled").isEqualTo(before);
        assertThat(ready).hasValue(0);
        background.remove().run();
        assertThat(ready).hasValue(1);
        assertThat(surface.over(other).field().window()).isEqualTo(other);
        assertThat(surface.over(other)).isNotSameAs(now);
    }

    @Test
    @DisplayName("for a file the best picture is made at once; a formula never needs a second one")
    void atOnce() {
        assertThat(new SampledSurface(slow, PLANE, ColourMap.VIRIDIS, Later.AT_ONCE)
                        .over(SEEN)
                        .field()
                        .columns())
                .isGreaterThan(120);
        Objective formula = Formulas.minimise("x^2 + y^2", "x", "y").objective();
        new SampledSurface(formula, PLANE, ColourMap.VIRIDIS, new Later(background::add, ready::incrementAndGet))
                .over(SEEN);
        assertThat(background).isEmpty();
    }
}
