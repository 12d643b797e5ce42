package fallline.cli;

import fallline.data.DataSource;
import fallline.experiment.Experiment;
import fallline.experiment.RecordedPath;
import fallline.io.FileException;
import fallline.problem.DataProblem;
import fallline.text.Quote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The files that a command reads, which it must never write over: the experiment and the tables that it names.
final class Inputs {
    private final List<Path> files = new ArrayList<>();

    Inputs(Path file, Experiment experiment) {
        files.add(file);
        DataProblem.of(experiment.problem()).ifPresent(problem -> {
            if (problem.data().source() instanceof DataSource.CsvFile table) {
                files.add(table.path());
            }
        });
        experiment.runs().forEach(run -> run.recorded().map(RecordedPath::file).ifPresent(files::add));
    }

    /// Lets a target pass that is none of them, by whatever path or link it is named.
    ///
    /// @param option what names the target: `--trace`
    /// @throws FileException with one sentence, if it is one of them
    void spare(Path target, String option) {
        for (Path file : files) {
            if (same(file, target)) {
                throw new FileException(option + " " + Quote.path(target) + " is the file " + Quote.path(file)
                        + " that is read here, and would replace it: choose another name.");
            }
        }
    }

    private static boolean same(Path file, Path target) {
        try {
            return Files.exists(target) && Files.isSameFile(file, target);
        } catch (IOException _) {
            return file.toAbsolutePath()
                    .normalize()
                    .equals(target.toAbsolutePath().normalize());
        }
    }
}
