package fallline.export.film;

import fallline.experiment.Experiment;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.view.ViewState;
import fallline.number.Numbers;
import fallline.picture.page.View;
import fallline.picture.page.Views;
import fallline.problem.Problem;
import fallline.workbench.Scene;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// What each frame of a film shows. Thread-safe.
final class Storyboard {
    private static final Set<View<?>> OF_LOSS = Set.of(Views.LOSS, Views.SURFACE, Views.DASHBOARD);
    private static final Set<View<?>> OF_FIT = Set.of(Views.FIT, Views.DASHBOARD);

    private final Film film;
    private final Scene scene;
    private final TaskResolver resolver;

    /// The steps that are seen; empty where the playhead stands.
    private final int[] steps;

    Storyboard(Film film, Scene scene, TaskResolver resolver) {
        this.film = film;
        this.scene = scene;
        this.resolver = resolver;
        this.steps = film.course() instanceof Course.Steps stretch && stretch.to() <= lastStep()
                ? SeenSteps.of(stretch, scene)
                : new int[0];
    }

    private int lastStep() {
        return scene.experiment().steps();
    }

    int count() {
        return switch (film.course()) {
            case Course.Steps _ -> steps.length;
            case Course.Sweep sweep -> sweep.frames();
        };
    }

    /// What is wrong with it, for the user.
    Optional<String> objection() {
        Optional<String> obstacle =
                film.view().obstacle().apply(scene.experiment().problem());
        if (obstacle.isPresent()) {
            return obstacle.map(sentence -> sentence.formatted("this experiment"));
        }
        if (film.orbit() != 0 && !isSolid(film.view(), scene)) {
            return Optional.of("An orbit turns a solid, and this view shows none: take the surface, or no orbit.");
        }
        int last = film.course() instanceof Course.Steps steps ? steps.to() : ((Course.Sweep) film.course()).step();
        if (last > lastStep()) {
            return Optional.of(
                    "There is no step " + Numbers.whole(last) + ": the last is " + Numbers.whole(lastStep()) + ".");
        }
        if (count() > Course.MOST_FRAMES) {
            return Optional.of("A film of " + Numbers.whole(count())
                    + " frames is too long: take fewer steps, or every " + (count() / Course.USUAL_FRAMES) + "th.");
        }
        return film.course() instanceof Course.Sweep sweep
                ? SweptScene.objection(sweep, scene, resolver)
                : Optional.empty();
    }

    private static boolean isSolid(View<?> view, Scene scene) {
        Problem problem = scene.experiment().problem();
        boolean loss = OF_LOSS.contains(view)
                && problem.objective().dimension() > 1
                && scene.view().loss().surface().solid();
        boolean fit = OF_FIT.contains(view)
                && problem instanceof Problem.OnData model
                && model.features().size() == 2
                && model.objective().classes().isEmpty()
                && !(problem instanceof Problem.Network && scene.view().fit().network());
        return loss || fit;
    }

    /// The scene that a frame shows.
    ///
    /// @throws java.util.concurrent.CancellationException if it was cancelled meanwhile
    Scene scene(int frame, BooleanSupplier cancelled) {
        return switch (film.course()) {
            case Course.Steps _ -> new Scene(scene.experiment(), scene.records(), look(frame, steps[frame]));
            case Course.Sweep sweep -> {
                Experiment experiment = SweptScene.experiment(sweep, scene, sweep.value(frame), resolver);
                yield new Scene(
                        experiment,
                        SweptScene.records(sweep, scene, experiment, resolver, cancelled),
                        look(frame, sweep.step()));
            }
        };
    }

    private ViewState look(int frame, int step) {
        ViewState view = scene.view().withPlayhead(step);
        if (film.orbit() == 0 || frame == 0) {
            return view;
        }
        double turn = film.orbit() * frame / (count() - 1);
        return view.withSurface(surface -> surface.withCamera(surface.camera().turned(turn, 0)))
                .withFit(fit -> fit.turned(turn, 0));
    }
}
