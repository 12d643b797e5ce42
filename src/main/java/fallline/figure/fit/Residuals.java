package fallline.figure.fit;

/// How a fit shows the distances of the rows from the model.
public enum Residuals {
    NONE,
    /// A line from every row to the model.
    STICKS,
    /// A square on every residual, as high as the residual is long; the mean of their areas is the mean squared error.
    SQUARES
}
