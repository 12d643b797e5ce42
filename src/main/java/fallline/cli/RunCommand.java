package fallline.cli;

import fallline.analysis.repeat.RepeatOrder;
import fallline.analysis.repeat.Repeater;
import fallline.analysis.repeat.Repeats;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.run.Recording;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.run.Trace;
import fallline.export.FinishTable;
import fallline.export.FinishTarget;
import fallline.export.Reach;
import fallline.export.RepeatsCsv;
import fallline.export.TraceFile;
import fallline.expr.TypedNumber;
import fallline.file.ExperimentFile;
import fallline.file.codec.OpenedExperiment;
import fallline.io.FileException;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.text.Quote;
import fallline.workbench.RecordedNotes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `fallline run FILE [--trace OUT.csv] [--to EPS] [--repeats OUT.csv]`: computes all runs, prints how they ended, and
/// writes every step, or the quartiles of repeats.
final class RunCommand {
    /// What `run` does besides computing.
    ///
    /// @param trace where every step is written
    /// @param to what J − J* is to fall below, or J where J* is not known
    /// @param repeats where the quartiles of repeats are written
    record Options(Optional<Path> trace, Optional<Double> to, Optional<Path> repeats) {
        /// Adds the options.
        static CommandSpec describe(CommandSpec run) {
            return run.addOption(OptionSpec.builder("--trace")
                            .paramLabel("OUT.csv")
                            .type(Path.class)
                            .description(
                                    "Write every step of every run into this file, as JSON if its name ends in .json.")
                            .build())
                    .addOption(OptionSpec.builder("--to")
                            .paramLabel("EPS")
                            .type(String.class)
                            .description(
                                    "Also print what each run took to J - J* < EPS; where J* is not known, to a J.")
                            .build())
                    .addOption(OptionSpec.builder("--repeats")
                            .paramLabel("OUT.csv")
                            .type(Path.class)
                            .description("Repeat the runs that the file repeats, and write median and quartiles of J.")
                            .build());
        }

        /// @throws FileException with a sentence, if a number is none
        static Options of(ParseResult command) {
            return new Options(
                    Optional.ofNullable(command.matchedOptionValue("--trace", (Path) null)),
                    Optional.ofNullable(command.matchedOptionValue("--to", (String) null))
                            .map(Options::number),
                    Optional.ofNullable(command.matchedOptionValue("--repeats", (Path) null)));
        }

        private static Double number(String typed) {
            try {
                return TypedNumber.parse(typed);
            } catch (IllegalArgumentException e) {
                throw new FileException("--to must be a number such as 1e-6, got " + Quote.of(typed) + ".", e);
            }
        }
    }

    private final OptimizerCatalogue catalogue;
    private final Console console;

    RunCommand(OptimizerCatalogue catalogue, Console console) {
        this.catalogue = catalogue;
        this.console = console;
    }

    /// @throws fallline.io.FileException if the file cannot be used
    /// @throws RunFailure if a run cannot be computed, or the trace cannot be written
    void run(Path file, Options options) {
        Optional<Path> trace = options.trace();
        OpenedExperiment opened = new ExperimentFile(catalogue).withPipes().read(file);
        opened.warnings().forEach(console::complain);
        Experiment experiment = opened.experiment();
        trace.ifPresent(target -> new Inputs(file, experiment).spare(target, "--trace"));
        options.repeats().ifPresent(target -> new Inputs(file, experiment).spare(target, "--repeats"));
        Optional<FinishTarget> target =
                options.to().map(epsilon -> FinishTarget.of(experiment.problem().objective(), epsilon));
        TextTable table = summary(target);
        if (trace.isPresent()) {
            write(experiment, trace.get(), table, target);
        } else {
            compute(experiment, run -> table.add(row(run, target)));
        }
        table.lines().forEach(console::print);
        options.repeats().ifPresent(csv -> repeat(experiment, csv));
    }

    /// Writes the quartiles of the runs that are repeated, and prints how many of their repeats ended how.
    private void repeat(Experiment experiment, Path csv) {
        TaskResolver resolver = new TaskResolver(catalogue);
        Map<String, Repeats> repeats = new LinkedHashMap<>();
        for (Run run : experiment.runs()) {
            if (run.repeats().isPresent()) {
                RepeatOrder order = new RepeatOrder(
                        resolver.resolve(experiment, run),
                        experiment.start(),
                        run.repeats().getAsInt());
                Repeats all = Repeater.all(order, () -> false, _ -> {});
                repeats.put(run.name(), all);
                console.print(run.name() + ", "
                        + (all.done() == 0
                                ? "all " + order.count() + " repeats are the run itself: nothing is drawn by lot"
                                : all.done() + " seeds: " + all.shares()));
            }
        }
        if (repeats.isEmpty()) {
            throw new FileException("--repeats: no run of this experiment is repeated; add \"repeats\": 20 to a run.");
        }
        RepeatsCsv.write(csv, repeats);
    }

    private void write(Experiment experiment, Path trace, TextTable table, Optional<FinishTarget> target) {
        TraceFile.write(trace, experiment.problem().objective().parameterNames(), taker -> ParallelRuns.usual(catalogue)
                .forEach(experiment, run -> {
                    taker.add(run.run().name(), run.task(), run.trace());
                    table.add(row(run, target));
                }));
    }

    private void compute(Experiment experiment, ParallelRuns.Taker taker) {
        try {
            ParallelRuns.usual(catalogue).forEach(experiment, taker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The verdict is the last column, whatever stands before it.
    private TextTable summary(Optional<FinishTarget> target) {
        List<String> headings = new ArrayList<>(List.of(
                "run", "steps", "gradient evaluations", "function evaluations", "final loss", console.gradientNorm()));
        target.ifPresent(wanted -> headings.addAll(
                List.of("steps to " + wanted.plain(), "gradient evaluations to it", "function evaluations to it")));
        List<Boolean> numbers = new ArrayList<>(Collections.nCopies(headings.size(), true));
        numbers.set(0, false);
        headings.add("verdict");
        numbers.add(false);
        return new TextTable(headings, numbers);
    }

    private List<String> row(FinishedRun run, Optional<FinishTarget> target) {
        Trace trace = run.trace();
        run.run().recorded().ifPresent(path -> RecordedNotes.of(
                        path, trace, run.task().objective().parameterNames())
                .forEach(note -> console.complain("run '" + run.run().name() + "': " + note)));
        int last = trace.lastStep();
        boolean recorded = run.run().recorded().isPresent();
        boolean counts = trace.recording().map(Recording::counts).orElse(true);
        List<String> row = new ArrayList<>(List.of(
                run.run().name() + (recorded ? " (recorded)" : ""),
                Integer.toString(last),
                counts ? Integer.toString(trace.evaluations(last)) : "",
                recorded ? "" : Long.toString(trace.functionEvaluations()),
                Double.toString(trace.loss(last)),
                trace.hasPath() || Double.isFinite(trace.gradientNorm(last))
                        ? Double.toString(trace.gradientNorm(last))
                        : ""));
        target.ifPresent(wanted ->
                row.addAll(counts(FinishTable.line(wanted, run.run().name(), trace, Optional.of(run.verdict()), false)
                        .reach())));
        row.add(console.shown(run.verdict().sentence()));
        return row;
    }

    /// Steps, gradients and values of J; `<=40` where it may have been earlier.
    private static List<String> counts(Reach reach) {
        String atMost = reach instanceof Reach.At at && !at.exact() ? "<=" : "";
        String steps = reach.first().isPresent() ? atMost + reach.first().getAsInt() : reach.word();
        return List.of(steps, count(atMost, reach.gradients()), count(atMost, reach.values()));
    }

    private static String count(String atMost, OptionalLong count) {
        return count.isPresent() ? atMost + count.getAsLong() : "";
    }
}
