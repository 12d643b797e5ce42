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
    private Edition edition;
    private int at;

    /// What a step of the lesson has come to.
    static final class StepState {
        private final Marker marker;
        Optional<Told> told = Optional.empty();
        Optional<Outcome> outcome = Optional.empty();
        Optional<Aside> left = Optional.empty();
        Optional<Document> document = Optional.empty();
        int hints;

        /// Whether something was foretold, so that the truth may be seen.
        boolean foretold;

        /// Whether it was begun again, so that what was answered before does not count.
        boolean again;

        StepState(Marker marker) {
            this.marker = marker;
        }

        /// Nothing was done, answered or asked yet.
        void beginAgain() {
            left = Optional.empty();
            outcome = Optional.empty();
            again = true;
            foretold = false;
            hints = 0;
        }

        /// One thread uses it at a time, under its own lock.
        Marker marker() {
            return marker;
        }
    }

    /// @param key by which progress is kept
    /// @param source its file, if it is one of the user's own
    LessonVisit(String key, Optional<Path> source, Edition edition, Engine engine) {
        this.key = key;
        this.source = source;
        this.edition = edition;
        this.engine = engine;
    }

    String key() {
        return key;
    }

    Optional<Path> source() {
        return source;
    }

    Lesson lesson() {
        return edition.lesson();
    }

    int at() {
        return at;
    }

    LessonStep step() {
        return lesson().steps().get(at);
    }

    /// What the step that one is at has come to.
    StepState state() {
        return states.computeIfAbsent(step().name(), _ -> new StepState(new Marker(step(), engine)));
    }

    /// Goes to a step.
    void go(int step) {
        at = Math.clamp(step, 0, lesson().steps().size() - 1);
    }

    boolean isLast() {
        return at == lesson().steps().size() - 1;
    }

    /// Takes the place of the lesson as it was before its file was edited. What the user did in steps whose experiment
    /// is the same stays.
    ///
    /// @return whether the step that one is at has another experiment now
    boolean renew(Edition renewed) {
        LessonStep before = step();
        Edition old = edition;
        edition = renewed;
        Lesson next = renewed.lesson();
        at = Math.clamp(at, 0, next.steps().size() - 1);
        for (int i = 0; i < next.steps().size(); i++) {
            if (next.steps().get(i).name().equals(before.name())) {
                at = i;
            }
        }
        Map<String, StepState> kept = new HashMap<>();
        for (LessonStep step : next.steps()) {
            StepState known = states.get(step.name());
            boolean same = old.setup(step.name()).equals(renewed.setup(step.name()));
            if (known != null && same) {
                StepState fresh = new StepState(new Marker(step, engine));
                fresh.left = known.left;
                fresh.document = known.document;
                fresh.foretold = known.foretold;
                fresh.again = known.again;
                fresh.outcome = known.outcome;
                fresh.hints = Math.min(known.hints, step.hints().size());
                kept.put(step.name(), fresh);
            }
        }
        boolean stays = step().name().equals(before.name()) && kept.containsKey(before.name());
        states.clear();
        states.putAll(kept);
        return !stays;
    }
}
