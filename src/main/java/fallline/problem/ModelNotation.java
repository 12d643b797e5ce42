package fallline.problem;

/// How one model on data is written down.
public interface ModelNotation extends Notation {
    /// ∂J/∂θⱼ without the penalty in LaTeX, as a mean over rows: `\frac{2}{m} \sum_i (\hat{y}_i - y_i)`.
    ///
    /// @param index j
    /// @param rows m
    String slope(int index, int rows);
}
