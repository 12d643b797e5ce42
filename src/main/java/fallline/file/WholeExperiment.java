package fallline.file;

import fallline.data.DataSource;
import fallline.data.Dataset;
import fallline.experiment.Experiment;
import fallline.problem.DataProblem;

/// Makes experiments that need no file beside them.
public final class WholeExperiment {
    /// Numbers and words of a table that goes along; a larger one is named by its path.
    private static final long MOST_CELLS = 50_000;

    private WholeExperiment() {}

    /// The experiment with its table in it, if that is small, since a file may be gone when it is wanted again.
    public static Experiment of(Experiment experiment) {
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
