package fallline.app.desk;

import fallline.figure.paint.Typesetter;
import fallline.picture.Picture;
import fallline.picture.convergence.ConvergencePicture;
import fallline.picture.fit.FitPicture;
import fallline.picture.loss.LossPicture;
import fallline.picture.step.StepPicture;
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
