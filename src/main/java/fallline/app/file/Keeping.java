package fallline.app.file;

import fallline.experiment.Experiment;
import fallline.file.ExperimentFile;
import fallline.file.WholeExperiment;
import fallline.file.json.UnknownFields;
import fallline.file.user.KeptExperiments;
import fallline.io.FileException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps experiments that never had a file, whole: with their tables, as far as these are small.
final class Keeping {
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
                Experiment whole = WholeExperiment.of(state.experiment());
                kept.keep(
                        first.plusMillis(i),
                        file -> files.write(file, whole, Optional.of(state.view()), UnknownFields.none()));
            }
            return Optional.empty();
        } catch (FileException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
