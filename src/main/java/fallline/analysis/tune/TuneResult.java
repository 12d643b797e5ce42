package fallline.analysis.tune;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.objective.Goal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What came of tuning.
///
/// @param all one for each who took part, in order
public record TuneResult(TuneOrder order, List<Tuned> all) {
    public TuneResult {
        all = List.copyOf(all);
    }

    /// Those who took part, the best first; of equals in order, those without a winner last.
    public List<Tuned> ranking() {
        boolean maximise = order.experiment().problem().objective().goal() == Goal.MAXIMISE;
        return all.stream()
                .sorted(Comparator.comparingDouble(tuned -> {
                    double worth = maximise ? -tuned.score() : tuned.score();
                    return Double.isNaN(worth) ? Double.POSITIVE_INFINITY : worth;
                }))
                .toList();
    }

    /// The tuned runs, in order, with the names and looks that they have beside the runs of `experiment`; one that has
    /// no winner is left out.
    public List<Run> runs(Experiment experiment) {
        List<Run> runs = added(experiment).runs();
        return runs.subList(experiment.runs().size(), runs.size());
    }

    /// The experiment with the tuned runs behind its own.
    public Experiment added(Experiment experiment) {
        Experiment raced = experiment;
        for (Tuned tuned : all) {
            if (tuned.recipe().isPresent()) {
                String name = tuned.entrant().optimizer().card().name() + ", tuned";
                raced = raced.withAdded(
                        new Run(raced.freeName(name), tuned.recipe().get()));
            }
        }
        return raced;
    }

    /// An experiment of the tuned runs alone, with the names and looks of [#added]; empty if nobody has a winner.
    public Optional<Experiment> race(Experiment experiment) {
        List<Run> runs = new ArrayList<>(runs(experiment));
        return runs.isEmpty() ? Optional.empty() : Optional.of(experiment.withRuns(runs));
    }
}
