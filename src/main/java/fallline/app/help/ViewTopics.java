package fallline.app.help;

import fallline.experiment.view.ConvergenceLook.Measure;
import fallline.experiment.view.SurfaceLook.Overlay;
import fallline.picture.page.Pictures;
import fallline.picture.page.Views;
import fallline.problem.Problem;
import fallline.workbench.Scene;

/// Which section of the guide's page about the views says what a view shows just now: the same view looks altogether
/// different for different problems.
public final class ViewTopics {
    private ViewTopics() {}

    /// The section's anchor in `docs/guide/views.md`. A view that is not named here has one of its own id.
    ///
    /// @param view id of a pane or a view
    public static String of(String view, Scene scene, Pictures pictures) {
        return switch (view) {
            case "loss" -> loss(scene, scene.view().loss().surface().solid());
            case "surface" -> loss(scene, true);
            case "fit" -> fit(scene);
            case "convergence" -> convergence(pictures.of(Views.CONVERGENCE).measure(scene));
            case "step" -> "this-step";
            default -> view;
        };
    }

    private static String loss(Scene scene, boolean solid) {
        if (scene.experiment().problem().objective().dimension() == 1) {
            return "loss-a-curve";
        }
        if (solid) {
            return "loss-a-solid";
        }
        return scene.view().loss().surface().shows(Overlay.BASINS) ? "basin" : "loss-a-map";
    }

    private static String fit(Scene scene) {
        return switch (scene.experiment().problem()) {
            case Problem.Formula _ -> "along-the-step";
            case Problem.Network _ when scene.view().fit().network() -> "network";
            case Problem.OnData model
            when model.objective().classes().isEmpty() ->
                switch (model.features().size()) {
                    case 1 -> "fit-a-line-or-a-curve";
                    case 2 -> "fit-a-surface";
                    default -> "fit-predicted-against-actual";
                };
            case Problem.Logistic logistic when logistic.options().degree() == 1 -> "fit-two-classes";
            case Problem.OnData _ -> "fit-regions-of-classes";
        };
    }

    private static String convergence(Measure measure) {
        return switch (measure) {
            case SHARPNESS -> "convergence-sharpness";
            case LEFT_BY_DIRECTION -> "convergence-what-is-left-by-direction";
            case USUAL, LOSS, LOSS_GAP, GRADIENT_NORM, RATE -> "convergence";
        };
    }
}
