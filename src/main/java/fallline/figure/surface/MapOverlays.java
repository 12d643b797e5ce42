package fallline.figure.surface;

import fallline.figure.label.CriticalMark;
import fallline.figure.label.Sketch;
import fallline.figure.map.CellSource;
import fallline.figure.paint.Box;
import fallline.figure.paint.Contrast;
import fallline.figure.paint.Fonts;
import fallline.figure.paint.Painter;
import fallline.figure.paint.Type;
import fallline.figure.plot.PixelPath;
import fallline.figure.plot.PlotArea;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/// What can be laid over a map of the loss besides the paths.
///
/// @param field the gradient on a grid
/// @param model the curvature at the playhead
/// @param critical points where the gradient vanishes, with a legend
/// @param dial what the gradient is, at one point
/// @param basins where runs come to from every start; the cells cover the surface, and its contours are drawn on them
/// @param labels whether contour lines are labelled with their level
/// @param sketch what is drawn for a class, over all paths
public record MapOverlays(
        Optional<GradientField> field,
        Optional<QuadraticModel> model,
        List<CriticalMark> critical,
        Optional<SlopeDial> dial,
        Optional<CellSource> basins,
        boolean labels,
        Sketch sketch) {
    /// Overlays without basins and sketch.
    public MapOverlays(
            Optional<GradientField> field,
            Optional<QuadraticModel> model,
            List<CriticalMark> critical,
            Optional<SlopeDial> dial,
            boolean labels) {
        this(field, model, critical, dial, Optional.empty(), labels, Sketch.NONE);
    }

    /// Nothing but the labels of the contour lines.
    public static final MapOverlays NONE =
            new MapOverlays(Optional.empty(), Optional.empty(), List.of(), Optional.empty(), true);

    private static final double PITCH = 18;

    /// How strongly contours are drawn on basins.
    private static final double CONTOURS = 0.22;

    public MapOverlays {
        critical = List.copyOf(critical);
    }

    /// Whether the basins hide all of the surface below them, now that they are computed.
    boolean hidesSurface(PlotArea area) {
        return basins.filter(
                        source -> source.over(area.window()).cells().field().covers(area.window()))
                .isPresent();
    }

    void paintUnder(Painter p, PlotArea area, List<ContourLine> contours) {
        basins.ifPresent(source -> {
            source.over(area.window()).cells().paint(p, area, 1);
            Path2D path = new Path2D.Double();
            contours.forEach(line -> PixelPath.append(path, line.x(), line.y(), line.closed(), area));
            p.draw(path, Contrast.alpha(p.theme.dark() ? Color.WHITE : new Color(16, 24, 40), CONTOURS), 0.9);
        });
        field.ifPresent(arrows -> arrows.paint(p, area));
    }

    /// The lines on which no words stand.
    List<Path2D> lines(PlotArea area) {
        return Stream.of(model.map(ellipse -> ellipse.lines(area)), dial.map(slope -> slope.lines(area)))
                .flatMap(Optional::stream)
                .toList();
    }

    void paintOver(Painter p, PlotArea area) {
        model.ifPresent(ellipse -> ellipse.paint(p, area));
        for (CriticalMark mark : critical) {
            double x = area.px(mark.x());
            double y = area.py(mark.y());
            if (area.contains(x, y)) {
                mark.paint(p, x, y, false);
            }
        }
        dial.ifPresent(slope -> slope.paint(p, area));
    }

    /// The legend of the signs that are seen, in that corner where it hides least; empty if there are none.
    ///
    /// @param hidden how much a box would hide
    Optional<Box> legendBox(PlotArea area, ToIntFunction<Box> hidden) {
        Box plot = area.box();
        double[] size = legendSize(area);
        double width = size[0];
        double height = size[1];
        if (height == 0 || plot.height() < (basins.isPresent() ? 2.2 : 3) * height || plot.width() < 260) {
            return Optional.empty();
        }
        double below = dial.flatMap(d -> d.panel(plot)).map(Box::y).orElse(plot.bottom()) - 8;
        double left = plot.x() + 10;
        return Stream.of(
                        new Box(left, below - height, width, height),
                        new Box(left, plot.y() + 10, width, height),
                        new Box(plot.right() - 10 - width, plot.y() + 10, width, height))
                .min(Comparator.comparingInt(hidden));
    }

    /// Its width and height; no height where there is nothing to explain.
    private double[] legendSize(PlotArea area) {
        if (basins.isPresent()) {
            return basins.get().over(area.window()).legend().plate();
        }
        EnumSet<CriticalMark.Kind> kinds = kinds(area);
        double words = kinds.stream()
                .mapToDouble(kind -> Fonts.width(kind.words(), Type.NOTE))
                .max()
                .orElse(0);
        return new double[] {44 + words, kinds.isEmpty() ? 0 : 12 + PITCH * kinds.size()};
    }

    private EnumSet<CriticalMark.Kind> kinds(PlotArea area) {
        EnumSet<CriticalMark.Kind> kinds = EnumSet.noneOf(CriticalMark.Kind.class);
        critical.stream()
                .filter(mark -> area.contains(area.px(mark.x()), area.py(mark.y())))
                .forEach(mark -> kinds.add(mark.kind()));
        return kinds;
    }

    void paintLegend(Painter p, PlotArea area, Box box) {
        if (basins.isPresent()) {
            CellSource.Shown shown = basins.get().over(area.window());
            shown.legend().paintPlate(p, box, shown.cells().colours());
            return;
        }
        p.plate(box);
        double y = box.y() + 6 + PITCH / 2;
        for (CriticalMark.Kind kind : kinds(area)) {
            CriticalMark.sign(p, kind, box.x() + 16, y, false);
            p.text(kind.words(), box.x() + 32, Painter.centred(y, Type.NOTE), Type.NOTE, p.theme.text());
            y += PITCH;
        }
    }
}
