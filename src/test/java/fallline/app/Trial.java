package fallline.app;

import fallline.app.desk.Desk;
import fallline.app.desk.Dialogs;
import fallline.app.export.FilePrinting;
import fallline.app.feature.Feature;
import fallline.app.race.RepeatsModel;
import fallline.app.shell.ThemeFeature;
import fallline.app.toolbar.HistoryFeature;
import fallline.app.transport.Opening;
import fallline.app.transport.TransportFeature;
import fallline.data.layout.Decision;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.Start;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.view.ViewState;
import fallline.expr.FormulaException;
import fallline.figure.paint.Typesetter;
import fallline.file.user.FunctionFolder;
import fallline.file.user.OwnCatalogue;
import fallline.file.user.PreferencesFile;
import fallline.file.user.RuleFolder;
import fallline.file.user.UserDesk;
import fallline.objective.Goal;
import fallline.optimizer.HyperValue;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.picture.page.Pictures;
import fallline.picture.page.Views;
import fallline.problem.Problem;
import fallline.problem.Problems;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;

/// Experiments, and what a window needs around them.
public final class Trial {
    /// A user who keeps nothing.
    static final OwnCatalogue NOTHING_KEPT = new OwnCatalogue(
            new RuleFolder(Path.of("target", "no-rules")),
            new FunctionFolder(Path.of("target", "no-functions")),
            new PreferencesFile(Path.of("pom.xml", "preferences.json"))); // not in a folder: never written

    private Trial() {}

    /// A formula.
    static Problem formula(String text, String... variables) {
        try {
            return Problems.formula(text, List.of(variables), Map.of(), Goal.MINIMISE);
        } catch (FormulaException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /// A run of gradient descent.
    static Experiment descent(Problem problem, double rate, int steps, double... start) {
        Run run = new Run("Gradient descent", RunRecipe.of("gd", Map.of("lr", HyperValue.of(rate))));
        return new Experiment(problem, Start.at(start), 0, steps, List.of(run), Map.of());
    }

    /// The textbook's first example.
    static Experiment square() {
        return descent(formula("w^2", "w"), 0.1, 100, 20);
    }

    /// Two runs in a bowl.
    public static Experiment bowl() {
        return descent(formula("(x^2 + 6*y^2)/2", "x", "y"), 0.1, 200, -4, 3)
                .withAdded(run("Momentum", "momentum", 0.05));
    }

    /// Four runs in Rosenbrock's valley.
    static Experiment valley() {
        return descent(formula("(1 - x)^2 + 100*(y - x^2)^2", "x", "y"), 1.1e-3, 200, -0.9, 2.6)
                .withAdded(run("Momentum", "momentum", 4e-4))
                .withAdded(run("Adam", "adam", 0.2))
                .withAdded(run("RMSProp", "rmsprop", 0.02));
    }

    /// Four parameters.
    static Experiment four() {
        return descent(formula("(a^2 + 2*b^2 + 3*c^2 + 4*d^2)/2", "a", "b", "c", "d"), 0.1, 50, 4, 3, 2, 1);
    }

    private static Run run(String name, String optimizer, double rate) {
        return new Run(name, RunRecipe.of(optimizer, Map.of("lr", HyperValue.of(rate))));
    }

    /// A window of panes, transport and history alone.
    static AppContext context(Experiment experiment) {
        return context(experiment, new Answers(), Opening.STILL);
    }

    static AppContext context(Experiment experiment, Dialogs dialogs, Opening opening) {
        return context(experiment, dialogs, Views.ALL, desk -> bare(desk, opening));
    }

    /// The whole window, with its toolbar and cards.
    static AppContext furnished(Experiment experiment) {
        Features features = new Features(
                FileCatalogue.load(),
                new FilePrinting(Fixtures.CATALOGUE),
                NOTHING_KEPT,
                UserDesk.in(Path.of("target", "no-desk")),
                Opening.STILL,
                Optional.empty());
        return context(experiment, new Answers(), Views.ALL, features::on);
    }

    static AppContext context(
            Experiment experiment, Dialogs dialogs, Views views, Function<Desk, List<Feature>> features) {
        return new AppContext(
                experiment,
                ViewState.initial(experiment),
                new TaskResolver(FileCatalogue.load()),
                new Pictures(views, new Typesetter(), FileCatalogue.load()),
                features,
                _ -> dialogs);
    }

    static List<Feature> bare(Desk desk, Opening opening) {
        List<Feature> features = new ArrayList<>(Features.views(
                desk,
                new TransportFeature(desk, opening),
                new SimpleObjectProperty<>(Optional.empty()),
                new RepeatsModel(desk.questions())));
        features.add(new HistoryFeature(desk.workbench()));
        features.add(new ThemeFeature(desk.appearance()));
        return features;
    }

    /// A user who answers with files that were laid out before.
    static final class Answers implements Dialogs {
        private final Deque<Path> files = new ArrayDeque<>();
        private final Deque<Decision> decisions = new ArrayDeque<>();
        private final List<String> questions = new ArrayList<>();
        private final List<String> browsed = new ArrayList<>();

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
        public Decision askToSave(String question) {
            questions.add(question);
            return decisions.isEmpty() ? Decision.DISCARD : decisions.remove();
        }

        /// What the user answers next, when asked whether to save.
        void decide(Decision decision) {
            decisions.add(decision);
        }

        /// How often, and what, the user was asked about changes.
        List<String> questions() {
            return questions;
        }

        @Override
        public void browse(String address) {
            browsed.add(address);
        }

        /// What was opened in a browser that does not exist.
        List<String> browsed() {
            return browsed;
        }
    }
}
