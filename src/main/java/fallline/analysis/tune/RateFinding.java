package fallline.analysis.tune;

import java.util.Optional;

/// J along a run whose rate was swept up.
///
/// @param rates of the steps, ascending
/// @param loss J over all rows behind each step; of a run that diverged, up to the first step that is too high
/// @param smoothed its running mean: exponential, without the pull of its beginning
/// @param steepest the rate at which J falls most for a factor of the rate, held below `limit`; empty if it never falls
/// @param tenth a tenth of the rate at which J is least, held below `limit`; empty if it never falls
/// @param least the rate at which J is least: beyond it, J rises; empty if it never falls
/// @param diverged the rate at which J was more than four times its least, and the sweep ended; empty if it never was
/// @param limit where a suggestion had to be held back: the rate from which on steps grow along the steepest direction
public record RateFinding(
        RateSearch search,
        double[] rates,
        double[] loss,
        double[] smoothed,
        Optional<Double> steepest,
        Optional<Double> tenth,
        Optional<Double> least,
        Optional<Double> diverged,
        Optional<Double> limit) {}
