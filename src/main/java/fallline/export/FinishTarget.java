package fallline.export;

import fallline.experiment.ensemble.Target;
import fallline.experiment.view.RaceLook;
import fallline.number.Numbers;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.picture.Best;
import fallline.workbench.Scene;
import java.util.OptionalDouble;

/// What runs that race have to reach: J − J* < ε, or a J where J* is not known.
///
/// @param best J*; absent where a J itself is the target
/// @param number ε, or that J; NaN where none was said
public record FinishTarget(OptionalDouble best, double number, Goal goal) {
    private static final int DIGITS = 4;

    /// The one of a scene. Whether J* is known may take long to find out.
    public static FinishTarget of(Scene scene) {
        RaceLook look = scene.view().race();
        scene.experiment().problem().objective().twin().optimum(); // waits for it, so that it is at hand
        Best best = Best.of(scene);
        return best.known()
                ? new FinishTarget(OptionalDouble.of(best.value()), look.epsilon(), best.goal())
                : new FinishTarget(OptionalDouble.empty(), look.loss().orElse(Double.NaN), best.goal());
    }

    /// The one of an objective whose J* is looked for: J − J* below ε; where J* is not known, J below it, or above it
    /// where J is maximised.
    public static FinishTarget of(Objective objective, double epsilon) {
        return new FinishTarget(
                objective
                        .twin()
                        .optimum()
                        .map(best -> OptionalDouble.of(best.value()))
                        .orElse(OptionalDouble.empty()),
                epsilon,
                objective.goal());
    }

    /// Whether there is one.
    public boolean isSet() {
        return !Double.isNaN(number);
    }

    /// Whether a loss reaches it, as [Target] says it. Nothing does where there is none.
    public boolean reached(double loss) {
        Target target = best.isPresent() ? new Target(best.getAsDouble(), number) : Target.level(goal, number);
        return target.isReached(goal, loss);
    }

    /// `J − J* < 10⁻⁶`, `J > 3`; empty where there is none.
    public String words() {
        return isSet() ? name("J − J*", "J* − J") + " " + sign() + " " + Numbers.brief(number, DIGITS) : "";
    }

    /// The same for a machine: `J - J* < 1.0E-6`.
    public String plain() {
        return isSet() ? name("J - J*", "J* - J") + " " + sign() + " " + number : "";
    }

    /// The same in LaTeX, without the signs around a formula.
    public String latex() {
        return isSet() ? name("J - J^*", "J^* - J") + " " + sign() + " " + Numbers.latex(number, DIGITS) : "";
    }

    private String name(String least, String largest) {
        if (best.isEmpty()) {
            return "J";
        }
        return goal == Goal.MINIMISE ? least : largest;
    }

    private String sign() {
        return best.isPresent() || goal == Goal.MINIMISE ? "<" : ">";
    }
}
