package fallline.app;

import fallline.figure.compose.ConvergencePicture;
import fallline.figure.compose.FitPicture;
import fallline.figure.compose.LossPicture;
import fallline.figure.compose.Picture;
import fallline.figure.compose.StepPicture;
import fallline.figure.paint.Typesetter;
import java.util.function.IntFunction;

/// What the panes show, one picture a pane. They are asked for figures on the painter's thread only.
///
/// @param step the numbers of the step for one parameter, given by its place
public record Pictures(
        LossPicture loss, FitPicture fit, ConvergencePicture convergence, IntFunction<? extends Picture> step) {
    /// The pictures of one window.
    ///
    /// @param typesetter the window's only one
    public static Pictures of(Typesetter typesetter) {
        return new Pictures(
                new LossPicture(),
                new FitPicture(),
                new ConvergencePicture(),
                place -> new StepPicture(typesetter, place));
    }
}
