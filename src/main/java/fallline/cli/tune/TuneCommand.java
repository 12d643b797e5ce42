package fallline.cli.tune;

import fallline.analysis.tune.Currency;
import fallline.analysis.tune.Entrant;
import fallline.analysis.tune.Scope;
import fallline.analysis.tune.TuneOrder;
import fallline.analysis.tune.TuneResult;
import fallline.analysis.tune.Tuner;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.run.TaskResolver;
import fallline.export.Page;
import fallline.export.PictureFormat;
import fallline.export.PictureFormats;
import fallline.export.TuneCsv;
import fallline.export.python.CodeTarget;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.file.ExperimentFile;
import fallline.file.codec.OpenedExperiment;
import fallline.io.FileException;
import fallline.optimizer.Optimizer;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.picture.tune.SensitivityPage;
import fallline.text.Quote;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `fallline tune FILE [--trials N] [--optimizers a,b] [-o OUT]`: gives every optimizer the same number of trials and
/// prints the best settings of each, the best optimizer first.
public final class TuneCommand {
    private static final Size PAGE = new Size(900, 640);
    private static final double SCALE = 2;
    private static final String OUTPUTS = ".csv (all trials), .py (the race), .fallline (the experiment with the tuned"
            + " runs), or " + PictureFormats.endings() + " (the sensitivity curves)";

    private final OptimizerCatalogue catalogue;
    private final Consumer<String> print;
    private final Consumer<String> complain;
    private final BiConsumer<Experiment, Path> spare;

    /// @param print takes a line of results
    /// @param complain takes a warning
    /// @param spare refuses a target that is a file which the experiment was read from
    public TuneCommand(
            OptimizerCatalogue catalogue,
            Consumer<String> print,
            Consumer<String> complain,
            BiConsumer<Experiment, Path> spare) {
        this.catalogue = catalogue;
        this.print = print;
        this.complain = complain;
        this.spare = spare;
    }

    /// What can be said behind `tune`.
    ///
    /// @param tune with the experiment file and help already
    public static CommandSpec spec(CommandSpec tune) {
        tune.addOption(OptionSpec.builder("--trials")
                        .paramLabel("N")
                        .type(Integer.class)
                        .description("How many settings of each are tried, " + TuneOrder.FEWEST_TRIALS + " to "
                                + TuneOrder.MOST_TRIALS + "; " + TuneOrder.USUAL_TRIALS + " if left out.")
                        .build())
                .addOption(OptionSpec.builder("--optimizers")
                        .paramLabel("a,b")
                        .type(String.class)
                        .description("Who takes part: ids, with commas between them; those of the runs if left out.")
                        .build())
                .addOption(OptionSpec.builder("--evaluations")
                        .paramLabel("N")
                        .type(Integer.class)
                        .description("Evaluations of J and its gradient that each trial may make; as many as the"
                                + " experiment has steps if left out.")
                        .build())
                .addOption(OptionSpec.builder("--rate-only")
                        .description("Tune the learning rate alone; every setting if left out.")
                        .build())
                .addOption(OptionSpec.builder("-o", "--output")
                        .paramLabel("OUT")
                        .type(Path.class)
                        .description("What is written as well: " + OUTPUTS + ".")
                        .build());
        tune.usageMessage()
                .description("Gives every optimizer the same number of trials and the same budget, and prints the best"
                        + " settings of each.");
        return tune;
    }

    /// Does what the arguments say.
    ///
    /// @param parsed what stands behind `tune`
    /// @throws FileException if a file or an argument cannot be used
    public void run(ParseResult parsed, Path file) {
        Optional<Path> target = Optional.ofNullable(parsed.matchedOptionValue("--output", (Path) null));
        target.ifPresent(TuneCommand::check);
        OpenedExperiment opened = new ExperimentFile(catalogue).withPipes().read(file);
        opened.warnings().forEach(complain);
        Experiment experiment = opened.experiment();
        target.ifPresent(path -> spare.accept(experiment, path));
        TuneResult result = Tuner.tune(
                        order(parsed, experiment), Runtime.getRuntime().availableProcessors(), () -> false, _ -> {})
                .orElseThrow();
        TuneLines.of(result).forEach(print);
        target.ifPresent(path -> {
            write(result, opened, path);
            print.accept("Wrote " + Quote.path(path) + ".");
        });
    }

    private TuneOrder order(ParseResult parsed, Experiment experiment) {
        Run model = experiment.runs().getFirst();
        try {
            TuneOrder order = new TuneOrder(
                    experiment,
                    optimizers(parsed, experiment)
                            .map(optimizer -> Entrant.of(experiment, optimizer, model))
                            .toList(),
                    parsed.matchedOptionValue("--trials", TuneOrder.USUAL_TRIALS),
                    Currency.EVALUATIONS,
                    parsed.matchedOptionValue("--evaluations", experiment.steps()),
                    parsed.hasMatchedOption("--rate-only") ? Scope.RATE : Scope.EVERY_SETTING);
            order.objection().ifPresent(sentence -> {
                throw new FileException("tune: " + sentence + ".");
            });
            return order;
        } catch (IllegalArgumentException e) {
            throw new FileException("tune: " + e.getMessage() + ".", e);
        }
    }

    /// Those that are named, each once; else those of the runs.
    private Stream<Optimizer> optimizers(ParseResult parsed, Experiment experiment) {
        String named = parsed.matchedOptionValue("--optimizers", "");
        Stream<String> ids = named.isEmpty()
                ? experiment.runs().stream()
                        .filter(run -> run.recorded().isEmpty())
                        .map(run -> run.recipe().optimizer())
                : Arrays.stream(named.split(",", -1)).map(String::strip);
        return ids.distinct().map(id -> catalogue.find(id, experiment.optimizers()));
    }

    private static String ending(Path target) {
        String name = String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static void check(Path target) {
        if (!List.of("csv", "py").contains(ending(target))
                && !ExperimentFile.isNamedSo(target)
                && PictureFormats.of(target).isEmpty()) {
            throw new FileException("-o " + Quote.path(target) + " must end in " + OUTPUTS + ".");
        }
    }

    private void write(TuneResult result, OpenedExperiment opened, Path target) {
        Experiment experiment = opened.experiment();
        Optional<PictureFormat> picture = PictureFormats.of(target);
        if (picture.isPresent()) {
            Page page = new Page(SensitivityPage.page(result, experiment), PAGE, Theme.LIGHT, SensitivityPage.TITLE);
            picture.get().writer().write(page, SCALE, target);
        } else if (ending(target).equals("csv")) {
            TuneCsv.write(result, target);
        } else if (ending(target).equals("py")) {
            Experiment race = result.race(experiment)
                    .orElseThrow(() -> new FileException(
                            "-o " + Quote.path(target) + " would hold no run: every trial diverged."));
            CodeTarget.NUMPY.write(race, race.runs().getFirst(), new TaskResolver(catalogue), target);
        } else {
            new ExperimentFile(catalogue).write(target, result.added(experiment), opened.view(), opened.unknown());
        }
    }
}
