package fallline.picture;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.Formulas;
import fallline.experiment.Experiment;
import fallline.figure.curve.ConvergenceFigure;
import fallline.figure.curve.Series;
import fallline.figure.paint.RunStyle;
import fallline.figure.path.Trail;
import fallline.picture.convergence.ConvergencePicture;
import fallline.workbench.Scene;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Curves and paths")
class RunLooksTest {
    private static List<String> colours(Experiment experiment, ConvergencePicture curves, RunPaths paths) {
        Scene scene = Looked.at(experiment, view -> view);
        List<String> drawn = ((ConvergenceFigure) curves.figure(scene))
                .series().stream()
                        .filter(line -> !line.name().isEmpty())
                        .map(Series::style)
                        .map(RunStyle::name)
                        .toList();
        assertThat(paths.curves(scene, RunPaths.onSurface(scene)))
                .extracting(Trail::style)
                .extracting(RunStyle::name)
                .as("the paths look as the curves do")
                .isEqualTo(drawn);
        return drawn;
    }

    @Test
    @DisplayName("keep their colour when others are removed, moved or added")
    void kept() {
        Experiment three = Looked.experiment(
                Formulas.minimise("w^2", "w"),
                new double[] {20},
                10,
                Looked.run("gd", 0.1),
                Looked.run("gd", 0.2),
                Looked.run("adam", 0.3));
        ConvergencePicture curves = new ConvergencePicture();
        RunPaths paths = new RunPaths();
        assertThat(colours(three, curves, paths)).containsExactly("blue", "vermilion", "green");
        Experiment moved = three.withMoved("adam 0.3", 0);
        assertThat(colours(moved, curves, paths)).containsExactly("green", "blue", "vermilion");
        Experiment fewer = moved.without("gd 0.1");
        assertThat(colours(fewer, curves, paths)).containsExactly("green", "vermilion");
        assertThat(colours(fewer.withAdded(Looked.run("gd", 0.4)), curves, paths))
                .containsExactly("green", "vermilion", "blue");
    }
}
