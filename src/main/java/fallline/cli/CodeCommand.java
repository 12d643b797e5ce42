package fallline.cli;

import fallline.experiment.Experiment;
import fallline.experiment.run.TaskResolver;
import fallline.export.PythonScript;
import fallline.expr.print.PythonDialect;
import fallline.file.ExperimentFile;
import fallline.file.codec.OpenedExperiment;
import fallline.io.SafeFile;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.text.Quote;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// `fallline code FILE --target numpy|pytorch -o OUT.py`: writes an experiment as a Python script.
final class CodeCommand {
    private final OptimizerCatalogue catalogue;
    private final Console console;

    CodeCommand(OptimizerCatalogue catalogue, Console console) {
        this.catalogue = catalogue;
        this.console = console;
    }

    /// @throws fallline.io.FileException if a file cannot be used
    /// @throws fallline.export.ExportException if the experiment cannot be written as Python
    void run(Path file, PythonDialect dialect, Path target) {
        OpenedExperiment opened = new ExperimentFile(catalogue).withPipes().read(file);
        opened.warnings().forEach(console::complain);
        Experiment experiment = opened.experiment();
        new Inputs(file, experiment).spare(target, "-o");
        byte[] script = PythonScript.text(experiment, new TaskResolver(catalogue), dialect)
                .getBytes(StandardCharsets.UTF_8);
        SafeFile.write(target, out -> out.write(script));
        console.print("Wrote " + Quote.path(target) + ".");
    }
}
