package fallline.figure.path;

import fallline.figure.plot.PixelPath;
import fallline.figure.plot.PlotArea;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The pixels of a path, kept from one picture to the next, because they do not change while a run plays: as the
/// playhead goes on, the new steps of a long path alone are added. Thread-safe; made once a path.
final class TrailInk {
    private static final double LONG_STEP = 14;
    private static final int MOST_DOTS = 160;

    /// Steps that stand alone are closer than this only by chance.
    private static final double CLOSE = 2;

    private static final double[] NONE = {};

    private @Nullable Kept last;

    /// What is drawn of a path.
    ///
    /// @param whole the path to its end
    /// @param done the path to the playhead
    /// @param dots places of the steps that are far apart, up to the playhead; none if there are too many
    record Drawn(PixelPath.Drawn whole, PixelPath.Drawn done, List<double[]> dots) {}

    /// The pixels of a path up to the step `head`.
    synchronized Drawn of(Trail trail, int head, PlotArea area) {
        return kept(trail, area).to(trail, head);
    }

    /// Places along the path that no words are to cover, in pixels: x and y by turns.
    synchronized double[] places(Trail trail, PlotArea area) {
        return kept(trail, area).places(trail);
    }

    private Kept kept(Trail trail, PlotArea area) {
        Kept kept = last;
        if (kept == null || !kept.area.equals(area) || kept.x != trail.x()) {
            kept = new Kept(trail, area);
            last = kept;
        }
        return kept;
    }

    /// The pixels in one plot.
    private static final class Kept {
        private final PlotArea area;
        private final double[] x;
        private final PixelPath.Drawn whole;
        private double[] places = NONE;
        private PixelPath done;
        private Dots dots;
        private int next;

        Kept(Trail trail, PlotArea area) {
            this.area = area;
            x = trail.x();
            whole = PixelPath.of(trail.x(), trail.y(), 0, trail.length() - 1, area);
            done = PixelPath.growing(area);
            dots = new Dots(area);
        }

        double[] places(Trail trail) {
            if (places == NONE) {
                Places all = new Places();
                Footprint.each(whole.path(), area.box(), all);
                for (int k = 0; k < trail.length() && trail.length() <= PixelPath.LONG; k++) {
                    all.at(area.px(trail.x()[k]), area.py(trail.y()[k]));
                }
                places = all.found();
            }
            return places;
        }

        Drawn to(Trail trail, int head) {
            if (head < next - 1) {
                done = PixelPath.growing(area);
                dots = new Dots(area);
                next = 0;
            }
            done.grow(trail.x(), trail.y(), next, head, area);
            dots.grow(trail, next, head);
            next = head + 1;
            return new Drawn(whole, done.soFar(trail.x()[head], trail.y()[head], area), dots.found());
        }
    }

    /// Gathers places, but for those in the pixel of the one before.
    private static final class Places implements Footprint.Place {
        private double[] found = new double[64];
        private int count;
        private int lastX = Integer.MIN_VALUE;
        private int lastY = Integer.MIN_VALUE;

        @Override
        public void at(double x, double y) {
            int px = (int) Math.floor(x);
            int py = (int) Math.floor(y);
            if (px == lastX && py == lastY) {
                return;
            }
            lastX = px;
            lastY = py;
            found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
            found[count++] = x;
            found[count++] = y;
        }

        double[] found() {
            return Arrays.copyOf(found, count);
        }
    }

    /// The steps that are farther from the one before than can be overlooked.
    static final class Dots {
        private final PlotArea area;
        private final List<double[]> found = new ArrayList<>();
        private final List<double[]> alone = new ArrayList<>();
        private double lastX = Double.NaN;
        private double lastY = Double.NaN;

        Dots(PlotArea area) {
            this.area = area;
        }

        /// Looks at the steps `from` … `to`, both included.
        void grow(Trail trail, int from, int to) {
            for (int i = from; i <= to; i++) {
                double x = area.px(trail.x()[i]);
                double y = area.py(trail.y()[i]);
                double dx = x - lastX;
                double dy = y - lastY;
                if (trail.isAlone(i)) {
                    single(x, y);
                } else if (found.size() <= MOST_DOTS
                        && dx * dx + dy * dy >= LONG_STEP * LONG_STEP
                        && area.contains(x, y)) {
                    found.add(new double[] {x, y});
                }
                lastX = x;
                lastY = y;
            }
        }

        private void single(double x, double y) {
            boolean apart = alone.isEmpty() || Math.hypot(x - alone.getLast()[0], y - alone.getLast()[1]) >= CLOSE;
            if (apart && area.contains(x, y)) {
                alone.add(new double[] {x, y});
            }
        }

        /// Their places in pixels; none if there are too many to be told apart, but for those that stand alone.
        List<double[]> found() {
            List<double[]> all = new ArrayList<>(alone);
            all.addAll(found.size() > MOST_DOTS ? List.of() : found);
            return List.copyOf(all);
        }
    }
}
