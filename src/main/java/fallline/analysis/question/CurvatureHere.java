package fallline.analysis.question;

import fallline.curvature.SpectrumEnds;
import fallline.experiment.judge.Digits;
import fallline.number.Numbers;
import java.util.Optional;
import java.util.OptionalInt;

/// The curvature at a point, and what it means for a learning rate.
///
/// @param own the ends of the Hessian's spectrum, in the sense of descent
/// @param seen those of P^−½ H P^−½, where the rule divides the gradient by numbers P of its own
/// @param zones what rates lead to; empty where J does not curve upwards or is not finite, or no bound is known
/// @param bound what is known of a largest stable rate
/// @param step the step of the run at which it was taken; empty where it is the same at all of them
/// @param sample the rows from which the curvature was taken; 0 for all
public record CurvatureHere(
        SpectrumEnds own,
        Optional<SpectrumEnds> seen,
        Optional<RateZones> zones,
        Bound bound,
        OptionalInt step,
        int sample) {
    /// What is known of a largest stable rate.
    public enum Bound {
        /// The rule says from which rate on it diverges on a bowl.
        KNOWN(""),
        /// The method takes its rate from the curvature.
        NONE("no bound: it takes its rate from the curvature"),
        /// Nothing is known.
        UNKNOWN("no bound known");

        private final String words;

        Bound(String words) {
            this.words = words;
        }
    }

    /// Why there are no zones, or nothing where there are: `no bound known`.
    public String whyNone() {
        return bound == Bound.KNOWN && zones.isEmpty() ? "no stability limit at this point" : bound.words;
    }

    /// The eigenvalues with their condition, as one sentence.
    public String sentence() {
        if (Double.isNaN(own.top())) {
            return "The curvature is not finite here.";
        }
        String plain = own.largest().length == 1 && own.smallest() == own.top() && own.exact()
                ? "J″ = " + Digits.plain(own.top())
                : "λmax = " + Digits.plain(own.top()) + ", λmin = " + Digits.plain(own.smallest()) + condition();
        String scaled = seen.map(ends -> "; divided by P as the rule does, λmax = " + Digits.plain(ends.top()))
                .orElse("");
        return (step.isPresent() ? "At step " + Numbers.whole(step.getAsInt()) + " " : "") + plain + scaled + how()
                + ".";
    }

    private String condition() {
        double condition = own.condition();
        return Double.isFinite(condition) ? ", κ = " + Digits.plain(condition) : "";
    }

    private String how() {
        String rows = sample == 0 ? "" : " (from 20\u202f000 of the rows)";
        return own.settled() ? rows : " (to a few digits, by 300 products)" + rows;
    }
}
