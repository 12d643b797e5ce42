package fallline.workbench;

import fallline.experiment.RecordedPath;
import fallline.experiment.judge.Digits;
import fallline.experiment.run.Trace;
import fallline.number.Numbers;
import java.util.ArrayList;
import java.util.List;

/// What is to be said of a path that was computed elsewhere beside its verdict, each in one sentence.
public final class RecordedNotes {
    private static final int MOST_NAMES = 4;

    private RecordedNotes() {}

    /// @param path what the trace was made of
    /// @param parameters the names of the problem's parameters
    public static List<String> of(RecordedPath path, Trace trace, List<String> parameters) {
        List<String> notes = new ArrayList<>();
        if (!trace.hasPath()) {
            notes.add(
                    path.parameters().isEmpty()
                            ? "Only its losses are known: it is drawn as a curve, and not on the surface."
                            : "Its columns " + some(path.parameters()) + " are no parameters of this problem ("
                                    + some(parameters) + "): only its loss is drawn.");
        }
        trace.lossDifference()
                .ifPresent(difference -> notes.add("At step " + Digits.whole(difference.step())
                        + " its loss column says " + told(difference.recorded(), difference.here())
                        + ", this problem's J there is " + told(difference.here(), difference.recorded())
                        + ": another loss, or another scaling?"));
        return List.copyOf(notes);
    }

    /// Three digits, or all where three do not tell the two apart.
    private static String told(double value, double other) {
        return Digits.three(value).equals(Digits.three(other)) ? Numbers.exact(value) : Digits.three(value);
    }

    private static String some(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
        return names.size() > MOST_NAMES ? first + ", …" : first;
    }
}
