package fallline.figure.surface;

import fallline.figure.paint.Figure;
import fallline.figure.paint.Painter;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.plot.Hatch;
import fallline.figure.plot.PixelPath;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.SampledCurve;
import fallline.figure.plot.Scale;
import fallline.figure.plot.Window;
import java.awt.Graphics2D;
import java.util.Optional;

/// A function at the size of a stamp, without axes or words: the map of two parameters, or the curve of one.
///
/// @param window what is seen, filling the picture
/// @param surface of two parameters
/// @param curve of one
public record ThumbnailFigure(Window window, Optional<? extends Surface> surface, Optional<SampledCurve> curve)
        implements Figure {
    private static final double LINE = 1.8;

    @Override
    public void paint(Graphics2D g, Size size, Theme theme) {
        PlotArea area = new PlotArea(
                size.box(),
                new Scale.Linear(window.x(), 0, size.width()),
                new Scale.Linear(window.y(), size.height(), 0));
        Painter.paint(g, size, theme, p -> {
            surface.ifPresent(map -> map.over(window).paint(p, area));
            curve.ifPresent(line -> {
                Hatch.holes(p, line, area);
                int last = line.x().length - 1;
                p.draw(PixelPath.of(line.x(), line.y(), 0, last, area).path(), theme.accent(), LINE);
            });
        });
    }
}
