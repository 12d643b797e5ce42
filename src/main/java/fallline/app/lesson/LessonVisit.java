package fallline.app.lesson;

import fallline.app.lesson.LessonPanel.Outcome;
import fallline.lesson.Lesson;
import fallline.lesson.LessonStep;
import fallline.lesson.mark.Marker;
import fallline.lesson.state.Engine;
import fallline.workbench.Aside;
import fallline.workbench.Document;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A lesson that is being done: where one is, what was laid aside for it, and what was said in each step so far. FX
/// thread.
final class LessonVisit {
    private final String key;
    private final Optional<Path> source;
    private final Engine engine;
    private final Map<String, StepState> states = new HashMap<>();
    private Lesson lesson;
    private int at;

    /// What a step of the lesson has come to.
    static final class StepState {
        private final Marker marker;
        Optional<Told> told = Optional.empty();
        Optional<Outcome> outcome = Optional.empty();
        Optional<Aside> left = Optional.empty();
        Optional<Document> document = Optional.empty();
        int hints;

        StepState(Marker marker) {
            this.marker = marker;
        }

        /// One thread uses it at a time, under its own lock.
        Marker marker() {
            return marker;
        }
    }

    /// @param key by which progress is kept
    /// @param source its file, if it is one of the user's own
    LessonVisit(String key, Optional<Path> source, Lesson lesson, Engine engine) {
        this.key = key;
        this.source = source;
        this.lesson = lesson;
        this.engine = engine;
    }

    String key() {
        return key;
    }

    Optional<Path> source() {
        return source;
    }

    Lesson lesson() {
        return lesson;
    }

    int at() {
        return at;
    }

    LessonStep step() {
        return lesson.steps().get(at);
    }

    /// What the step that one is at has come to.
    StepState state() {
        return states.computeIfAbsent(step().name(), _ -> new StepState(new Marker(step(), engine)));
    }

    /// Goes to a step.
    void go(int step) {
        at = Math.clamp(step, 0, lesson.steps().size() - 1);
    }

    boolean isLast() {
        return at == lesson.steps().size() - 1;
    }

    /// Takes the place of the lesson as it was before its file was edited. What the user did in steps whose experiment
    /// is the same stays.
    ///
    /// @return whether the step that one is at has another experiment now
    boolean renew(Lesson next) {
        LessonStep before = step();
        Lesson old = lesson;
        lesson = next;
        at = Math.clamp(at, 0, next.steps().size() - 1);
        for (int i = 0; i < next.steps().size(); i++) {
            if (next.steps().get(i).name().equals(before.name())) {
                at = i;
            }
        }
        Map<String, StepState> kept = new HashMap<>();
        for (LessonStep step : next.steps()) {
            StepState known = states.get(step.name());
            boolean same = old.step(step.name())
                    .filter(other -> other.setup().equals(step.setup()))
                    .isPresent();
            if (known != null && same) {
                StepState renewed = new StepState(new Marker(step, engine));
                renewed.left = known.left;
                renewed.document = known.document;
                renewed.hints = Math.min(known.hints, step.hints().size());
                kept.put(step.name(), renewed);
            }
        }
        boolean stays = step().name().equals(before.name()) && kept.containsKey(before.name());
        states.clear();
        states.putAll(kept);
        return !stays;
    }
}
