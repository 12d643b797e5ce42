package fallline.picture;

import fallline.experiment.RecordedChange;
import fallline.experiment.RunRecipe;
import fallline.experiment.edit.ChangeWords;
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
}
