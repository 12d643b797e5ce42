package fallline.objective.model;

import fallline.objective.Goal;
import fallline.objective.SampledObjective;
import fallline.objective.kernel.Lasso;
import fallline.objective.kernel.RowMean;
import java.util.List;

/// A model on rows of data: the mean of its loss over them, and what it predicts for any rows.
public interface DataModel extends SampledObjective {
    /// The mean over the rows, which this package computes values and derivatives with.
    RowMean mean();

    /// The features as the model sees them: powers of a feature as columns of their own, standardised if it is asked.
    DesignMatrix features();

    /// The target, m numbers: values, or for classes their numbers in [#classes]; not to be changed.
    default double[] target() {
        return mean().data().y();
    }

    /// The classes that the target is of, in the order of their numbers; empty where the target is a value.
    default List<String> classes() {
        return List.of();
    }

    /// The weight of the penalty, 0 for none.
    default double l2() {
        return mean().loss().ridge().weight();
    }

    /// The penalty l1·‖w‖₁; none for most models.
    @Override
    default Lasso lasso() {
        return mean().loss().lasso();
    }

    /// How many numbers a prediction has: 1 for a value, 1 for two classes (the probability of the second), else one
    /// probability a class.
    default int outputs() {
        return classes().size() > 2 ? classes().size() : 1;
    }

    /// The place in θ of the number that is added to output `output` as it is: the slope of a row's loss by it is the
    /// row's residual in that output, times the loss's factor.
    default int outputBias(int output) {
        return 0;
    }

    /// Predicts rows.
    ///
    /// @param columns the features in the model's units, k columns of any number of rows
    /// @return [#outputs] arrays of one number a row
    double[][] predict(double[] theta, double[][] columns);

    /// The same model on other rows, such as rows held out for a test.
    ///
    /// @param features in the same units ([DesignMatrix#like])
    /// @param target coded as [#target]
    DataModel on(DesignMatrix features, double[] target);

    /// The same model on `most` of its rows, evenly spread and always the same; itself where it has no more.
    default DataModel sampled(int most) {
        int all = rows();
        if (all <= most) {
            return this;
        }
        int[] rows = new int[most];
        double[] some = new double[most];
        for (int i = 0; i < most; i++) {
            rows[i] = (int) ((long) i * all / most);
            some[i] = target()[rows[i]];
        }
        return on(features().taking(rows), some);
    }

    /// The same model without its penalties.
    DataModel withoutPenalty();

    @Override
    default DataModel smooth() {
        return this;
    }

    @Override
    DataModel twin();

    @Override
    default int rows() {
        return mean().data().rows();
    }

    @Override
    default int dimension() {
        return mean().loss().dimension();
    }

    @Override
    default Goal goal() {
        return Goal.MINIMISE;
    }

    @Override
    default double value(double[] theta) {
        return mean().value(theta);
    }

    @Override
    default double gradient(double[] theta, double[] gradient) {
        return mean().gradient(theta, gradient);
    }

    @Override
    default double gradient(double[] theta, int[] batch, int from, int to, double[] gradient) {
        return mean().gradient(theta, batch, from, to, gradient);
    }

    @Override
    default void hessianTimes(double[] theta, double[] direction, double[] product) {
        mean().hessianTimes(theta, direction, product);
    }
}
