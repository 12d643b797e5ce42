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
import fallline.optimizer.Optimizer;
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
import java.util.function.BiPredicate;
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
    private final boolean remodels;
    private final Engine engine;

    /// @param controls what is held
    private Locked(LessonStep step, Set<Control> controls, Engine engine) {
        this.controls = new TreeSet<>(controls);
        this.engine = engine;
        adds = handsOut(step, Control.RUNS);
        remodels = handsOut(step, Control.MODEL);
    }

    private static boolean handsOut(LessonStep step, Control control) {
        return step.controls().contains(control) && !step.locked().contains(control);
    }

    /// What `step` locks.
    public static Locked by(LessonStep step, Engine engine) {
        return new Locked(step, step.locked(), engine);
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
        return new Locked(step, controls, engine);
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
            case SETTINGS -> anyChanges(before, after, this::keepsSettings);
            case OPTIMIZER -> changes(before, after, OfRun::method);
            case SCHEDULE -> changes(before, after, one -> course(one, SettingsAt::schedule));
            case BATCH -> changes(before, after, one -> course(one, at -> plain(at.batching())));
            case START -> startChanges(before, after);
            case COUNT -> before.steps() != after.steps();
            case SEED -> before.seed() != after.seed();
            case FORMULA -> !keepsProblem(before.problem(), after.problem());
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
        return anyChanges(before, after, (old, now) -> aspect.apply(old).equals(aspect.apply(now)));
    }

    /// @param keeps whether the second one keeps what the first one has
    private boolean anyChanges(Experiment before, Experiment after, BiPredicate<OfRun, OfRun> keeps) {
        for (int i = 0; i < after.runs().size(); i++) {
            OfRun now = new OfRun(after, after.runs().get(i));
            Optional<OfRun> former = former(before, after, i);
            boolean kept = former.map(one -> keeps.test(one, now))
                    .orElseGet(() ->
                            adds || before.runs().stream().anyMatch(run -> keeps.test(new OfRun(before, run), now)));
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

    /// All settings but the rate, if the optimizer is the same. If it is another, those that both of them know, the
    /// modifiers, and the line search where it takes one.
    private boolean keepsSettings(OfRun old, OfRun now) {
        boolean modifiers = course(old, SettingsAt::modifiers).equals(course(now, SettingsAt::modifiers));
        boolean searches = old.recipe().lineSearch().equals(now.recipe().lineSearch());
        if (old.method().equals(now.method())) {
            Predicate<String> others = name -> !name.equals(Hyperparameter.LEARNING_RATE);
            return modifiers && searches && settings(old, others).equals(settings(now, others));
        }
        Set<String> both = new TreeSet<>(usual(old).keySet());
        both.retainAll(usual(now).keySet());
        both.remove(Hyperparameter.LEARNING_RATE);
        boolean takesSearch = optimizer(now).filter(Optimizer::takesLineSearch).isPresent();
        return modifiers && (searches || !takesSearch) && both.stream().allMatch(name -> keepsSetting(name, old, now));
    }

    /// Whether a setting is the same under another optimizer, or what each of them has by itself.
    private boolean keepsSetting(String name, OfRun old, OfRun now) {
        return settings(old, name::equals).equals(settings(now, name::equals))
                || (isUsual(name, old) && isUsual(name, now));
    }

    private boolean isUsual(String name, OfRun one) {
        HyperValue initial = Objects.requireNonNull(usual(one).get(name));
        HyperValue first =
                optimizer(one).map(Optimizer::firstSettings).orElse(Map.of()).getOrDefault(name, initial);
        Object course = course(one, at -> at.hyperparameters().getOrDefault(name, initial));
        return course.equals(List.of(List.of(0, initial))) || course.equals(List.of(List.of(0, first)));
    }

    /// Empty for a rule that is being written: then what is said counts.
    private Optional<Optimizer> optimizer(OfRun one) {
        try {
            return Optional.of(engine.optimizer(one.experiment(), one.run()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// The values that settings have of which nothing is said.
    private Map<String, HyperValue> usual(OfRun one) {
        Map<String, HyperValue> usual = new HashMap<>();
        optimizer(one)
                .map(Optimizer::hyperparameters)
                .orElse(List.of())
                .forEach(parameter -> usual.put(parameter.name(), parameter.initial()));
        return usual;
    }

    /// The values of the settings of these names, step by step; where nothing is said, the optimizer's own.
    private Object settings(OfRun one, Predicate<String> names) {
        Map<String, HyperValue> usual = usual(one);
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

    /// Data are the same by what is in them, wherever they were read. What the step hands out of a model may change.
    private boolean keepsProblem(Problem before, Problem after) {
        if (before instanceof Problem.OnData old && after instanceof Problem.OnData now) {
            return written(old).equals(written(now))
                    && old.data().gaps() == now.data().gaps()
                    && old.data().hasColumnsOf(now.data())
                    && keepsPositive(old, now)
                    && (remodels
                            || (design(old).equals(design(now))
                                    && old.data().holdOut().equals(now.data().holdOut())));
        }
        return written(before).equals(written(after));
    }

    /// Another loss may have no class that is coded 1.
    private static boolean keepsPositive(Problem.OnData old, Problem.OnData now) {
        Optional<String> before = old.draft().positive();
        Optional<String> after = now.draft().positive();
        return before.isEmpty() || after.isEmpty() || before.equals(after);
    }

    private static List<Object> written(Problem problem) {
        return switch (problem) {
            case Problem.Formula formula -> List.of(formula.expression(), formula.variables(), formula.goal());
            case Problem.OnData model -> List.of(model.family().word(), model.features(), model.target());
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
