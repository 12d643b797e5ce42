package fallline.app;

import fallline.app.desk.Desk;
import fallline.app.desk.Dialogs;
import fallline.app.desk.Furniture;
import fallline.app.desk.Pictures;
import fallline.experiment.Experiment;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.view.ViewState;
import java.util.function.Function;
import javafx.stage.Stage;

/// What a window starts with.
///
/// @param resolver finds the optimizers that recipes name
/// @param dialogs asks the user
/// @param furnish makes the features of the toolbar and of the left column
/// @param opening what plays by itself when the window appears
public record AppContext(
        Experiment experiment,
        ViewState view,
        TaskResolver resolver,
        Pictures pictures,
        Function<Desk, Furniture> furnish,
        Function<Stage, Dialogs> dialogs,
        Opening opening) {
    /// A stretch that plays by itself at the start.
    ///
    /// @param lastStep where it stops; 0 for nothing to play
    /// @param stepsPerSecond how fast
    public record Opening(int lastStep, double stepsPerSecond) {
        /// The window stands still.
        public static final Opening STILL = new Opening(0, 1);
    }
}
