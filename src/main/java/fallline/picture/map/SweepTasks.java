package fallline.picture.map;

import fallline.analysis.LossWindow;
import fallline.analysis.map.MapAxis;
import fallline.analysis.map.MapTask;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.SettingsAt;
import fallline.experiment.ensemble.Target;
import fallline.experiment.judge.Digits;
import fallline.experiment.run.RunTask;
import fallline.experiment.view.LossLook.Bounds;
import fallline.experiment.view.PlaneChoice;
import fallline.experiment.view.SweepLook;
import fallline.experiment.view.SweepLook.Axis;
import fallline.number.Numbers;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.objective.Optimum;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import fallline.picture.Best;
import fallline.problem.Problem;
import fallline.text.Quote;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// Which runs a sweep map of a scene is made of.
public final class SweepTasks {
    private static final int USUAL_CELLS = 128;
    private static final int FEWEST_CELLS = 24;
    private static final double MOST_WORK = 4e9;

    /// The usual rates reach so far down and up.
    private static final double REACH = 100;

    private SweepTasks() {}

    /// The run whose settings are swept: the one that the look names, else the chosen one.
    public static Run run(Scene scene) {
        Experiment experiment = scene.experiment();
        return scene.view()
                .sweep()
                .run()
                .filter(name -> experiment.indexOf(name) >= 0)
                .map(experiment::runOrFirst)
                .orElseGet(scene::chosen);
    }

    /// The map that the scene asks for.
    ///
    /// @param small what is small for a problem: ε unless another one is typed
    /// @throws IllegalArgumentException with a sentence, if there is none
    static MapTask.Sweep of(Scene scene, ToDoubleFunction<Problem> small) {
        Run run = run(scene);
        if (run.recorded().isPresent()) {
            throw new IllegalArgumentException(Quote.of(run.name())
                    + " was computed elsewhere: there are no settings to sweep. Choose another run.");
        }
        RunTask base = scene.record(run.name())
                .flatMap(RunRecord::task)
                .orElseThrow(() -> new IllegalArgumentException("The run is not computed yet."));
        double usual = small.applyAsDouble(scene.experiment().problem()); // looks for J*, which is at hand from then on
        SweepLook look = scene.view().sweep();
        List<Axis> axes = axes(scene, base, look);
        MapAxis x = axis(axes.getFirst(), base, scene);
        Optional<MapAxis> y = axes.size() < 2 ? Optional.empty() : Optional.of(axis(axes.getLast(), base, scene));
        if (y.isPresent() && y.get().setting().equals(x.setting())) {
            throw new IllegalArgumentException(
                    "Both axes of the map sweep " + x.label() + ": choose two settings, or leave y out for a curve.");
        }
        Objective objective = base.objective();
        Optional<Optimum> best = objective.optimumAtHand();
        double epsilon = look.epsilon().orElseGet(() -> usualEpsilon(scene, best.isPresent(), usual));
        Target target;
        if (best.isPresent()) {
            target = new Target(best.get().value(), epsilon);
        } else {
            target = Target.level(objective.goal(), epsilon);
        }
        RunTask like = withFirst(y.isPresent() ? withFirst(base, y.get()) : base, x);
        return new MapTask.Sweep(like, x, y, look.measure(), target, best.isPresent());
    }

    /// The run with what is swept set to the first cell's, so that the map stays while the run's own setting moves.
    private static RunTask withFirst(RunTask task, MapAxis axis) {
        RunRecipe recipe = task.recipe();
        double[] start = task.start().clone();
        if (axis.setting() instanceof MapAxis.Setting.Hyper(String name)) {
            recipe = recipe.with(name, HyperValue.of(axis.value(0)));
        } else if (axis.setting() instanceof MapAxis.Setting.StartAt(int parameter)) {
            start[parameter] = axis.value(0);
        }
        return new RunTask(task.objective(), task.optimizer(), recipe, start, task.seed(), task.steps(), task.test());
    }

    /// The map that the scene asks for, for a file.
    ///
    /// @throws IllegalArgumentException with a sentence, if there is none
    public static MapTask whole(Scene scene) {
        return of(scene, new Scales()::epsilon);
    }

    /// What is usual for ε; without J* the J that the runs so far have nearly come to.
    private static double usualEpsilon(Scene scene, boolean known, double usual) {
        if (known) {
            return usual;
        }
        Best seen = Best.of(scene);
        double value = Double.isNaN(seen.value()) ? 0 : seen.value();
        return seen.goal() == Goal.MINIMISE ? value + 1000 * usual : value - 1000 * usual;
    }

    /// The axes as a look has them: what it says, else the usual.
    ///
    /// @throws IllegalArgumentException with a sentence, if there is nothing to sweep
    public static List<Axis> axes(Scene scene) {
        RunTask base = scene.record(run(scene).name())
                .flatMap(RunRecord::task)
                .orElseThrow(() -> new IllegalArgumentException("The run is not computed yet."));
        return axes(scene, base, scene.view().sweep()).stream()
                .map(axis -> clipped(axis, base))
                .toList();
    }

    private static List<Axis> axes(Scene scene, RunTask base, SweepLook look) {
        if (look.x().isPresent()) {
            List<Axis> axes = new ArrayList<>(List.of(look.x().get()));
            look.y().ifPresent(axes::add);
            return axes;
        }
        List<String> settings = settings(scene, base.optimizer());
        String x = settings.getFirst();
        if (look.y().isPresent()) {
            return List.of(usual(scene, base, x), look.y().get());
        }
        if (settings.size() < 2) {
            return List.of(usual(scene, base, x));
        }
        return List.of(usual(scene, base, x), usual(scene, base, settings.get(1)));
    }

    /// What can be swept: the numbers among the optimizer's settings, the rate first, then the start's coordinates.
    public static List<String> settings(Scene scene, Optimizer optimizer) {
        List<String> names = new ArrayList<>();
        for (Hyperparameter parameter : optimizer.hyperparameters()) {
            if (parameter.kind() instanceof Hyperparameter.Range) {
                if (parameter.name().equals(Hyperparameter.LEARNING_RATE)) {
                    names.addFirst(parameter.name());
                } else {
                    names.add(parameter.name());
                }
            }
        }
        List<String> parameters = scene.experiment().problem().objective().parameterNames();
        parameters.stream().limit(12).forEach(name -> names.add(SweepLook.START + name));
        return names;
    }

    /// The usual axis of a setting: for a rate two decades to both sides of the run's own decade, so that the map
    /// stands still while the rate is dragged; for others the range of their sliders, for a coordinate the box of
    /// the problem.
    ///
    /// @throws IllegalArgumentException with a sentence, if there is no such setting
    public static Axis usual(Scene scene, RunTask base, String setting) {
        int n = cells(base);
        if (setting.startsWith(SweepLook.START)) {
            int parameter = parameter(scene, setting);
            int other = parameter == 0 ? Math.min(1, base.start().length - 1) : 0;
            Bounds box = LossWindow.suggested(
                    scene.experiment().problem(), base.start(), new PlaneChoice.Parameters(parameter, other));
            return new Axis(setting, box.left(), box.right(), false, n);
        }
        Hyperparameter.Range range = range(base.optimizer(), setting);
        if (setting.equals(Hyperparameter.LEARNING_RATE)) {
            double rate = value(base.recipe(), base.optimizer(), setting);
            double near = rate > 0 && Double.isFinite(rate) ? rate : range.initial();
            double middle = StrictMath.pow(10, Math.rint(Math.log10(near)));
            double low = Math.max(middle / REACH, Double.MIN_NORMAL);
            return new Axis(
                    setting, low, Math.min(middle * REACH, range.limits().high()), true, n);
        }
        boolean log = range.logarithmic() && range.low() > 0;
        return new Axis(setting, range.low(), range.high(), log, n);
    }

    private static int cells(RunTask base) {
        return (int) Math.clamp(Math.sqrt(MOST_WORK / KeptMap.cost(base)), FEWEST_CELLS, USUAL_CELLS);
    }

    private static Hyperparameter.Range range(Optimizer optimizer, String setting) {
        Hyperparameter parameter = optimizer.hyperparameters().get(optimizer.indexOf(setting));
        if (parameter.kind() instanceof Hyperparameter.Range range) {
            return range;
        }
        throw new IllegalArgumentException(setting + " of " + optimizer.id() + " is no number and cannot be swept.");
    }

    private static int parameter(Scene scene, String setting) {
        List<String> names = scene.experiment().problem().objective().parameterNames();
        int index = names.indexOf(setting.substring(SweepLook.START.length()));
        if (index < 0) {
            throw new IllegalArgumentException(
                    "There is no parameter for " + Quote.of(setting) + ": the problem has " + Quote.list(names) + ".");
        }
        return index;
    }

    /// An axis of a look as the map has it, within what the optimizer takes.
    private static MapAxis axis(Axis axis, RunTask base, Scene scene) {
        if (axis.setting().startsWith(SweepLook.START)) {
            int parameter = parameter(scene, axis.setting());
            String name =
                    scene.experiment().problem().objective().parameterNames().get(parameter);
            return new MapAxis(
                    new MapAxis.Setting.StartAt(parameter),
                    "start " + name,
                    axis.min(),
                    axis.max(),
                    axis.log(),
                    axis.n());
        }
        Axis within = clipped(axis, base);
        return new MapAxis(
                new MapAxis.Setting.Hyper(axis.setting()),
                label(axis.setting()),
                within.min(),
                within.max(),
                axis.log(),
                axis.n());
    }

    /// What of an axis the optimizer takes.
    ///
    /// @throws IllegalArgumentException with a sentence, if that is nothing
    private static Axis clipped(Axis axis, RunTask base) {
        if (axis.setting().startsWith(SweepLook.START)) {
            return axis;
        }
        Hyperparameter.Interval limits = range(base.optimizer(), axis.setting()).limits();
        double low = Math.max(axis.min(), limits.low());
        double high = Math.min(axis.max(), limits.high());
        if (!(low < high)) {
            throw new IllegalArgumentException(
                    axis.setting() + " of " + base.optimizer().id() + " must be in " + limits + ", got "
                            + Digits.three(axis.min()) + " … " + Digits.three(axis.max()) + ".");
        }
        return axis.within(low, high);
    }

    private static String label(String setting) {
        return setting.equals(Hyperparameter.LEARNING_RATE) ? "learning rate" : setting;
    }

    /// The value of a hyperparameter from step 0 on; NaN where it is no number.
    static double value(RunRecipe recipe, Optimizer optimizer, String name) {
        Hyperparameter parameter = optimizer.hyperparameters().get(optimizer.indexOf(name));
        return SettingsAt.base(recipe).value(parameter) instanceof HyperValue.Amount(double amount)
                ? amount
                : Double.NaN;
    }

    /// `J − J* < 0.001`.
    static String targetWords(MapTask.Sweep task) {
        boolean maximise = task.base().objective().goal() == Goal.MAXIMISE;
        double number = task.target().epsilon();
        if (task.known()) {
            return (maximise ? "J* − J < " : "J − J* < ") + Numbers.brief(number, 3);
        }
        return maximise ? "J > " + Numbers.brief(-number, 3) : "J < " + Numbers.brief(number, 3);
    }

    static String gapWords(MapTask.Sweep task) {
        boolean maximise = task.base().objective().goal() == Goal.MAXIMISE;
        if (task.known()) {
            return maximise ? "J* − J" : "J − J*";
        }
        return maximise ? "largest seen − J" : "J − least seen";
    }
}
