package fallline.experiment.view;

/// How the convergence of the runs is looked at.
///
/// @param measure what is drawn
/// @param across what it is drawn against
/// @param logarithmic whether the vertical axis is logarithmic
public record ConvergenceLook(Measure measure, Across across, boolean logarithmic) {
    /// What can be drawn.
    public enum Measure {
        /// J − J* where J* is known and no rows are held out, else J.
        USUAL,
        LOSS,
        LOSS_GAP,
        GRADIENT_NORM,
        RATE,
        /// λmax of the Hessian beside the largest that is stable at the rate.
        SHARPNESS,
        /// What each eigen-direction of a bowl still holds of J − J*.
        LEFT_BY_DIRECTION
    }

    /// What is drawn if nothing was chosen.
    ///
    /// @param bestKnown whether J* is known
    /// @param tests whether rows are held out: they have a best value of their own
    public Measure measure(boolean bestKnown, boolean tests) {
        Measure usual = bestKnown && !tests ? Measure.LOSS_GAP : Measure.LOSS;
        return measure == Measure.USUAL ? usual : measure;
    }

    /// What can lie on the horizontal axis.
    public enum Across {
        STEPS,
        /// How often a run had asked for J or its gradient: a step of a line search costs several.
        EVALUATIONS,
        /// How often a run had seen as many rows as there are.
        EPOCHS
    }

    /// What lies across: steps where there are no rows to count epochs in.
    public Across across(boolean rows) {
        return across == Across.EPOCHS && !rows ? Across.STEPS : across;
    }

    public ConvergenceLook withMeasure(Measure other) {
        return new ConvergenceLook(other, across, logarithmic);
    }

    public ConvergenceLook withAcross(Across other) {
        return new ConvergenceLook(measure, other, logarithmic);
    }

    public ConvergenceLook withLogarithmic(boolean other) {
        return new ConvergenceLook(measure, across, other);
    }
}
