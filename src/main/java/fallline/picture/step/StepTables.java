package fallline.picture.step;

import fallline.analysis.question.GradientChain;
import fallline.data.CompleteRows;
import fallline.experiment.run.Replay;
import fallline.experiment.view.StepLook;
import fallline.figure.page.NumberTable;
import fallline.objective.kernel.NetworkShape;
import fallline.objective.model.LayerPass;
import fallline.objective.model.RowGradients;
import fallline.problem.DataProblem;
import fallline.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tables of a step of a model on data. What belongs to the data is kept while the problem stays. One thread
/// uses it at a time.
final class StepTables {
    private record Known(Problem.OnData problem, RowGradients rows, CompleteRows read) {
        static Known of(Problem.OnData problem) {
            CompleteRows read = DataProblem.of(problem).orElseThrow().rows();
            return new Known(problem, new RowGradients(problem.objective()), read);
        }
    }

    private @Nullable Known known;

    private Known of(Problem.OnData problem) {
        Known now = known;
        if (now == null || now.problem != problem) {
            now = Known.of(problem);
            known = now;
        }
        return now;
    }

    /// The place in the data of a row of the model, both from 0.
    int original(Problem problem, int row) {
        return problem instanceof Problem.OnData model ? of(model).read.original(row) : row;
    }

    /// The tables of the step that starts where `replay` is; none for a formula.
    ///
    /// @param parameter whose gradient is shown
    List<NumberTable> tables(Problem problem, Replay replay, StepLook look, int parameter) {
        if (!(problem instanceof Problem.OnData model) || replay.task().objective() != model.objective()) {
            return List.of();
        }
        Known data = of(model);
        List<NumberTable> tables = new ArrayList<>();
        int[] batch = replay.batchRows();
        double[] theta = replay.ruleTheta();
        GradientChain chain = GradientChain.of(replay, model.objective(), data.rows, parameter, ChainTable.MOST_LINES);
        tables.add(new ChainTable(model, parameter, look.digits())
                .of(chain, theta[parameter], batch.length == 0, data.read::original));
        if (model instanceof Problem.Network network) {
            int count = batch.length == 0 ? network.objective().rows() : batch.length;
            int place = Math.min(look.row(), count - 1);
            tables.add(layer(network, data, theta, batch.length == 0 ? place : batch[place], look, parameter));
        }
        return tables;
    }

    private static NumberTable layer(
            Problem.Network network, Known data, double[] theta, int row, StepLook look, int parameter) {
        NetworkShape shape = network.objective().shape();
        int layer = Math.min(look.layer().orElse(LayerTable.layerOf(shape, parameter)), shape.layers() - 1);
        LayerPass pass = LayerPass.of(network.objective(), data.rows, theta, row, layer);
        return new LayerTable(shape, parameter, look.digits())
                .of(pass, network.objective().features().names(), data.read.original(row));
    }
}
