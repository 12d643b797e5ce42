package fallline.app.tune;

import fallline.analysis.tune.Currency;
import fallline.analysis.tune.RateSearch;
import fallline.analysis.tune.Scope;
import fallline.analysis.tune.TuneOrder;
import fallline.app.desk.Desk;
import fallline.app.export.Printing;
import fallline.app.feature.Command;
import fallline.app.feature.Feature;
import fallline.app.feature.MenuPlace.Menu;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.optimizer.Optimizer;
import fallline.workbench.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Tunes optimizers with equal trials, and looks for a learning rate.
public final class TuneFeature implements Feature {
    private final Desk desk;
    private final Printing printing;

    /// @param printing writes pictures and code
    public TuneFeature(Desk desk, Printing printing) {
        this.desk = desk;
        this.printing = printing;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("find-rate", "Find a learning rate…", this::onFind)
                        .in(Menu.RUN, 2)
                        .changing("rate")
                        .tipped("Sweeps the rate up over one run and shows where J falls fastest."),
                Command.of("tune", "Tune fairly and race…", this::onTune)
                        .in(Menu.RUN, 5)
                        .changing("runs")
                        .tipped("Gives every optimizer as many trials, and lets the best of each race."));
    }

    private void onFind() {
        Scene scene = desk.workbench().scene();
        Run run = scene.chosen();
        Optimizer optimizer = desk.workbench().resolver().optimizer(scene.experiment(), run);
        Optional<String> obstacle = RateSearch.obstacle(run, optimizer);
        if (obstacle.isPresent()) {
            desk.notices().warn(obstacle.get());
        } else {
            new FinderSheet(desk, printing, RateSearch.usual(scene.experiment(), run, optimizer)).open();
        }
    }

    private void onTune() {
        Scene scene = desk.workbench().scene();
        Experiment experiment = scene.experiment();
        List<Optimizer> offered = offered(experiment);
        Set<String> shown = scene.shownRuns().stream()
                .filter(run -> run.recorded().isEmpty())
                .map(run -> run.recipe().optimizer())
                .collect(Collectors.toSet());
        TuneWish wish = new TuneWish(
                experiment,
                scene.chosen(),
                offered.stream()
                        .filter(optimizer -> shown.contains(optimizer.id()))
                        .toList(),
                TuneOrder.USUAL_TRIALS,
                Currency.EVALUATIONS,
                experiment.steps(),
                Scope.EVERY_SETTING);
        new TuneSheet(desk, printing, offered, wish).open();
    }

    /// The catalogue's, and the experiment's own, which win over those of the same name.
    private List<Optimizer> offered(Experiment experiment) {
        List<Optimizer> offered = new ArrayList<>(desk.workbench().resolver().catalogue());
        experiment.optimizers().keySet().stream().sorted().forEach(id -> {
            offered.removeIf(optimizer -> optimizer.id().equals(id));
            Run asking = new Run(id, RunRecipe.of(id, Map.of()));
            offered.add(desk.workbench().resolver().optimizer(experiment, asking));
        });
        return offered;
    }
}
