package fallline.app.race;

import fallline.analysis.repeat.Quartiles;
import fallline.analysis.repeat.Repeats;
import fallline.number.Numbers;

/// What is said of the repeats of a run.
final class RepeatWords {
    private static final int DIGITS = 4;

    private RepeatWords() {}

    /// `Adam, 50 seeds: converged 46 of 50, hovering 4; final J 0.012 (quartiles 0.01 and 0.02).`
    ///
    /// @param stopped whether no more will be computed
    static String line(String run, Repeats repeats, boolean stopped) {
        int all = repeats.order().count();
        if (!repeats.order().chance().any()) {
            return run + ": nothing is drawn by lot, all " + Numbers.whole(all) + " repeats are this run.";
        }
        String head = run + ", " + Numbers.whole(repeats.done())
                + (repeats.isWhole() ? "" : " of " + Numbers.whole(all)) + " seeds"
                + (stopped && !repeats.isWhole() ? ", stopped" : "");
        if (repeats.done() == 0) {
            return head + ".";
        }
        Quartiles loss = repeats.loss();
        int last = loss.median().length - 1;
        return head + ": " + repeats.shares() + "; final J " + number(loss.median()[last]) + " (quartiles "
                + number(loss.lower()[last]) + " and " + number(loss.upper()[last]) + ").";
    }

    private static String number(double number) {
        return Numbers.brief(number, DIGITS);
    }
}
