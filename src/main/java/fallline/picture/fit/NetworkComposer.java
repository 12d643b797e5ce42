package fallline.picture.fit;

import fallline.figure.fit.NetworkFigure;
import fallline.figure.fit.Wiring;
import fallline.figure.paint.Figure;
import fallline.objective.kernel.NetworkShape;
import fallline.problem.Problem;
import fallline.workbench.Scene;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Composes the picture of a network's units and weights at the playhead.
final class NetworkComposer {
    private final RunFits fits;

    NetworkComposer(RunFits fits) {
        this.fits = fits;
    }

    /// @param pointed the place in θ under the pointer
    Figure figure(Scene scene, Problem.Network problem, OptionalInt pointed) {
        Optional<double[]> theta = fits.chosen(scene);
        if (theta.isEmpty()) {
            return RunFits.missing(scene);
        }
        NetworkShape shape = problem.objective().shape();
        return new NetworkFigure(
                new Wiring(shape.sizes()),
                theta.get(),
                shape.parameterNames(),
                problem.features(),
                outputs(problem),
                problem.design().activation().word(),
                pointed.isPresent() && pointed.getAsInt() < shape.dimension() ? pointed : OptionalInt.empty());
    }

    private static List<String> outputs(Problem.Network problem) {
        List<String> classes = problem.objective().classes();
        return switch (classes.size()) {
            case 0 -> List.of(problem.target());
            case 2 -> List.of(classes.get(1));
            default -> classes;
        };
    }
}
