package fallline.app.file;

import fallline.data.DataSource;
import fallline.data.Dataset;
import fallline.experiment.Experiment;
import fallline.file.ExperimentFile;
import fallline.file.json.UnknownFields;
import fallline.file.user.KeptExperiments;
import fallline.io.FileException;
import fallline.problem.DataProblem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps experiments that never had a file, whole: with their tables, as far as these are small.
final class Keeping {
    /// Numbers and words of a table that goes along; a larger one is named by its path.
    private static final long MOST_CELLS = 50_000;

    private final ExperimentFile files;
    private final KeptExperiments kept;

    Keeping(ExperimentFile files, KeptExperiments kept) {
        this.files = files;
        this.kept = kept;
    }

    /// Keeps all of them; the last one is the newest. For threads that may wait.
    ///
    /// @return why one could not be kept, in a sentence
    Optional<String> keep(List<Papers.State> loose) {
        Instant first = Instant.now().minusMillis(loose.size());
        try {
            for (int i = 0; i < loose.size(); i++) {
                Papers.State state = loose.get(i);
                Experiment whole = whole(state.experiment());
                kept.keep(
                        first.plusMillis(i),
                        file -> files.write(file, whole, Optional.of(state.view()), UnknownFields.none()));
            }
            return Optional.empty();
        } catch (FileException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /// The experiment with its table in it, since a file may be gone when it is wanted again.
    private static Experiment whole(Experiment experiment) {
        return DataProblem.of(experiment.problem())
                .filter(of -> of.data().source() instanceof DataSource.CsvFile)
                .filter(of -> (long) of.data().rows() * of.data().columns().size() <= MOST_CELLS)
                .map(of -> experiment.withProblem(of.withData(unbound(of.data()))))
                .orElse(experiment);
    }

    private static Dataset unbound(Dataset data) {
        return new Dataset(data.name(), new DataSource.Columns(), data.columns())
                .withGaps(data.gaps())
                .withHoldOut(data.holdOut());
    }
}
