package fallline.objective.formula;

import java.util.Locale;

/// The learning rate with which a first run on a catalogue function is worth seeing, and what that run does.
///
/// @param family for which methods, a word that their texts name; their other hyperparameters are at their defaults
/// @param steps how many steps from the function's first start it takes, 50 … 400
/// @param outcome what happens in that many steps
public record FirstRate(String family, double rate, int steps, Outcome outcome) {
    /// How a run on a catalogue function ends. docs/functions.md says when each word is used.
    public enum Outcome {
        REACHES_THE_MINIMUM,
        SETTLES_IN_A_LOCAL_MINIMUM,
        STOPS_AT_A_SADDLE,
        IS_STILL_ON_ITS_WAY,
        FALLS_OUT_OF_THE_BOX,
        KEEPS_JUMPING,
        STANDS_STILL;

        /// The words of a card: `reaches the minimum`.
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
