package fallline.figure;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.view.SurfaceLook.Overlay;
import fallline.experiment.view.SweepLook;
import fallline.experiment.view.SweepLook.Axis;
import fallline.experiment.view.SweepLook.Measure;
import fallline.experiment.view.ViewState;
import fallline.figure.paint.Figure;
import fallline.objective.Goal;
import fallline.objective.formula.FunctionCatalogue;
import fallline.optimizer.HyperValue;
import fallline.picture.Looked;
import fallline.picture.loss.LossPicture;
import fallline.picture.map.SweepPicture;
import fallline.problem.Problems;
import fallline.workbench.Scene;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/// Maps of runs for the reference pictures.
final class MapSamples {
    private MapSamples() {}

    static Map<String, Figure> all() {
        return Map.of(
                "map-sweep", new SweepPicture().figure(looked(view -> view.withSweep(_ -> sweep(Measure.STEPS)))),
                "map-verdicts", new SweepPicture().figure(looked(view -> view.withSweep(_ -> sweep(Measure.VERDICT)))),
                "map-sweep-curve",
                        new SweepPicture()
                                .figure(looked(view -> view.withSweep(_ -> sweep(Measure.LOSS)
                                        .withAxes(new Axis("lr", 1e-3, 1e-1, true, 96), Optional.empty())))),
                "map-basins",
                        new LossPicture()
                                .figure(looked(view -> view.withSurface(surface -> surface.withToggled(Overlay.BASINS))
                                        .withPlayhead(60))));
    }

    private static SweepLook sweep(Measure measure) {
        int n = measure == Measure.VERDICT ? 24 : 64;
        return new SweepLook(
                Optional.empty(),
                Optional.of(new Axis("lr", 1e-4, 1e-1, true, n)),
                Optional.of(new Axis("momentum", 0, 1, false, n)),
                measure,
                OptionalDouble.of(0.01));
    }

    private static Scene looked(UnaryOperator<ViewState> look) {
        Run run = new Run(
                "Momentum",
                RunRecipe.of("momentum", Map.of("lr", HyperValue.of(0.003), "momentum", HyperValue.of(0.6))));
        Experiment experiment = Looked.experiment(
                Problems.function(FunctionCatalogue.find("himmelblau"), Map.of(), Goal.MINIMISE),
                new double[] {-1, 0.5},
                60,
                run);
        return Looked.at(experiment, look);
    }
}
