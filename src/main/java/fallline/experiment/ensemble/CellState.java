package fallline.experiment.ensemble;

/// What is known of a cell.
public enum CellState {
    /// Nothing yet.
    PENDING,
    /// It took all its steps, and parameters, J and ∇J were finite to the end.
    FINISHED,
    /// At its last step parameters, J or ∇J were not finite.
    DIVERGED,
    /// The same, and there J had an operation whose argument is outside its domain, at finite parameters.
    LEFT_DOMAIN
}
