package fallline.app.lesson;

import fallline.lesson.LessonStep;
import fallline.lesson.Task;
import fallline.lesson.mark.Marker;
import fallline.lesson.prose.Prose;
import fallline.lesson.state.Known;
import java.util.List;

/// What a step says, with all numbers filled in, in Markdown.
///
/// @param options of a choice; else empty
record Told(String text, List<String> options, List<String> hints, String because) {
    /// Fills the numbers in; not for the FX thread.
    static Told of(LessonStep step, Marker marker) {
        List<Prose> options = step.task().orElse(null) instanceof Task.Choice choice ? choice.options() : List.of();
        return new Told(
                filled(step.text(), marker),
                options.stream().map(option -> filled(option, marker)).toList(),
                step.hints().stream().map(hint -> filled(hint, marker)).toList(),
                filled(step.because(), marker));
    }

    private static String filled(Prose prose, Marker marker) {
        if (prose.isPlain()) {
            return prose.plain();
        }
        Known given = marker.given();
        return prose.text(given);
    }
}
