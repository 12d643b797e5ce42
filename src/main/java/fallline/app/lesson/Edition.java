package fallline.app.lesson;

import fallline.file.ExperimentFile;
import fallline.file.json.UnknownFields;
import fallline.lesson.Lesson;
import fallline.lesson.LessonStep;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A lesson as it was read at one time, with what tells whether a step of another edition gives the same experiment.
///
/// @param setups of each step, as short as a fingerprint
record Edition(Lesson lesson, List<String> setups) {
    /// Not for the FX thread.
    static Edition of(Lesson lesson, OptimizerCatalogue catalogue) {
        ExperimentFile files = new ExperimentFile(catalogue);
        return new Edition(
                lesson,
                lesson.steps().stream().map(step -> fingerprint(step, files)).toList());
    }

    private static String fingerprint(LessonStep step, ExperimentFile files) {
        String text = files.text(step.setup().experiment(), Optional.empty(), UnknownFields.none(), Path.of(""));
        return step.setup().view().playhead() + "-" + text.length() + "-" + Integer.toHexString(text.hashCode());
    }

    /// The fingerprint of the step of that name, if there is one.
    Optional<String> setup(String name) {
        for (int i = 0; i < setups.size(); i++) {
            if (lesson.steps().get(i).name().equals(name)) {
                return Optional.of(setups.get(i));
            }
        }
        return Optional.empty();
    }
}
