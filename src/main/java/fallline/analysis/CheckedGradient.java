package fallline.analysis;

import fallline.experiment.Experiment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// The check that says most about a problem's gradient.
///
/// @param check the worst that was found
/// @param point where: `start`, `random point 2`
/// @param parameter the name of the parameter with the largest error
/// @param points how many points were looked at
public record CheckedGradient(GradientCheck check, String point, String parameter, int points) {
    /// The worst that is found at the start and around it; nothing if it was given up.
    ///
    /// @param cancelled whether somebody gave it up meanwhile
    public static Optional<CheckedGradient> of(Experiment experiment, BooleanSupplier cancelled) {
        Map<String, double[]> points = GradientChecker.points(experiment);
        List<String> parameters = experiment.problem().objective().parameterNames();
        Optional<CheckedGradient> worst = Optional.empty();
        GradientChecker checker = new GradientChecker(experiment.problem().objective());
        for (Map.Entry<String, double[]> point : points.entrySet()) {
            if (cancelled.getAsBoolean()) {
                return Optional.empty();
            }
            GradientCheck check =
                    checker.near(point.getValue(), cancelled).getLast().check();
            if (worst.isEmpty() || worst.get().check().worse(check) == check) {
                String parameter = parameters.get(check.coordinate());
                worst = Optional.of(new CheckedGradient(check, point.getKey(), parameter, points.size()));
            }
        }
        return worst;
    }
}
