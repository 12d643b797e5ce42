package fallline.optimizer.rule;

import fallline.optimizer.Backtracking;
import fallline.optimizer.Evaluation;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Stage;
import fallline.optimizer.Update;
import java.util.ArrayList;
import java.util.List;

/// Makes the steps of a rule that remembers nothing, with the rate that a backtracking line search finds: each trial is
/// the rule's own step at that rate from the same gradient.
final class BacktrackingUpdate implements Update {
    private final Update rule;
    private final Backtracking search;
    private final int n;
    private final int rateIndex;
    private final double[] gradient;
    private final double[] trial;
    private final double[] settings;
    private double value;
    private int trials;

    /// What the rule sees: the gradient that was computed once.
    private final Evaluation known;

    /// @param rule its state must be empty
    BacktrackingUpdate(Update rule, Backtracking search, int dimension, int settings, int rateIndex) {
        this.rule = rule;
        this.search = search;
        this.n = dimension;
        this.rateIndex = rateIndex;
        this.gradient = new double[dimension];
        this.trial = new double[dimension];
        this.settings = new double[settings];
        known = new Evaluation() {
            @Override
            public double gradient(double[] theta, double[] into) {
                System.arraycopy(gradient, 0, into, 0, n);
                return value;
            }

            @Override
            public double value(double[] theta) {
                throw new IllegalStateException("a rule asks for its gradient only");
            }

            @Override
            public void hessianTimes(double[] theta, double[] direction, double[] product) {
                throw new IllegalStateException("a rule asks for its gradient only");
            }
        };
    }

    @Override
    public void start(double[] theta, double[] hyper, double[] state) {
        rule.start(theta, hyper, state);
    }

    @Override
    public double step(double[] theta, double[] hyper, double[] state, int t, Evaluation evaluation) {
        value = evaluation.gradient(theta, gradient);
        double rate = rate(theta, hyper, state, t, evaluation);
        if (rate > 0) {
            System.arraycopy(trial, 0, theta, 0, n);
        }
        return rate;
    }

    /// The rate that is accepted, with the step's end in `trial`; 0 if there is none.
    private double rate(double[] theta, double[] hyper, double[] state, int t, Evaluation evaluation) {
        System.arraycopy(hyper, 0, settings, 0, settings.length);
        for (trials = 1; trials <= Backtracking.MOST_TRIALS; trials++) {
            System.arraycopy(theta, 0, trial, 0, n);
            rule.step(trial, settings, state, t, known);
            double promised = 0;
            for (int i = 0; i < n; i++) {
                promised += gradient[i] * (trial[i] - theta[i]);
            }
            if (!(promised < 0)) {
                return 0;
            }
            if (search.accepts(value, promised, evaluation.value(trial))) {
                return settings[rateIndex];
            }
            settings[rateIndex] *= search.shrink();
        }
        return 0;
    }

    @Override
    public List<Stage> explain(
            double[] theta, double[] hyper, double[] state, int t, int index, String name, Evaluation evaluation) {
        value = evaluation.gradient(theta, gradient);
        double rate = rate(theta, hyper, state, t, evaluation);
        settings[rateIndex] = rate;
        StageList stages = new StageList();
        stages.add(
                rate > 0
                        ? "rate from the line search, " + trials + (trials == 1 ? " trial" : " trials")
                        : "the line search finds no way down: θ stays",
                Hyperparameter.LEARNING_RATE,
                "\\alpha",
                rate);
        List<Stage> all = new ArrayList<>(stages.list());
        all.addAll(rule.explain(theta, settings, state, t, index, name, known));
        return List.copyOf(all);
    }
}
