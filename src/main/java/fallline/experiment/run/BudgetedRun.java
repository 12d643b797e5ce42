package fallline.experiment.run;

import java.util.function.BooleanSupplier;

/// How far a run came with what it was allowed to spend: J at its end, and nothing of the way there.
///
/// J is that of the trace at the same step, to the bit.
///
/// @param loss J over all rows after the last step; not finite where the run ended so
/// @param steps how many steps it took
/// @param evaluations the gradients and values without a gradient that the method asked for on the way, and second
///     derivatives: each product of the Hessian with a direction counts as a gradient
/// @param finite whether parameters, J and ∇J were finite to the end
public record BudgetedRun(double loss, int steps, long evaluations, boolean finite) {
    /// Takes the steps of `task`, as long as they cost no more than `budget` together. A step that turns out to cost
    /// more than is left is not counted, nor what it led to.
    ///
    /// @param budget evaluations of ∇J, of J and of second derivatives that may be made, in all
    /// @param cancelled asked at every step; once true, the answer means nothing
    /// @throws IllegalArgumentException with a sentence, if the recipe does not fit
    public static BudgetedRun of(RunTask task, long budget, BooleanSupplier cancelled) {
        StepEngine engine = new StepEngine(task);
        boolean atEnd = engine.measuresLater(task.steps());
        engine.measure();
        double loss = engine.loss();
        if (!engine.isFinite()) {
            return new BudgetedRun(loss, 0, 0, false);
        }
        long curvature = task.optimizer().curvatureProducts(task.objective().dimension());
        long spent = 0;
        long least = 1 + curvature;
        while (engine.step() < task.steps() && spent + least <= budget && !cancelled.getAsBoolean()) {
            engine.advance();
            long now = engine.gradientEvaluations() + engine.functionEvaluations() + curvature * engine.step();
            if (now > budget) {
                return new BudgetedRun(loss, engine.step() - 1, spent, true);
            }
            least = engine.step() == 1 ? now - spent : Math.min(least, now - spent);
            spent = now;
            if (!atEnd) {
                engine.measure();
                loss = engine.loss();
            }
            if (atEnd ? !engine.pointIsFinite() : !engine.isFinite()) {
                return new BudgetedRun(atEnd ? Double.NaN : loss, engine.step(), spent, false);
            }
        }
        engine.measure();
        return new BudgetedRun(engine.loss(), engine.step(), spent, engine.isFinite());
    }
}
