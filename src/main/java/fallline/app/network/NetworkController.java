package fallline.app.network;

import fallline.app.desk.Desk;
import fallline.data.DataException;
import fallline.experiment.Experiment;
import fallline.experiment.Start;
import fallline.experiment.edit.NewExperiments;
import fallline.objective.kernel.Activation;
import fallline.objective.kernel.NetworkShape;
import fallline.objective.model.NeuralNetwork;
import fallline.objective.model.NeuralNetwork.Design;
import fallline.problem.Problem;
import fallline.problem.Problems;
import fallline.workbench.Scene;
import fallline.workbench.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.Node;

/// Changes the layers, the activation, the loss and the first weights of a network; every change is one entry of the
/// history. It belongs to the FX thread.
public final class NetworkController {
    private static final int USUAL_UNITS = 8;

    private final Desk desk;
    private final Workbench workbench;
    private final NewExperiments experiments;
    private final NetworkView view = new NetworkView(this);

    public NetworkController(Desk desk, NewExperiments experiments) {
        this.desk = desk;
        this.experiments = experiments;
        workbench = desk.workbench();
        workbench.listen(Scene::experiment, this::show);
        workbench.listenToRefusals(() -> show(workbench.experiment()));
    }

    /// The settings; to be seen for networks only.
    public Node view() {
        return view;
    }

    private void show(Experiment experiment) {
        Optional<Start.Spread> spread =
                experiment.start() instanceof Start.Random random ? Optional.of(random.spread()) : Optional.empty();
        if (experiment.problem() instanceof Problem.Network network) {
            view.show(Optional.of(network.design()), spread);
        } else {
            view.show(Optional.empty(), spread);
        }
    }

    /// As many hidden layers; new ones are as broad as the one before.
    void onLayers(int count) {
        change(design -> {
            List<Integer> hidden = new ArrayList<>(design.hidden());
            while (hidden.size() > count) {
                hidden.removeLast();
            }
            while (hidden.size() < count) {
                hidden.add(hidden.isEmpty() ? USUAL_UNITS : hidden.getLast());
            }
            return new Design(hidden, design.activation(), design.loss());
        });
    }

    /// @param layer from 0
    /// @throws IllegalArgumentException with a sentence, if there are too many units or none
    void onUnits(int layer, double units) {
        if (!(units >= 1 && units <= NetworkShape.MOST_UNITS)) {
            throw new IllegalArgumentException("a hidden layer has 1 to " + NetworkShape.MOST_UNITS + " units");
        }
        change(design -> {
            List<Integer> hidden = new ArrayList<>(design.hidden());
            hidden.set(layer, (int) units);
            return new Design(hidden, design.activation(), design.loss());
        });
    }

    void onActivation(Activation activation) {
        change(design -> new Design(design.hidden(), activation, design.loss()));
    }

    void onLoss(NeuralNetwork.Loss loss) {
        change(design -> new Design(design.hidden(), design.activation(), loss));
    }

    /// Weights drawn from the seed with this spread.
    void onSpread(Start.Spread spread) {
        double scale = workbench.experiment().start() instanceof Start.Random before ? before.scale() : 1;
        Start next = new Start.Random(spread, scale);
        if (!next.equals(workbench.experiment().start())) {
            workbench.edit(workbench.experiment().withStart(next));
        }
    }

    private void change(UnaryOperator<Design> how) {
        Experiment before = workbench.experiment();
        if (!(before.problem() instanceof Problem.Network network)) {
            return;
        }
        Design next = how.apply(network.design());
        if (next.equals(network.design())) {
            return;
        }
        Optional<String> positive =
                next.loss() == NeuralNetwork.Loss.CROSS_ENTROPY ? network.positive() : Optional.empty();
        try {
            Problem problem = Problems.network(
                    network.data(), network.features(), network.target(), positive, next, network.options());
            workbench.edit(experiments.forProblem(problem, before));
        } catch (DataException | IllegalArgumentException e) {
            desk.notices().warn(String.valueOf(e.getMessage()));
            show(workbench.experiment());
        }
    }
}
