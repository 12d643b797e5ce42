package fallline.lesson.mark;

import fallline.experiment.Change;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.SettingsAt;
import fallline.lesson.Control;
import fallline.lesson.LessonStep;
import fallline.lesson.state.Engine;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.batch.Batching;
import fallline.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/// What a step of a lesson keeps as it is, told by the experiments before and after, so that it does not matter
/// what changed one into the other.
///
/// A setting that is locked is locked for every run. A run that is added has what one of the others has, unless
/// the step hands out the list of runs. Callable from any thread.
public final class Locked {
    /// What the problem is made of.
    private static final Set<Control> PROBLEM = Set.of(Control.FORMULA, Control.PARAMETERS, Control.MODEL);

    private final Set<Control> controls;
    private final boolean adds;
    private final Engine engine;

    private Locked(Set<Control> controls, boolean adds, Engine engine) {
        this.controls = new TreeSet<>(controls);
        this.adds = adds;
        this.engine = engine;
    }

    /// What `step` locks.
    public static Locked by(LessonStep step, Engine engine) {
        boolean adds = step.controls().contains(Control.RUNS) && !step.locked().contains(Control.RUNS);
        return new Locked(step.locked(), adds, engine);
    }

    /// What must be as `step` gives it for something done there to count: what it locks, and of the problem all that it
    /// does not hand out.
    public static Locked counting(LessonStep step, Engine engine) {
        Set<Control> controls = new TreeSet<>(PROBLEM);
        step.controls().forEach(controls::remove);
        if (step.controls().contains(Control.FORMULA)) {
            controls.clear();
        }
        controls.addAll(step.locked());
        return new Locked(controls, by(step, engine).adds, engine);
    }

    /// Why that control does not move.
    public static String sentence(Control control) {
        return "This step of the lesson locks " + control.meaning() + ".";
    }

    /// Whether the playhead stays where it is.
    public boolean holdsPlayhead() {
        return controls.contains(Control.PLAY);
    }

    /// The first control whose lock does not let one experiment become the other.
    public Optional<Control> broken(Experiment before, Experiment after) {
        return controls.stream()
                .filter(control -> changes(control, before, after))
                .findFirst();
    }

    private boolean changes(Control control, Experiment before, Experiment after) {
        return switch (control) {
            case RATE -> changes(before, after, one -> settings(one, Hyperparameter.LEARNING_RATE::equals));
            case SETTINGS -> otherSettings(before, after);
            case OPTIMIZER -> changes(before, after, OfRun::method);
            case SCHEDULE -> changes(before, after, one -> course(one, SettingsAt::schedule));
            case BATCH -> changes(before, after, one -> course(one, at -> plain(at.batching())));
            case START -> startChanges(before, after);
            case COUNT -> before.steps() != after.steps();
            case SEED -> before.seed() != after.seed();
            case FORMULA -> !written(before.problem()).equals(written(after.problem()));
            case PARAMETERS -> parametersChange(before.problem(), after.problem());
            case MODEL -> !design(before.problem()).equals(design(after.problem()));
            case RUNS -> runsChange(before, after);
            case PLAY, VERDICT -> false;
        };
    }

    /// A run of an experiment.
    private record OfRun(Experiment experiment, Run run) {
        RunRecipe recipe() {
            return run.recipe();
        }

        /// The id of its optimizer, and the text if that is a rule of the experiment's own.
        List<Object> method() {
            String id = recipe().optimizer();
            return List.of(id, experiment.optimizers().getOrDefault(id, ""), run.recorded());
        }
    }

    private boolean changes(Experiment before, Experiment after, Function<OfRun, Object> aspect) {
        for (int i = 0; i < after.runs().size(); i++) {
            OfRun now = new OfRun(after, after.runs().get(i));
            Optional<OfRun> former = former(before, after, i);
            boolean kept = former.map(one -> aspect.apply(one).equals(aspect.apply(now)))
                    .orElseGet(() -> adds
                            || before.runs().stream()
                                    .map(run -> aspect.apply(new OfRun(before, run)))
                                    .anyMatch(aspect.apply(now)::equals));
            if (!kept) {
                return true;
            }
        }
        return false;
    }

    /// What the run at a place was before: the run of its name, else the one that stood in its place under a name that
    /// is gone.
    private static Optional<OfRun> former(Experiment before, Experiment after, int place) {
        int known = before.indexOf(after.runs().get(place).name());
        boolean renamed = known < 0
                && before.runs().size() == after.runs().size()
                && after.indexOf(before.runs().get(place).name()) < 0;
        return known >= 0 || renamed
                ? Optional.of(new OfRun(before, before.runs().get(renamed ? place : known)))
                : Optional.empty();
    }

    /// Besides the rate: what both optimizers know, where the optimizer is another.
    private boolean otherSettings(Experiment before, Experiment after) {
        Function<OfRun, Object> rest = one -> List.of(
                settings(one, name -> !name.equals(Hyperparameter.LEARNING_RATE)),
                course(one, SettingsAt::modifiers),
                one.recipe().lineSearch());
        if (!changes(before, after, OfRun::method)) {
            return changes(before, after, rest);
        }
        return changes(before, after, one -> course(one, SettingsAt::modifiers));
    }

    /// The values of the settings of these names, step by step; where nothing is said, the optimizer's own.
    private Object settings(OfRun one, Predicate<String> names) {
        Map<String, HyperValue> usual = new HashMap<>();
        try {
            engine.optimizer(one.experiment(), one.run())
                    .hyperparameters()
                    .forEach(parameter -> usual.put(parameter.name(), parameter.initial()));
        } catch (IllegalArgumentException _) {
            // a rule that is being written: what is said counts
        }
        return course(one, at -> {
            Map<String, HyperValue> values = new HashMap<>(usual);
            values.putAll(at.hyperparameters());
            values.keySet().removeIf(name -> !names.test(name));
            return values;
        });
    }

    /// What holds from the start on, and from each step on at which it becomes another.
    private static Object course(OfRun one, Function<SettingsAt, Object> aspect) {
        Set<Integer> steps = new TreeSet<>(List.of(0));
        one.recipe().changes().stream().map(Change::step).forEach(steps::add);
        List<Object> course = new ArrayList<>();
        Object last = null;
        for (int step : steps) {
            Object now = aspect.apply(SettingsAt.of(one.recipe(), step));
            if (!now.equals(last)) {
                course.add(List.of(step, now));
                last = now;
            }
        }
        return course;
    }

    private static Object plain(Batching batching) {
        return batching instanceof Batching.Given(List<int[]> batches)
                ? batches.stream().map(Arrays::toString).toList()
                : batching;
    }

    /// A start that has another length because the problem has is none that a hand moved.
    private static boolean startChanges(Experiment before, Experiment after) {
        int now = after.problem().objective().dimension();
        return before.problem().objective().dimension() == now
                && !Arrays.equals(before.startPoint(), after.startPoint());
    }

    private static List<Object> written(Problem problem) {
        return switch (problem) {
            case Problem.Formula formula -> List.of(formula.expression(), formula.variables(), formula.goal());
            case Problem.OnData model -> List.of(model.family().word(), model.data(), model.features(), model.target());
        };
    }

    private static boolean parametersChange(Problem before, Problem after) {
        return before.parameters().entrySet().stream()
                .anyMatch(entry -> Optional.ofNullable(after.parameters().get(entry.getKey()))
                        .filter(now -> now.value() != entry.getValue().value())
                        .isPresent());
    }

    private static List<Object> design(Problem problem) {
        return problem instanceof Problem.OnData model
                ? List.of(
                        model.family().word(),
                        model.options(),
                        model.draft().design().map(Objects::toString).orElse(""))
                : List.of();
    }

    /// A run that is called after its optimizer may follow it.
    private static boolean runsChange(Experiment before, Experiment after) {
        if (before.runs().size() != after.runs().size()) {
            return true;
        }
        for (int i = 0; i < after.runs().size(); i++) {
            Run old = before.runs().get(i);
            Run now = after.runs().get(i);
            boolean follows = !new OfRun(before, old).method().equals(new OfRun(after, now).method());
            if (!old.name().equals(now.name()) && !follows) {
                return true;
            }
        }
        return false;
    }
}
