package fallline.app.lesson;

import fallline.app.desk.Desk;
import fallline.experiment.Experiment;
import fallline.lesson.Control;
import fallline.lesson.LessonStep;
import fallline.lesson.mark.Locked;
import fallline.lesson.state.Engine;
import fallline.workbench.Guard;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/// Holds what a step of a lesson locks, as long as the step's experiment is on the desk, and says why. FX thread.
final class LessonGuard implements Guard {
    private final Desk desk;
    private final Locked locked;
    private final BooleanSupplier here;

    private LessonGuard(Desk desk, Locked locked, BooleanSupplier here) {
        this.desk = desk;
        this.locked = locked;
        this.here = here;
    }

    /// Locks what `step` locks, and nothing else.
    ///
    /// @param here whether its experiment is on the desk
    static void lock(Desk desk, LessonStep step, Engine engine, BooleanSupplier here) {
        Map<String, String> reasons = step.locked().stream().collect(Collectors.toMap(Control::word, Locked::sentence));
        desk.locks().lock(reasons);
        desk.workbench().guard(new LessonGuard(desk, Locked.by(step, engine), here));
    }

    /// Locks nothing any more.
    static void unlock(Desk desk) {
        desk.locks().lock(Map.of());
        desk.workbench().guard(Guard.NONE);
    }

    @Override
    public boolean lets(Experiment before, Experiment after) {
        Optional<Control> broken = here.getAsBoolean() ? locked.broken(before, after) : Optional.empty();
        broken.map(Locked::sentence).ifPresent(desk.notices()::tell);
        return broken.isEmpty();
    }

    @Override
    public boolean letsMove() {
        boolean held = here.getAsBoolean() && locked.holdsPlayhead();
        if (held) {
            desk.notices().tell(Locked.sentence(Control.PLAY));
        }
        return !held;
    }
}
