package fallline.figure;

import fallline.data.BuiltInData;
import fallline.data.Dataset;
import fallline.data.Gaps;
import fallline.data.Generator;
import fallline.data.HoldOut;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.Start;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.view.FitLook;
import fallline.experiment.view.PlaneChoice;
import fallline.experiment.view.ViewState;
import fallline.figure.fit.SurfaceFitFigure;
import fallline.figure.paint.Figure;
import fallline.objective.kernel.Activation;
import fallline.objective.model.NeuralNetwork.Design;
import fallline.objective.model.NeuralNetwork.Loss;
import fallline.optimizer.HyperValue;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.picture.convergence.ConvergencePicture;
import fallline.picture.fit.FitPicture;
import fallline.picture.loss.LossPicture;
import fallline.problem.Problem;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problems;
import fallline.workbench.Scene;
import fallline.workbench.Workbench;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;

/// Fits of models that runs have made, for reference pictures and tests.
final class FitSamples {
    private static final TaskResolver RESOLVER = new TaskResolver(FileCatalogue.load());
    private static final ModelOptions STANDARD = new ModelOptions(false, 1, 0, true);

    private FitSamples() {}

    static Map<String, Figure> all() {
        Map<String, Figure> all = new LinkedHashMap<>();
        all.put("fit-regions", iris("petal_length_cm", "petal_width_cm", "sepal_length_cm", "sepal_width_cm"));
        all.put("fit-two-classes", figure(moons(), FitLook.INITIAL, 150, OptionalInt.empty()));
        all.put("fit-class-curves", iris("petal_length_cm"));
        all.put("fit-units", figure(network(List.of("horsepower"), 6), FitLook.INITIAL, 200, OptionalInt.empty()));
        all.put("fit-plane", plane());
        all.put(
                "fit-surface",
                figure(network(List.of("weight_lb", "horsepower"), 8), FitLook.INITIAL, 200, OptionalInt.empty()));
        all.put("fit-curved-border", figure(chips(), FitLook.INITIAL, 25, OptionalInt.empty()));
        all.put("fit-curved-surface", figure(bent(), FitLook.INITIAL, 200, OptionalInt.empty()));
        all.put("fit-logistic-bent", figure(hill(), FitLook.INITIAL, 100, OptionalInt.empty()));
        all.put("fit-test-rows", figure(split(), FitLook.INITIAL, 200, OptionalInt.empty()));
        all.put("convergence-test", new ConvergencePicture().figure(scene(split(), FitLook.INITIAL, 120)));
        all.put("map-softmax", softmaxPlane());
        all.put("fit-network", wired(List.of(6, 5), OptionalInt.of(4)));
        all.put("fit-network-large", wired(List.of(24, 16), OptionalInt.empty()));
        return all;
    }

    /// Softmax regression of the species.
    static Figure iris(String... features) {
        Dataset data = BuiltInData.dataset("iris");
        Problem problem = Problems.softmax(data, List.of(features), "species", ModelOptions.PLAIN);
        return figure(experiment(problem, "gd", 0.1), FitLook.INITIAL, 200, OptionalInt.empty());
    }

    /// The plane of consumption over weight and power, some steps from the start.
    static SurfaceFitFigure plane() {
        Problem problem = Problems.linear(cars(), List.of("weight_lb", "horsepower"), "miles_per_gallon", STANDARD);
        return (SurfaceFitFigure) figure(experiment(problem, "gd", 0.1), FitLook.INITIAL, 12, OptionalInt.empty());
    }

    /// The chips with products to degree 6, some way from the best border, and a run that is there.
    private static Experiment chips() {
        Problem problem = Problems.logistic(
                BuiltInData.dataset("chips"),
                List.of("test_1", "test_2"),
                "passed",
                Optional.empty(),
                new ModelOptions(false, 6, 0.02, true));
        return experiment(problem, "gd", 0.5).withAdded(run("Adam", "adam", 0.3));
    }

    /// Consumption over weight and power with their squares and product.
    private static Experiment bent() {
        ModelOptions options = new ModelOptions(false, 2, 0.01, true);
        return experiment(
                Problems.linear(cars(), List.of("weight_lb", "horsepower"), "miles_per_gallon", options), "gd", 0.2);
    }

    /// A logistic curve of degree 2 over one feature, which passes one half twice.
    private static Experiment hill() {
        ModelOptions options = new ModelOptions(false, 2, 0.01, true);
        return experiment(
                Problems.logistic(BuiltInData.dataset("chips"), List.of("test_1"), "passed", Optional.empty(), options),
                "adam",
                0.2);
    }

    /// A curve of degree 7 through few of the cars, which the other rows test, and a cautious run beside it.
    private static Experiment split() {
        Dataset data = cars().withHoldOut(Optional.of(new HoldOut(0.8, 3)));
        ModelOptions curved = new ModelOptions(false, 7, 0, true);
        Problem problem = Problems.linear(data, List.of("horsepower"), "miles_per_gallon", curved);
        return experiment(problem, "adam", 0.8).withAdded(run("Gradient descent", "gd", 0.05));
    }

    /// The loss of iris' softmax over the plane in which the path of Adam lies most, with two more runs.
    private static Figure softmaxPlane() {
        Problem problem = Problems.softmax(
                BuiltInData.dataset("iris"),
                List.of("petal_length_cm", "petal_width_cm", "sepal_length_cm", "sepal_width_cm"),
                "species",
                STANDARD);
        Experiment experiment = experiment(problem, "adam", 0.1)
                .withAdded(run("Gradient descent", "gd", 0.5))
                .withAdded(run("RMSProp", "rmsprop", 0.05));
        Scene scene = scene(experiment, FitLook.INITIAL, 200);
        return new LossPicture()
                .figure(new Scene(
                        scene.experiment(),
                        scene.records(),
                        scene.view().withLoss(loss -> loss.withPlane(new PlaneChoice.Components("Run")))));
    }

    private static Dataset cars() {
        return BuiltInData.dataset("cars").withGaps(Gaps.SKIP);
    }

    private static Experiment network(List<String> features, int units) {
        Design design = new Design(List.of(units), Activation.TANH, Loss.MSE);
        Problem problem = Problems.network(cars(), features, "miles_per_gallon", Optional.empty(), design, STANDARD);
        return experiment(problem, "adam", 0.3);
    }

    /// Two moons and two runs.
    static Experiment moons() {
        Design design = new Design(List.of(8), Activation.TANH, Loss.CROSS_ENTROPY);
        Problem problem = Problems.network(
                Generator.MOONS.generate(120, 0.12, 0),
                List.of("x1", "x2"),
                "class",
                Optional.empty(),
                design,
                STANDARD);
        return experiment(problem, "adam", 0.1).withAdded(run("Gradient descent", "gd", 0.5));
    }

    private static Figure wired(List<Integer> hidden, OptionalInt pointed) {
        Design design = new Design(hidden, Activation.TANH, Loss.CROSS_ENTROPY);
        Problem problem = Problems.network(
                BuiltInData.dataset("iris"),
                List.of("petal_length_cm", "petal_width_cm", "sepal_length_cm"),
                "species",
                Optional.empty(),
                design,
                STANDARD);
        return figure(experiment(problem, "adam", 0.1), FitLook.INITIAL.withNetwork(true), 60, pointed);
    }

    private static Run run(String name, String optimizer, double rate) {
        return new Run(name, RunRecipe.of(optimizer, Map.of("lr", HyperValue.of(rate))));
    }

    private static Experiment experiment(Problem problem, String optimizer, double rate) {
        return new Experiment(problem, Start.usual(problem), 1, 200, List.of(run("Run", optimizer, rate)), Map.of());
    }

    static Scene scene(Experiment experiment, FitLook look, int playhead) {
        Queue<Runnable> queue = new ArrayDeque<>();
        ViewState view = ViewState.initial(experiment).withFit(_ -> look).withPlayhead(playhead);
        Workbench workbench = new Workbench(experiment, view, RESOLVER, queue::add, queue::add);
        while (!queue.isEmpty()) {
            queue.remove().run();
        }
        return workbench.scene();
    }

    private static Figure figure(Experiment experiment, FitLook look, int playhead, OptionalInt pointed) {
        return new FitPicture().figure(scene(experiment, look, playhead), Optional.empty(), pointed);
    }
}
