package fallline.export.python;

import fallline.optimizer.schedule.Schedule;
import java.util.Optional;

/// Schedules as one expression of the step's number `t`, which a textbook counts from 1.
final class TextbookRates {
    private TextbookRates() {}

    /// The rate of step `t` by that of the recipe; empty where one line does not say it.
    ///
    /// @param base the name of the recipe's rate
    static Optional<String> line(Schedule schedule, String base) {
        return Optional.ofNullable(
                switch (schedule) {
                    case Schedule.Steps(int size, double gamma) ->
                        base + "*" + number(gamma) + "**((t - 1)//" + size + ")";
                    case Schedule.Exponential(double gamma) -> base + "*" + number(gamma) + "**(t - 1)";
                    case Schedule.InverseTime(double decay) -> base + "/(1 + " + number(decay) + "*(t - 1))";
                    case Schedule.Cosine(int most, double least) ->
                        number(least) + " + (" + base + " - " + number(least) + ")*(1 + np.cos(np.pi*(t - 1)/" + most
                                + "))/2";
                    case Schedule.Polynomial(int total, double power) ->
                        base + "*(1 - min(t - 1, " + total + ")/" + total + ")**" + number(power);
                    case Schedule.LinearWarmup(double start, double end, int total) ->
                        base + "*(" + number(start) + " + (" + number(end) + " - " + number(start) + ")*min(t - 1, "
                                + total + ")/" + total + ")";
                    case Schedule.ConstantFactor(double factor, int total) ->
                        "(" + number(factor) + "*" + base + " if t <= " + total + " else " + base + ")";
                    case Schedule.Milestones(var steps, double gamma) ->
                        base + "*" + number(gamma) + "**sum(t > step for step in " + steps + ")";
                    default -> null;
                });
    }

    private static String number(double value) {
        return PythonText.decimal(value);
    }
}
