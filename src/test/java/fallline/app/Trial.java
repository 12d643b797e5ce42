package fallline.app;

import fallline.app.AppContext.Opening;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.Start;
import fallline.experiment.TaskResolver;
import fallline.experiment.ViewState;
import fallline.objective.Objective;
import fallline.objective.Problem;
import fallline.optimizer.FileCatalogue;
import fallline.optimizer.HyperValue;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Experiments, and what a window needs around them.
final class Trial {
    private Trial() {}

    /// A run of gradient descent on `objective`.
    static Experiment descent(Objective objective, double rate, int steps, double... start) {
        Problem problem = new Problem.Formula("", objective.parameterNames(), Map.of(), objective);
        Run run = new Run("Gradient descent", RunRecipe.of("gd", Map.of("lr", HyperValue.of(rate))));
        return new Experiment(problem, Start.at(start), 0, steps, List.of(run), Map.of());
    }

    /// The textbook's first example.
    static Experiment square() {
        return descent(Valley.square(), 0.1, 100, 20);
    }

    /// Two runs in a bowl.
    static Experiment bowl() {
        Run momentum = new Run(
                "Momentum",
                RunRecipe.of("momentum", Map.of("lr", HyperValue.of(0.05), "momentum", HyperValue.of(0.8))));
        return descent(Valley.bowl(), 0.1, 200, -4, 3).withAdded(momentum);
    }

    static AppContext context(Experiment experiment) {
        return context(experiment, new Answers(), Opening.STILL, Furniture.NONE);
    }

    static AppContext context(Experiment experiment, Dialogs dialogs, Opening opening, Furniture furniture) {
        String first = experiment.runs().getFirst().name();
        int dimension = experiment.problem().objective().dimension();
        return new AppContext(
                experiment,
                ViewState.initial(first, dimension),
                new TaskResolver(FileCatalogue.load()),
                StandIns.pictures(),
                _ -> furniture,
                _ -> dialogs,
                opening);
    }

    /// A user who answers with files that were laid out before.
    static final class Answers implements Dialogs {
        private final Deque<Path> files = new ArrayDeque<>();

        Answers(Path... files) {
            this.files.addAll(List.of(files));
        }

        @Override
        public Optional<Path> openFile(String title, List<FileKind> kinds) {
            return Optional.ofNullable(files.poll());
        }

        @Override
        public Optional<Path> saveFile(String title, String suggestedName, List<FileKind> kinds) {
            return Optional.ofNullable(files.poll());
        }

        @Override
        public boolean confirm(String question, String yes) {
            return true;
        }

        @Override
        public void browse(String address) {}
    }
}
