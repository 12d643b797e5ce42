package fallline.app;

import fallline.Formulas;
import fallline.app.feature.Command;
import fallline.app.paint.FigureView;
import fallline.data.BuiltInData;
import fallline.data.Gaps;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.Start;
import fallline.experiment.edit.RepeatEdits;
import fallline.experiment.view.Chalk;
import fallline.experiment.view.SurfaceLook.Overlay;
import fallline.experiment.view.ViewState;
import fallline.expr.FormulaException;
import fallline.figure.paint.Theme;
import fallline.file.codec.OpenedExperiment;
import fallline.file.example.Examples;
import fallline.objective.Goal;
import fallline.objective.formula.CatalogueFunction;
import fallline.objective.formula.FunctionCatalogue;
import fallline.objective.kernel.Activation;
import fallline.objective.model.NeuralNetwork;
import fallline.optimizer.HyperValue;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.modifier.Modifiers;
import fallline.optimizer.schedule.Schedule;
import fallline.problem.Problem;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problems;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/// Takes the pictures of the guide: `mvn -Ppictures`.
final class GuidePictures {
    /// @param pressed the ids of the buttons that are pressed before the picture is taken, `#solid`, and of the
    ///     commands that are done before, `tune`
    private record Shot(
            String name,
            Theme theme,
            int width,
            int height,
            Experiment experiment,
            UnaryOperator<ViewState> look,
            List<String> pressed) {
        Shot(String name, Theme theme, int width, int height, Experiment experiment, int playhead) {
            this(name, theme, width, height, experiment, playhead, List.of());
        }

        Shot(
                String name,
                Theme theme,
                int width,
                int height,
                Experiment experiment,
                int playhead,
                List<String> pressed) {
            this(name, theme, width, height, experiment, view -> view.withPlayhead(playhead), pressed);
        }

        /// An experiment that comes with the program, as it is looked at there.
        Shot(String name, Theme theme, OpenedExperiment example) {
            this(
                    name,
                    theme,
                    1600,
                    1000,
                    example.experiment(),
                    view -> example.view().orElse(view),
                    List.of());
        }
    }

    private GuidePictures() {}

    /// @param arguments the folder that the pictures are written to, and the names of those that are wanted; none for
    ///     all
    static void main(String[] arguments) throws InterruptedException {
        Path folder = Path.of(arguments[0]);
        List<Shot> shots = List.of(
                new Shot("window-light", Theme.LIGHT, 1600, 1000, valley(), 64),
                new Shot("window-dark", Theme.DARK, 1600, 1000, valley(), 64),
                new Shot("window-high-contrast", Theme.HIGH_CONTRAST, 1600, 1000, valley(), 64),
                new Shot("presenter", Theme.LIGHT, 1280, 720, valley(), 12, List.of("present", "predict-fate")),
                new Shot("slow-motion", Theme.LIGHT, 1600, 1000, Trial.bowl(), GuidePictures::inSlowMotion, List.of()),
                new Shot("predict", Theme.DARK, 1280, 720, Trial.square(), GuidePictures::guessed, List.of()),
                new Shot("lesson", Theme.LIGHT, 1280, 800, valley(), 64, List.of("learn", "#lesson-02-learning-rate")),
                new Shot("first-screen", Theme.LIGHT, 1600, 1000, Trial.square(), 3),
                new Shot("line-small", Theme.LIGHT, 1000, 700, line(), 24),
                new Shot("line-small-dark", Theme.DARK, 1000, 700, line(), 24),
                new Shot("logistic", Theme.LIGHT, 1600, 1000, logistic(), 150),
                new Shot(
                        "optimizers",
                        Theme.LIGHT,
                        1600,
                        1000,
                        scheduled(),
                        64,
                        List.of("#schedule-fold", "#edit-rule")),
                new Shot("gallery", Theme.LIGHT, 1600, 1000, himmelblau(), 12, List.of("#gallery")),
                new Shot("himmelblau", Theme.LIGHT, 1600, 1000, himmelblau(), 12),
                new Shot(
                        "basins",
                        Theme.LIGHT,
                        1600,
                        1000,
                        himmelblau(),
                        view -> view.withPlayhead(12).withSurface(surface -> surface.withToggled(Overlay.BASINS)),
                        List.of()),
                new Shot("sweep", Theme.DARK, 1600, 1000, adam(), view -> view.withPlayhead(40), List.of("sweep-map")),
                new Shot(
                        "data-gallery", Theme.LIGHT, 1600, 1000, line(), 24, List.of("#data-sets", "#tile-made-moons")),
                new Shot("data-columns", Theme.LIGHT, 1600, 1000, penguins(), 60, List.of("#columns")),
                new Shot("data-edit", Theme.LIGHT, 1600, 1000, parabola(), 60, List.of("#squares", "#edit-data")),
                new Shot("data-table", Theme.LIGHT, 1600, 1000, line(), 24, List.of("#table-title")),
                new Shot("regions", Theme.LIGHT, 1600, 1000, iris(), 150),
                new Shot("network", Theme.LIGHT, 1600, 1000, moons(), 150),
                new Shot("network-drawn", Theme.LIGHT, 1600, 1000, moons(), 150, List.of("#tab-network")),
                new Shot("plane", Theme.LIGHT, 1600, 1000, plane(), 12),
                new Shot("units", Theme.LIGHT, 1600, 1000, units(), 150),
                new Shot("planes", Theme.LIGHT, 1600, 1000, network(), 40, List.of("#plane-kind")),
                new Shot("solid", Theme.LIGHT, 1600, 1000, valley(), 64, List.of("#solid")),
                new Shot("critical-points", Theme.DARK, 1600, 1000, himmelblau(), 12, List.of("#critical-points")),
                new Shot("curved", Theme.LIGHT, 1600, 1000, chips(), 400),
                new Shot("noisy", Theme.LIGHT, opened("noisy")),
                new Shot(
                        "repeats",
                        Theme.LIGHT,
                        1600,
                        1000,
                        repeated(),
                        view -> view.withPlayhead(300).withChosen("Eight rows"),
                        List.of()),
                new Shot("rule", Theme.LIGHT, opened("rule")),
                new Shot("saddle", Theme.DARK, opened("saddle")),
                new Shot("edge", Theme.LIGHT, opened("edge")),
                new Shot("tuning", Theme.LIGHT, 1280, 800, valley(), 0, List.of("tune", "#tune-start")),
                new Shot("finder", Theme.LIGHT, 1280, 800, moons(), 0, List.of("find-rate")),
                new Shot("divergence", Theme.LIGHT, 1600, 1000, divergence(), 9),
                new Shot("formula", Theme.LIGHT, 1600, 1000, barrier(), 12));
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        List<String> wanted = List.of(arguments).subList(1, arguments.length);
        for (Shot shot : shots) {
            if (!wanted.isEmpty() && !wanted.contains(shot.name())) {
                continue;
            }
            take(shot, folder.resolve(shot.name() + ".png"));
        }
        Platform.exit();
    }

    /// One of the experiments that come with the program.
    /// The velocity of momentum, which the gradient has turned away from.
    private static ViewState inSlowMotion(ViewState view) {
        return view.withPlayhead(6).withChosen("Momentum").withChalk(chalk -> chalk.withStage(OptionalInt.of(1)));
    }

    /// Where the second step from w = 20 was said to land, and where it does.
    private static ViewState guessed(ViewState view) {
        Chalk.Guess guess =
                new Chalk.Guess(new Chalk.Place(16, 0), new Chalk.Place(10, 0), Optional.of(new Chalk.Place(12.8, 0)));
        return view.withPlayhead(2).withChalk(chalk -> chalk.withGuess(Optional.of(guess)));
    }

    private static Experiment example(String id) {
        return opened(id).experiment();
    }

    private static OpenedExperiment opened(String id) {
        return Examples.all().stream()
                .filter(example -> example.id().equals(id))
                .map(example -> Examples.open(example, Fixtures.CATALOGUE))
                .findFirst()
                .orElseThrow();
    }

    /// The noisy example, a run on batches repeated.
    private static Experiment repeated() {
        Experiment noisy = example("noisy");
        return RepeatEdits.with(noisy, "Eight rows", 50);
    }

    private static Experiment adam() {
        CatalogueFunction card = FunctionCatalogue.find("himmelblau");
        return experiment(
                Problems.function(card, Map.of(), Goal.MINIMISE),
                Start.at(-1, -1.5),
                200,
                List.of(run("Adam", "adam", 0.1)));
    }

    private static Experiment valley() {
        return example("race");
    }

    private static Experiment himmelblau() {
        CatalogueFunction card = FunctionCatalogue.find("himmelblau");
        return experiment(
                Problems.function(card, Map.of(), Goal.MINIMISE),
                Start.at(card.firstStart()),
                100,
                card.rates().stream()
                        .map(rate -> run(
                                Fixtures.CATALOGUE
                                        .find(rate.family(), Map.of())
                                        .card()
                                        .name(),
                                rate.family(),
                                rate.rate()))
                        .toList());
    }

    /// A corner, a hole and two parameters.
    private static Experiment barrier() {
        try {
            Experiment found = Fixtures.EXPERIMENTS.forFormula(
                    "x^2 + b*abs(y - 1) - a*log(x + y), a = 0.6 (0.01 .. 3, log), b = 0.5 (0 .. 2)", Goal.MINIMISE);
            return experiment(
                    found.problem(),
                    Start.at(-1.5, 2.6),
                    60,
                    List.of(run("Gradient descent", "gd", 0.1), run("Momentum", "momentum", 0.06)));
        } catch (FormulaException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Experiment line() {
        Problem problem =
                Problems.linear(BuiltInData.dataset("line_4_plus_3x"), List.of("x"), "y", Problem.ModelOptions.PLAIN);
        Run batches = run("Mini-batch 10", "gd", 0.05);
        Run single = run("Stochastic", "gd", 0.03);
        return experiment(
                problem,
                Start.at(-0.35, -1.37),
                120,
                List.of(
                        batches.withRecipe(batches.recipe().withBatching(new Batching.Shuffled(10))),
                        run("Batch", "gd", 0.1),
                        single.withRecipe(single.recipe().withBatching(new Batching.Shuffled(1)))));
    }

    private static Experiment logistic() {
        return example("logistic");
    }

    /// Sixty-seven parameters.
    private static Experiment network() {
        Problem problem = Problems.network(
                BuiltInData.dataset("iris"),
                List.of("sepal_length_cm", "sepal_width_cm", "petal_length_cm", "petal_width_cm"),
                "species",
                Optional.empty(),
                new NeuralNetwork.Design(List.of(8), Activation.TANH, NeuralNetwork.Loss.CROSS_ENTROPY),
                new Problem.ModelOptions(false, 1, 0, true));
        return experiment(
                problem,
                Start.usual(problem),
                120,
                List.of(
                        run("Adam", "adam", 0.05),
                        run("Gradient descent", "gd", 0.3),
                        run("Momentum", "momentum", 0.1)));
    }

    private static Experiment penguins() {
        Problem problem = Problems.linear(
                BuiltInData.dataset("penguins").withGaps(Gaps.SKIP),
                List.of("flipper_length_mm"),
                "body_mass_g",
                new Problem.ModelOptions(false, 1, 0, true));
        return experiment(problem, Start.at(0, 0), 100, List.of(run("Gradient descent", "gd", 0.1)));
    }

    /// The second of Anscombe's four, as a parabola.
    private static Experiment parabola() {
        Problem problem = Problems.linear(
                BuiltInData.dataset("anscombe_2"), List.of("x"), "y", new Problem.ModelOptions(false, 2, 0, true));
        return experiment(
                problem,
                Start.at(0, 0, 0),
                100,
                List.of(run("Momentum", "momentum", 0.1), run("Gradient descent", "gd", 0.3)));
    }

    private static Experiment scheduled() {
        Experiment valley = valley();
        Run adam = valley.runOrFirst("Adam");
        return valley.withRun(
                adam.name(),
                adam.withRecipe(adam.recipe()
                        .withSchedule(new Schedule.Warmup(0.1, 20, new Schedule.Cosine(280, 0)))
                        .withModifiers(Modifiers.NONE.withClipNorm(50))));
    }

    private static Experiment iris() {
        Problem problem = Problems.softmax(
                BuiltInData.dataset("iris"),
                List.of("petal_length_cm", "petal_width_cm", "sepal_length_cm", "sepal_width_cm"),
                "species",
                ModelOptions.PLAIN);
        return experiment(problem, Start.usual(problem), 200, List.of(run("Gradient descent", "gd", 0.1)));
    }

    private static Experiment chips() {
        Problem problem = Problems.logistic(
                BuiltInData.dataset("chips"),
                List.of("test_1", "test_2"),
                "passed",
                Optional.empty(),
                new ModelOptions(false, 6, 0.01, true));
        return experiment(problem, Start.usual(problem), 400, List.of(run("Gradient descent", "gd", 2)));
    }

    private static Experiment moons() {
        return example("moons");
    }

    private static Experiment plane() {
        Problem problem = Problems.linear(
                BuiltInData.dataset("cars").withGaps(Gaps.SKIP),
                List.of("weight_lb", "horsepower"),
                "miles_per_gallon",
                new ModelOptions(false, 1, 0, true));
        return experiment(problem, Start.usual(problem), 100, List.of(run("Gradient descent", "gd", 0.1)));
    }

    private static Experiment units() {
        Problem problem = Problems.network(
                BuiltInData.dataset("cars").withGaps(Gaps.SKIP),
                List.of("horsepower"),
                "miles_per_gallon",
                Optional.empty(),
                new NeuralNetwork.Design(List.of(6), Activation.TANH, NeuralNetwork.Loss.MSE),
                new ModelOptions(false, 1, 0, true));
        return experiment(problem, Start.usual(problem), 200, List.of(run("Adam", "adam", 0.3)));
    }

    private static Experiment divergence() {
        Problem problem = Formulas.minimise("w^2", "w");
        return experiment(problem, Start.at(2), 60, List.of(run("Gradient descent", "gd", 1.1)));
    }

    private static Experiment experiment(Problem problem, Start start, int steps, List<Run> runs) {
        return new Experiment(problem, start, 42, steps, runs, Map.of());
    }

    private static Run run(String name, String optimizer, double rate) {
        return new Run(name, RunRecipe.of(optimizer, Map.of("lr", HyperValue.of(rate))));
    }

    private static void take(Shot shot, Path target) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            Stage stage = new Stage();
            stage.setWidth(shot.width());
            stage.setHeight(shot.height());
            FallLineWindow window = new FallLineWindow(stage, Trial.furnished(shot.experiment()));
            window.desk().appearance().choose(shot.theme());
            window.show();
            window.workbench().look(shot.look().apply(window.workbench().view()));
            shot.pressed().forEach(id -> {
                if (id.startsWith("#")) {
                    whenThere(stage, id, GuidePictures::press);
                } else {
                    whenPossible(window, id, () -> {
                        stage.setFullScreen(false); // the screen that does not exist is a square
                        stage.setWidth(shot.width());
                        stage.setHeight(shot.height());
                    });
                }
            });
            whenPainted(window, stage, () -> {
                save(stage.getScene().snapshot(null), target);
                window.close();
                done.countDown();
            });
        });
        done.await();
    }

    /// Presses a button or the title of a pane, or chooses the next in a list.
    private static void press(Node node) {
        if (node instanceof ComboBox<?> box) {
            box.getSelectionModel().selectNext();
        } else if (node instanceof ButtonBase button) {
            button.fire();
        } else {
            boolean no = false;
            node.fireEvent(new MouseEvent(
                    MouseEvent.MOUSE_PRESSED,
                    0,
                    0,
                    0,
                    0,
                    MouseButton.PRIMARY,
                    1,
                    no,
                    no,
                    no,
                    no,
                    true,
                    no,
                    no,
                    no,
                    no,
                    true,
                    null));
        }
    }

    /// Runs `then` with a node as soon as there is one: sheets come when their data are read.
    /// Has a command done as soon as it can be.
    private static void whenPossible(FallLineWindow window, String id, Runnable then) {
        Command command = window.commands().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (command.enabled().getAsBoolean()) {
                    stop();
                    command.run();
                    Platform.runLater(then);
                }
            }
        }.start();
    }

    private static void whenThere(Stage stage, String id, Consumer<Node> then) {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                Node node = stage.getScene().lookup(id);
                if (node != null) {
                    stop();
                    then.accept(node);
                }
            }
        }.start();
    }

    /// Runs `then` when every run is computed and every figure on the screen is painted.
    private static void whenPainted(FallLineWindow window, Stage stage, Runnable then) {
        new AnimationTimer() {
            private int calm;

            @Override
            public void handle(long now) {
                boolean painted = window.workbench().scene().settled()
                        && window.desk().questions().atRest()
                        && stage.getScene().getRoot().lookupAll(".figure-view").stream()
                                .map(FigureView.class::cast)
                                .filter(Node::isVisible)
                                .allMatch(FigureView::upToDate)
                        && stage.getScene().getRoot().lookupAll(".function-content > .image-view").stream()
                                .allMatch(picture -> ((ImageView) picture).getImage() != null)
                        && !stage.getScene().getRoot().lookupAll(".gallery-flow").stream()
                                .map(Pane.class::cast)
                                .anyMatch(gallery -> gallery.getChildren().isEmpty());
                calm = painted ? calm + 1 : 0;
                if (calm > 60) {
                    stop();
                    Platform.runLater(then);
                }
            }
        }.start();
    }

    private static void save(WritableImage image, Path path) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            ImageIO.write(copy, "png", path.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
