package fallline.cli;

import fallline.experiment.Experiment;
import fallline.experiment.run.Recording;
import fallline.experiment.run.Trace;
import fallline.export.TraceFile;
import fallline.file.ExperimentFile;
import fallline.file.codec.OpenedExperiment;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.workbench.RecordedNotes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// `fallline run FILE [--trace OUT.csv]`: computes all runs, prints how they ended and writes every step.
final class RunCommand {
    private final OptimizerCatalogue catalogue;
    private final Console console;

    RunCommand(OptimizerCatalogue catalogue, Console console) {
        this.catalogue = catalogue;
        this.console = console;
    }

    /// @throws fallline.io.FileException if the file cannot be used
    /// @throws RunFailure if a run cannot be computed, or the trace cannot be written
    void run(Path file, Optional<Path> trace) {
        OpenedExperiment opened = new ExperimentFile(catalogue).withPipes().read(file);
        opened.warnings().forEach(console::complain);
        Experiment experiment = opened.experiment();
        trace.ifPresent(target -> new Inputs(file, experiment).spare(target, "--trace"));
        TextTable table = summary();
        if (trace.isPresent()) {
            write(experiment, trace.get(), table);
        } else {
            compute(experiment, run -> table.add(row(run)));
        }
        table.lines().forEach(console::print);
    }

    private void write(Experiment experiment, Path trace, TextTable table) {
        TraceFile.write(trace, experiment.problem().objective().parameterNames(), taker -> ParallelRuns.usual(catalogue)
                .forEach(experiment, run -> {
                    taker.add(run.run().name(), run.task(), run.trace());
                    table.add(row(run));
                }));
    }

    private void compute(Experiment experiment, ParallelRuns.Taker taker) {
        try {
            ParallelRuns.usual(catalogue).forEach(experiment, taker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TextTable summary() {
        return new TextTable(
                List.of(
                        "run",
                        "steps",
                        "gradient evaluations",
                        "function evaluations",
                        "final loss",
                        console.gradientNorm(),
                        "verdict"),
                List.of(false, true, true, true, true, true, false));
    }

    private List<String> row(FinishedRun run) {
        Trace trace = run.trace();
        run.run().recorded().ifPresent(path -> RecordedNotes.of(
                        path, trace, run.task().objective().parameterNames())
                .forEach(note -> console.complain("run '" + run.run().name() + "': " + note)));
        int last = trace.lastStep();
        boolean recorded = run.run().recorded().isPresent();
        boolean counts = trace.recording().map(Recording::counts).orElse(true);
        return List.of(
                run.run().name() + (recorded ? " (recorded)" : ""),
                Integer.toString(last),
                counts ? Integer.toString(trace.evaluations(last)) : "",
                recorded ? "" : Long.toString(trace.functionEvaluations()),
                Double.toString(trace.loss(last)),
                trace.hasPath() || Double.isFinite(trace.gradientNorm(last))
                        ? Double.toString(trace.gradientNorm(last))
                        : "",
                console.shown(run.verdict().sentence()));
    }
}
