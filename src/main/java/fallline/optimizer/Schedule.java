package fallline.optimizer;

/// How the learning rate changes with the step.
public sealed interface Schedule {
    /// The rate of the step from `step` to `step + 1`, when the recipe's rate at that step is `base`.
    double rate(int step, double base);

    /// The rate never changes.
    record Constant() implements Schedule {
        @Override
        public double rate(int step, double base) {
            return base;
        }
    }

    /// The schedule of a recipe that names none.
    static Schedule constant() {
        return new Constant();
    }
}
