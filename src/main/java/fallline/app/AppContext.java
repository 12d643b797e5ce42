package fallline.app;

import fallline.app.desk.Desk;
import fallline.app.desk.Dialogs;
import fallline.app.feature.Feature;
import fallline.experiment.Experiment;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.view.ViewState;
import fallline.picture.page.Pictures;
import java.util.List;
import java.util.function.Function;
import javafx.stage.Stage;

/// What a window starts with.
///
/// @param resolver finds the optimizers that recipes name
/// @param pictures of all views
/// @param features makes what the window is made of
/// @param dialogs asks the user
public record AppContext(
        Experiment experiment,
        ViewState view,
        TaskResolver resolver,
        Pictures pictures,
        Function<Desk, List<Feature>> features,
        Function<Stage, Dialogs> dialogs) {}
