package fallline.file;

import fallline.experiment.Experiment;
import fallline.experiment.view.ViewState;
import fallline.file.json.UnknownFields;
import fallline.file.recovery.ProcessName;
import fallline.file.recovery.RecoveryFolder;
import fallline.file.recovery.Snapshot;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;

/// A process that keeps a state, says so, and lives until its input ends.
final class KeptState {
    private KeptState() {}

    static void main(String[] arguments) throws IOException {
        OptimizerCatalogue catalogue = FileCatalogue.load();
        RecoveryFolder folder = new RecoveryFolder(Path.of(arguments[0]), ProcessName.own());
        folder.file(catalogue).keep(snapshot(Long.parseLong(arguments[1]), catalogue), Instant.now());
        var marks = folder.marks();
        System.out.println("kept " + marks.open(Path.of(arguments[0]).resolve("lecture.json")));
        while (System.in.read() >= 0) {
            // lives on
        }
    }

    static Snapshot snapshot(long seed, OptimizerCatalogue catalogue) {
        var random = new RandomExperiments(new SplittableRandom(seed), catalogue);
        Experiment experiment = random.experiment();
        ViewState view = random.view(experiment);
        return new Snapshot(experiment, view, "state " + seed, Optional.empty(), UnknownFields.none());
    }
}
