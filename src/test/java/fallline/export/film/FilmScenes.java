package fallline.export.film;

import fallline.Formulas;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.Start;
import fallline.experiment.judge.Judge;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import fallline.experiment.view.ViewState;
import fallline.export.Raster;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.paint.Typesetter;
import fallline.optimizer.HyperValue;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.picture.page.Pictures;
import fallline.picture.page.View;
import fallline.picture.page.Views;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Scenes that films are made of, and the pictures that their frames must be.
final class FilmScenes {
    static final FileCatalogue CATALOGUE = FileCatalogue.load();
    static final Size SIZE = new Size(360, 320);

    private FilmScenes() {}

    /// Two runs down a bowl that is steeper one way.
    static Scene bowl(int steps) {
        return computed(new Experiment(
                Formulas.minimise("(x^2 + 6*y^2)/2", "x", "y"),
                Start.at(-4, 3),
                0,
                steps,
                List.of(run("down", "gd", 0.1), run("swinging", "momentum", 0.05)),
                Map.of()));
    }

    /// One run down w².
    static Scene square(double rate, int steps) {
        return computed(new Experiment(
                Formulas.minimise("w^2", "w"), Start.at(20), 0, steps, List.of(run("down", "gd", rate)), Map.of()));
    }

    static Run run(String name, String optimizer, double rate) {
        return new Run(name, RunRecipe.of(optimizer, Map.of("lr", HyperValue.of(rate))));
    }

    static Scene computed(Experiment experiment) {
        Map<String, RunRecord> records = new HashMap<>();
        for (Run run : experiment.runs()) {
            RunTask task = new TaskResolver(CATALOGUE).resolve(experiment, run);
            Trace trace = TraceRecorder.record(task, () -> false, _ -> {});
            task.objective().optimum();
            records.put(run.name(), RunRecord.ended(task, trace, Judge.verdict(task, trace)));
        }
        return new Scene(experiment, records, ViewState.initial(experiment));
    }

    /// A film of the bowl: small, few frames.
    static Film film(View<?> view, Course course) {
        return new Film(view, course, Speed.USUAL, 0, SIZE, 1, Theme.LIGHT);
    }

    static FilmWriter writer(int threads) {
        return new FilmWriter(Views.ALL, CATALOGUE, threads);
    }

    /// The picture that the export of a page writes at a step.
    static BufferedImage picture(Film film, Scene scene, int step) {
        Scene at = new Scene(scene.experiment(), scene.records(), scene.view().withPlayhead(step));
        Pictures pictures = new Pictures(Views.ALL, new Typesetter(), CATALOGUE);
        return Raster.of(pictures.page(film.view()).figure(at), film.size(), film.theme(), film.scale());
    }
}
