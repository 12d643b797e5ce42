package fallline.objective;

import java.util.List;

/// A model on rows of data: the mean of its loss over them, and what it predicts for any rows.
public sealed interface DataModel extends SampledObjective
        permits LinearRegression, LogisticRegression, SoftmaxRegression, NeuralNetwork {
    /// The features as the model sees them: powers of a feature as columns of their own, standardised if it is asked.
    DesignMatrix features();

    /// The target, m numbers: values, or for classes their numbers in [#classes]; not to be changed.
    double[] target();

    /// The classes that the target is of, in the order of their numbers; empty where the target is a value.
    List<String> classes();

    /// The weight of the penalty, 0 for none.
    double l2();

    /// How many numbers a prediction has: 1 for a value, 1 for two classes (the probability of the second), else one
    /// probability a class.
    int outputs();

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

    /// The same model without its penalty.
    DataModel withoutPenalty();

    @Override
    DataModel twin();
}
