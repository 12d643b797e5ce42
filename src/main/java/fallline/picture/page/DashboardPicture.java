package fallline.picture.page;

import fallline.experiment.Run;
import fallline.experiment.SettingsAt;
import fallline.figure.label.Legend;
import fallline.figure.page.Card;
import fallline.figure.page.SheetFigure;
import fallline.figure.paint.Figure;
import fallline.number.Numbers;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Optimizer;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.picture.Picture;
import fallline.picture.RunPaths;
import fallline.workbench.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A page with several views, or one, and in words what was computed: problem, runs with optimizers and rates, seed.
public final class DashboardPicture implements Picture {
    private final List<Picture> parts;
    private final OptimizerCatalogue catalogue;

    /// @param parts one to four views
    public DashboardPicture(List<Picture> parts, OptimizerCatalogue catalogue) {
        this.parts = List.copyOf(parts);
        this.catalogue = catalogue;
    }

    @Override
    public Figure figure(Scene scene) {
        List<Card> cards = parts.stream().map(part -> card(part, scene)).toList();
        List<Legend.Entry> entries = scene.shownRuns().stream()
                .map(run -> new Legend.Entry(run.name(), RunPaths.style(scene, run), details(scene, run)))
                .toList();
        return new SheetFigure(headline(scene), place(scene), cards, new Legend(entries), smallPrint(scene));
    }

    /// The figure comes first: what it finds out may stand in its subtitle.
    private static Card card(Picture part, Scene scene) {
        Figure figure = part.figure(scene);
        return new Card(part.title(scene), part.subtitle(scene), figure);
    }

    @Override
    public String summary(Scene scene) {
        return headline(scene) + ", " + place(scene) + ". "
                + parts.stream().map(part -> part.summary(scene)).collect(Collectors.joining(" "));
    }

    @Override
    public String title(Scene scene) {
        return headline(scene);
    }

    @Override
    public String subtitle(Scene scene) {
        return place(scene);
    }

    private static String headline(Scene scene) {
        return scene.experiment().problem().notation().headline();
    }

    private static String place(Scene scene) {
        return "step " + Numbers.whole(scene.view().playhead()) + " of "
                + Numbers.whole(scene.experiment().steps());
    }

    private String details(Scene scene, Run run) {
        if (run.recorded().isPresent()) {
            return "recorded";
        }
        List<String> words = new ArrayList<>();
        Optimizer optimizer =
                catalogue.find(run.recipe().optimizer(), scene.experiment().optimizers());
        words.add(optimizer.card().name());
        if (optimizer.hasRate()) {
            words.add("α " + Numbers.brief(SettingsAt.base(run.recipe()).rate(optimizer), 6));
        }
        run.recipe().hyperparameters().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("lr"))
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> words.add(entry.getKey() + " " + value(entry.getValue())));
        switch (run.recipe().batching()) {
            case Batching.Full _ -> {}
            case Batching.Shuffled(int size) -> words.add(size == 1 ? "stochastic" : "batches of " + size);
            case Batching.Given _ -> words.add("given batches");
        }
        run.recipe().changes().forEach(change -> words.add("changed at step " + Numbers.whole(change.step())));
        return String.join(", ", words);
    }

    private static String value(HyperValue value) {
        return switch (value) {
            case HyperValue.Amount(double amount) -> Numbers.brief(amount, 6);
            case HyperValue.Word(String word) -> word;
            case HyperValue.Flag(boolean flag) -> flag ? "yes" : "no";
        };
    }

    private static String smallPrint(Scene scene) {
        double[] start = scene.experiment().startPoint();
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < Math.min(6, start.length); i++) {
            numbers.add(Numbers.brief(start[i], 6));
        }
        String more = start.length > 6 ? ", …" : "";
        return String.format(
                Locale.ROOT,
                "Start (%s%s), seed %d, %s steps. Fall Line.",
                String.join(", ", numbers),
                more,
                scene.experiment().seed(),
                Numbers.whole(scene.experiment().steps()));
    }
}
