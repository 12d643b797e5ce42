package fallline.picture;

import fallline.experiment.RecordedChange;
import fallline.experiment.RunRecipe;
import fallline.experiment.edit.ChangeWords;
import fallline.figure.label.ReadOut;
import fallline.figure.path.StepMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a run changes on its way, as marks on its curve and its path.
public final class RunMarks {
    private RunMarks() {}

    /// One mark a step, rising: `step 50: α = 0.01, batches of 32`.
    public static List<StepMark> of(RunRecipe recipe) {
        Map<Integer, String> words = new TreeMap<>();
        for (RecordedChange change : RecordedChange.of(recipe)) {
            words.merge(change.step(), ChangeWords.setting(change.setting()), (one, other) -> one + ", " + other);
        }
        List<StepMark> marks = new ArrayList<>();
        words.forEach((step, said) -> marks.add(new StepMark(step, said)));
        return List.copyOf(marks);
    }

    /// A read-out of a step, with what is changed there, if anything is.
    public static ReadOut told(ReadOut words, RunRecipe recipe, int step) {
        List<String> lines = new ArrayList<>(words.lines());
        of(recipe).stream()
                .filter(mark -> mark.step() == step)
                .forEach(mark -> lines.add("from here on " + mark.words()));
        return new ReadOut(words.title(), lines, words.at());
    }
}
