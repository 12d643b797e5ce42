package fallline.cli;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.run.TaskResolver;
import fallline.export.python.CodeTarget;
import fallline.file.ExperimentFile;
import fallline.file.codec.OpenedExperiment;
import fallline.io.FileException;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.text.Quote;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/// `fallline code FILE --target numpy|numpy-short|pytorch|notebook -o OUT.py`: writes an experiment as Python.
final class CodeCommand {
    /// A message names so many runs at most.
    private static final int LISTED = 10;

    private final OptimizerCatalogue catalogue;
    private final Console console;

    CodeCommand(OptimizerCatalogue catalogue, Console console) {
        this.catalogue = catalogue;
        this.console = console;
    }

    /// @param wanted the run of which a text of one run is made; if empty, the one that the file's view has chosen
    /// @throws fallline.io.FileException if a file cannot be used
    /// @throws fallline.export.ExportException if the experiment cannot be written as Python
    void run(Path file, CodeTarget code, Optional<String> wanted, Path target) {
        OpenedExperiment opened = new ExperimentFile(catalogue).withPipes().read(file);
        opened.warnings().forEach(console::complain);
        Experiment experiment = opened.experiment();
        new Inputs(file, experiment).spare(target, "-o");
        String chosen = opened.view().map(view -> view.runs().chosen()).orElse("");
        Run run = wanted.map(name -> named(experiment, name, file)).orElseGet(() -> experiment.runOrFirst(chosen));
        code.write(experiment, run, new TaskResolver(catalogue), target);
        console.print("Wrote " + Quote.path(target) + ".");
    }

    private static Run named(Experiment experiment, String name, Path file) {
        return experiment.runs().stream()
                .filter(run -> run.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new FileException("--run " + Quote.of(name) + ": " + Quote.path(file)
                        + " has no run of that name; it has "
                        + experiment.runs().stream()
                                .map(run -> Quote.of(run.name()))
                                .limit(LISTED)
                                .collect(Collectors.joining(", "))
                        + "."));
    }
}
