package fallline.analysis.map;

import fallline.analysis.Plane;
import fallline.experiment.ensemble.CellSetting;
import fallline.experiment.ensemble.Ensemble;
import fallline.experiment.ensemble.Starts;
import fallline.experiment.ensemble.Target;
import fallline.experiment.run.RunTask;
import fallline.experiment.view.SweepLook.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/// All that a map of runs is a function of. Its cells are numbered row by row from the lowest row.
public sealed interface MapTask {
    /// The run that is varied.
    RunTask base();

    MapAxis x();

    /// Empty for a curve.
    Optional<MapAxis> y();

    /// What a run is to reach.
    Target target();

    /// Its runs.
    ///
    /// @throws IllegalArgumentException with a sentence, if the optimizer does not take a setting
    Ensemble ensemble(Target target);

    /// Whether another task asks the same of the same run, over whatever part.
    boolean asksTheSame(MapTask other);

    /// Cells across.
    default int columns() {
        return x().cells();
    }

    /// Cells upwards.
    default int rows() {
        return y().map(MapAxis::cells).orElse(1);
    }

    /// The cell at two values; −1 beyond the map. For a curve the second value counts for nothing.
    default int cell(double across, double upwards) {
        int column = x().cell(across);
        int row = y().map(axis -> axis.cell(upwards)).orElse(0);
        return column < 0 || row < 0 ? -1 : row * columns() + column;
    }

    /// The very run that a cell stands for.
    default RunTask run(int cell) {
        return ensemble(target()).cell(cell);
    }

    private static double[] values(int cells, MapAxis axis, IntUnaryOperator place) {
        double[] values = new double[cells];
        for (int i = 0; i < cells; i++) {
            values[i] = axis.value(place.applyAsInt(i));
        }
        return values;
    }

    /// A map over two settings of a run, or a curve over one.
    ///
    /// @param measure what of each run is wanted
    /// @param known whether the target's reference is J*; else its ε is J itself
    record Sweep(RunTask base, MapAxis x, Optional<MapAxis> y, Measure measure, Target target, boolean known)
            implements MapTask {
        @Override
        public Ensemble ensemble(Target wanted) {
            int columns = columns();
            int cells = columns * rows();
            List<CellSetting> settings = new ArrayList<>();
            double[][] starts = new double[base.start().length][];
            add(settings, starts, x, values(cells, x, i -> i % columns));
            y.ifPresent(axis -> add(settings, starts, axis, values(cells, axis, i -> Math.floorDiv(i, columns))));
            boolean moved = Arrays.stream(starts).anyMatch(Objects::nonNull);
            for (int i = 0; moved && i < starts.length; i++) {
                if (starts[i] == null) {
                    starts[i] = new double[cells];
                    Arrays.fill(starts[i], base.start()[i]);
                }
            }
            return new Ensemble(
                    base, cells, moved ? new Starts.Each(starts) : new Starts.Same(), settings, Optional.of(wanted));
        }

        private static void add(List<CellSetting> settings, double[][] starts, MapAxis axis, double[] values) {
            switch (axis.setting()) {
                case MapAxis.Setting.Hyper(String name) -> settings.add(new CellSetting(name, values));
                case MapAxis.Setting.StartAt(int parameter) -> starts[parameter] = values;
                case MapAxis.Setting.InPlane _ -> throw new IllegalStateException("a sweep has no plane");
            }
        }

        @Override
        public boolean asksTheSame(MapTask other) {
            return other instanceof Sweep sweep
                    && base.leadsToSameTrace(sweep.base)
                    && x.setting().equals(sweep.x.setting())
                    && y.map(MapAxis::setting).equals(sweep.y.map(MapAxis::setting))
                    && measure == sweep.measure
                    && target.equals(sweep.target);
        }
    }

    /// A map over the starts in a plane.
    ///
    /// @param minima what there is to come to
    /// @param epsilon how near to a minimum's J counts as there, and which values of J count as equal
    /// @param lengths of the problem's box in every parameter, by which ends count as near
    record Basin(RunTask base, Plane plane, MapAxis x, MapAxis upwards, Minima minima, double epsilon, double[] lengths)
            implements MapTask {
        @Override
        public Optional<MapAxis> y() {
            return Optional.of(upwards);
        }

        @Override
        public Target target() {
            return new Target(minima.all().isEmpty() ? Double.NaN : minima.value(0), epsilon);
        }

        @Override
        public Ensemble ensemble(Target wanted) {
            int columns = columns();
            int cells = columns * rows();
            double[] a = values(cells, x, i -> i % columns);
            double[] b = values(cells, upwards, i -> Math.floorDiv(i, columns));
            double[][] starts = new double[base.start().length][cells];
            double[] theta = new double[starts.length];
            for (int cell = 0; cell < cells; cell++) {
                plane.point(a[cell], b[cell], theta);
                for (int i = 0; i < theta.length; i++) {
                    starts[i][cell] = theta[i];
                }
            }
            return new Ensemble(base, cells, new Starts.Each(starts), List.of(), Optional.of(wanted));
        }

        @Override
        public boolean asksTheSame(MapTask other) {
            return other instanceof Basin basin
                    && base.leadsToSameTrace(basin.base)
                    && isSame(plane, basin.plane)
                    && minima == basin.minima
                    && Arrays.equals(lengths, basin.lengths)
                    && epsilon == basin.epsilon;
        }

        private static boolean isSame(Plane one, Plane other) {
            return Arrays.equals(one.origin(), other.origin())
                    && Arrays.equals(one.across(), other.across())
                    && Arrays.equals(one.upwards(), other.upwards());
        }
    }
}
