package fallline.figure.surface;

import fallline.figure.label.CriticalMark;
import fallline.figure.label.Sketch;
import fallline.figure.paint.Box;
import fallline.figure.paint.Fonts;
import fallline.figure.paint.Painter;
import fallline.figure.paint.Type;
import fallline.figure.plot.PlotArea;
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
/// @param labels whether contour lines are labelled with their level
/// @param sketch what is drawn for a class, over all paths
public record MapOverlays(
        Optional<GradientField> field,
        Optional<QuadraticModel> model,
        List<CriticalMark> critical,
        Optional<SlopeDial> dial,
        boolean labels,
        Sketch sketch) {
    /// Nothing but the labels of the contour lines.
    public static final MapOverlays NONE =
            new MapOverlays(Optional.empty(), Optional.empty(), List.of(), Optional.empty(), true, Sketch.NONE);

    private static final double PITCH = 18;

    public MapOverlays {
        critical = List.copyOf(critical);
    }

    void paintUnder(Painter p, PlotArea area) {
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
        EnumSet<CriticalMark.Kind> kinds = kinds(area);
        double height = 12 + PITCH * kinds.size();
        if (kinds.isEmpty() || plot.height() < 3 * height || plot.width() < 260) {
            return Optional.empty();
        }
        double width = 44
                + kinds.stream()
                        .mapToDouble(kind -> Fonts.width(kind.words(), Type.NOTE))
                        .max()
                        .orElse(0);
        double below = dial.flatMap(d -> d.panel(plot)).map(Box::y).orElse(plot.bottom()) - 8;
        double left = plot.x() + 10;
        return Stream.of(
                        new Box(left, below - height, width, height),
                        new Box(left, plot.y() + 10, width, height),
                        new Box(plot.right() - 10 - width, plot.y() + 10, width, height))
                .min(Comparator.comparingInt(hidden));
    }

    private EnumSet<CriticalMark.Kind> kinds(PlotArea area) {
        EnumSet<CriticalMark.Kind> kinds = EnumSet.noneOf(CriticalMark.Kind.class);
        critical.stream()
                .filter(mark -> area.contains(area.px(mark.x()), area.py(mark.y())))
                .forEach(mark -> kinds.add(mark.kind()));
        return kinds;
    }

    void paintLegend(Painter p, PlotArea area, Box box) {
        p.plate(box);
        double y = box.y() + 6 + PITCH / 2;
        for (CriticalMark.Kind kind : kinds(area)) {
            CriticalMark.sign(p, kind, box.x() + 16, y, false);
            p.text(kind.words(), box.x() + 32, Painter.centred(y, Type.NOTE), Type.NOTE, p.theme.text());
            y += PITCH;
        }
    }
}
