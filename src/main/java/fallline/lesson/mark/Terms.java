package fallline.lesson.mark;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.lesson.Control;
import fallline.lesson.LessonStep;
import fallline.lesson.state.Engine;
import fallline.lesson.state.Known;
import fallline.text.Quote;
import java.util.Objects;
import java.util.Optional;

/// What has to be the step's own for something done there to count: the problem, what is locked, and the rules that
/// make the runs. Whoever may write the rule can write down the answer.
record Terms(LessonStep step, Engine engine) {
    /// Why what was reached does not count, in a sentence; empty where it does.
    Optional<String> objection(Known reached) {
        Experiment given = step.setup().experiment();
        Experiment now = reached.setup().experiment();
        Locked locked = Locked.counting(step, engine);
        Optional<String> broken = locked.broken(given, now).map(this::sentence);
        if (broken.isPresent()) {
            return broken;
        }
        if (locked.holdsPlayhead()
                && step.setup().view().playhead() != reached.setup().view().playhead()) {
            return Optional.of(Locked.sentence(Control.PLAY));
        }
        return now.runs().stream()
                .flatMap(run -> objection(run, now, given).stream())
                .findFirst();
    }

    private String sentence(Control control) {
        return step.locked().contains(control)
                ? Locked.sentence(control)
                : "This counts on the step's own problem only, and the problem is another one now.";
    }

    private Optional<String> objection(Run run, Experiment now, Experiment given) {
        if (run.recorded().isPresent()) {
            boolean own = given.runs().stream().anyMatch(one -> one.source().equals(run.source()));
            return own
                    ? Optional.empty()
                    : Optional.of(
                            "The path " + Quote.of(run.name()) + " was computed elsewhere, which does not count.");
        }
        return isOwn(run, now, given)
                ? Optional.of("The run " + Quote.of(run.name())
                        + " has a rule of your own, which does not count in this step.")
                : Optional.empty();
    }

    /// Whether the student wrote the rule of a run: its text is neither the step's nor says what an optimizer of the
    /// catalogue does. A rule that the step brings may be written anew where the step hands out the optimizer.
    private boolean isOwn(Run run, Experiment now, Experiment given) {
        String id = run.recipe().optimizer();
        String text = now.optimizers().get(id);
        String brought = given.optimizers().get(id);
        boolean handedOut =
                step.controls().contains(Control.OPTIMIZER) && !step.locked().contains(Control.OPTIMIZER);
        if (Objects.equals(text, brought) || (brought != null && handedOut)) {
            return false;
        }
        return engine.original(id, now.optimizers()).isEmpty();
    }
}
