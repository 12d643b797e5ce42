package fallline.picture.loss;

import fallline.analysis.Plane;
import fallline.figure.paint.ColourMap;
import fallline.figure.paint.Figure;
import fallline.figure.plot.SampledCurve;
import fallline.figure.plot.Span;
import fallline.figure.plot.Window;
import fallline.figure.surface.ThumbnailFigure;
import fallline.objective.Goal;
import fallline.objective.formula.CatalogueFunction;
import fallline.objective.formula.CatalogueFunction.Interval;
import fallline.objective.formula.FormulaObjective;
import fallline.picture.Later;
import fallline.problem.Problems;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// Composes the small picture of a catalogue function over its box.
public final class FunctionThumbnail {
    private static final int PIECES = 120;
    private static final double PADDING = 0.08;

    private FunctionThumbnail() {}

    /// The picture of a function of one or two variables.
    public static Figure of(CatalogueFunction card) {
        FormulaObjective objective =
                Problems.function(card, Map.of(), Goal.MINIMISE).objective();
        Span across = span(card.box().getFirst());
        if (card.variables().size() == 1) {
            double[] theta = new double[1];
            SampledCurve curve = SampledCurve.of(
                    w -> {
                        theta[0] = w;
                        return objective.value(theta);
                    },
                    across,
                    PIECES);
            double[] heights = Arrays.stream(curve.y()).filter(Double::isFinite).toArray();
            Window window = new Window(across, Span.around(heights).padded(PADDING));
            return new ThumbnailFigure(window, Optional.empty(), Optional.of(curve));
        }
        Window window = new Window(across, span(card.box().get(1)));
        SampledSurface surface = new SampledSurface(
                objective, Plane.ofParameters(card.firstStart(), 0, 1), ColourMap.VIRIDIS, Later.AT_ONCE);
        return new ThumbnailFigure(window, Optional.of(surface), Optional.empty());
    }

    private static Span span(Interval side) {
        return new Span(side.low(), side.high());
    }
}
