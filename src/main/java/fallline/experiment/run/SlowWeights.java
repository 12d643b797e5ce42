package fallline.experiment.run;

import fallline.optimizer.Stage;
import fallline.optimizer.modifier.GradientModifier;

/// The slow weights of a run that looks ahead: every k steps they move a part of the way to the point, and the point
/// goes to them. They are no numbers at all where a run never looks ahead. Nothing is allocated by a step.
final class SlowWeights {
    private final SettingsTimeline settings;
    private final double[] weights;

    SlowWeights(SettingsTimeline settings, int dimension) {
        this.settings = settings;
        weights = new double[settings.everLooksAhead() ? dimension : 0];
    }

    /// How many numbers they are.
    int size() {
        return weights.length;
    }

    /// Where looking ahead begins with this step, the weights are the point before it.
    void begin(int step, double[] point) {
        if (weights.length > 0 && settings.aheadAfter(step) == 1) {
            System.arraycopy(point, 0, weights, 0, weights.length);
        }
    }

    /// Leads the point that a step reached, if that step ends so.
    void lead(int step, double[] point) {
        if (leadsAfter(step)) {
            lead(point, weights);
        }
    }

    /// Whether this step ends where the weights lead it.
    boolean leadsAfter(int step) {
        if (weights.length == 0) {
            return false;
        }
        int steps = settings.aheadAfter(step);
        return steps > 0
                && steps % settings.modifiers().lookahead().orElseThrow().k() == 0;
    }

    private void lead(double[] point, double[] slow) {
        double part = part();
        for (int i = 0; i < point.length; i++) {
            slow[i] += part * (point[i] - slow[i]);
            point[i] = slow[i];
        }
    }

    private double part() {
        return settings.modifiers().lookahead().orElseThrow().alpha();
    }

    /// The last stage of a step that ends where the weights lead it, for one parameter.
    ///
    /// @param from the point before the step
    /// @param reached the point that the rule reached; it is led
    Stage told(int step, double[] from, double[] reached, int index, String name) {
        double[] slow = settings.aheadAfter(step) == 1 ? from.clone() : weights.clone();
        double before = reached[index];
        double weight = slow[index];
        lead(reached, slow);
        return GradientModifier.led(part(), weight, before, reached[index], name);
    }

    void save(double[] into, int at) {
        System.arraycopy(weights, 0, into, at, weights.length);
    }

    void restore(double[] from, int at) {
        System.arraycopy(from, at, weights, 0, weights.length);
    }
}
