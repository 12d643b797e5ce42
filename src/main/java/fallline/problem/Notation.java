package fallline.problem;

/// How one problem is written down.
public interface Notation {
    /// A parameter in LaTeX: `x`, `\theta_{1}`, `W^{(1)}_{2,3}`.
    ///
    /// @param index its place in θ
    String latex(int index);

    /// A parameter beside an axis: `x`, `slope of age`.
    ///
    /// @param index its place in θ
    String axis(int index);

    /// The problem in one line: `Linear regression of score on hours, hours_studied`.
    String headline();

    /// What the best point is called: `minimum`, `least squares`.
    String best();

    /// J and its derivatives in LaTeX. For a long formula this takes a while.
    ProblemLatex mathematics();
}
