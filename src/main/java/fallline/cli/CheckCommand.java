package fallline.cli;

import fallline.analysis.GradientCheck;
import fallline.analysis.GradientCheck.Finding;
import fallline.analysis.GradientChecker;
import fallline.experiment.Experiment;
import fallline.experiment.run.Replay;
import fallline.experiment.run.TaskResolver;
import fallline.file.ExperimentFile;
import fallline.file.codec.OpenedExperiment;
import fallline.objective.Objective;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// `fallline check FILE`: holds the gradient against differences of J at the start, at random points around it, and
/// along every run.
final class CheckCommand {
    /// A run is looked at in so many places.
    private static final int PLACES = 4;

    private final OptimizerCatalogue catalogue;
    private final Console console;

    CheckCommand(OptimizerCatalogue catalogue, Console console) {
        this.catalogue = catalogue;
        this.console = console;
    }

    /// Whether the gradient disagrees nowhere.
    ///
    /// @throws fallline.io.FileException if the file cannot be used
    /// @throws RunFailure if a run cannot be computed
    boolean run(Path file) {
        OpenedExperiment opened = new ExperimentFile(catalogue).withPipes().read(file);
        opened.warnings().forEach(console::complain);
        Experiment experiment = opened.experiment();
        Table table = new Table(experiment.problem().objective());
        GradientChecker.points(experiment).forEach((name, point) -> table.add(name, point));
        ParallelRuns runs = new ParallelRuns(
                new TaskResolver(catalogue), Runtime.getRuntime().availableProcessors());
        try {
            runs.forEach(experiment, run -> along(run, table));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        table.text.lines().forEach(console::print);
        console.print(table.sentence());
        return !table.wrong;
    }

    private static void along(FinishedRun run, Table table) {
        if (!run.trace().hasPath()) {
            return; // of which only losses are known
        }
        Replay replay = new Replay(run.task(), run.trace());
        int last = run.trace().lastStep();
        Set<Integer> steps = new LinkedHashSet<>();
        for (int k = 1; k <= PLACES; k++) {
            steps.add((int) ((long) last * k / PLACES));
        }
        for (int step : steps) {
            replay.moveTo(step);
            table.add(run.run().name() + ", step " + step, replay.theta());
        }
    }

    /// The rows, as they come.
    private static final class Table {
        private final Objective objective;
        private final GradientChecker checker;
        private final TextTable text = new TextTable(
                List.of("point", "largest error", "parameter", "gradient", "difference", "h", "verdict"),
                List.of(false, true, false, true, true, true, false));
        private boolean wrong;
        private int agreeing;
        private int undecided;

        Table(Objective objective) {
            this.objective = objective;
            checker = new GradientChecker(objective);
        }

        void add(String name, double[] point) {
            List<GradientChecker.Attempt> attempts = checker.near(point, () -> false);
            for (GradientChecker.Attempt attempt : attempts) {
                add(attempt.moves() == 0 ? name : "  beside it, " + attempt.moves(), attempt.check());
            }
            undecided += attempts.getLast().check().finding().isDecided() ? 0 : 1;
        }

        private void add(String name, GradientCheck check) {
            boolean hole = check.finding() == Finding.HOLE;
            text.add(List.of(
                    name,
                    hole ? "" : String.format(Locale.ROOT, "%.1e", check.relativeError()),
                    objective.parameterNames().get(check.coordinate()),
                    Double.toString(check.slope()),
                    hole ? "" : Double.toString(check.difference()),
                    hole ? "" : String.format(Locale.ROOT, "%.1e", check.step()),
                    check.finding().words()));
            wrong |= check.finding() == Finding.DISAGREES;
            agreeing += check.finding() == Finding.AGREES ? 1 : 0;
        }

        String sentence() {
            String rest = undecided == 0 ? "" : "; " + undecided + " undecided, for the reasons in their rows";
            return wrong
                    ? "The gradient disagrees with differences of J: see the rows that say so."
                    : "The gradient agrees with differences of J at " + agreeing + " points" + rest + ".";
        }
    }
}
