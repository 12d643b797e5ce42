package fallline.lesson.state;

import fallline.analysis.question.CurvatureQuestion;
import fallline.analysis.question.RateZones;
import fallline.curvature.SpectrumEnds;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.SettingsAt;
import fallline.experiment.judge.Verdict;
import fallline.experiment.run.Replay;
import fallline.experiment.run.Trace;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.objective.Optimum;
import fallline.objective.SampledObjective;
import fallline.objective.formula.FormulaParameter;
import fallline.objective.model.DataModel;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Optimizer;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.modifier.Modifiers;
import fallline.optimizer.schedule.ScheduleKind;
import fallline.problem.Problem;
import fallline.problem.Score;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the engine knows of a scene, by name. Numbers that are not known (yet), or do not exist here, are NaN.
///
/// A name is looked for among the parameters θ (their own names, and `theta1`, `theta2` …), their slopes (`dJ_dx` for
/// `x`), the formula's constants, then [Named], then the settings of the run's optimizer. Not for the FX thread:
/// curvature and scores take time. One thread uses it at a time.
public final class Known {
    /// What stands before a parameter's name in the name of its slope.
    public static final String SLOPE = "dJ_d";

    /// What stands before the number of a parameter.
    public static final String THETA = "theta";

    /// Of so many scripts the outcome is kept.
    private static final int MOST_KEPT = 12;

    private final Scene scene;
    private final Engine engine;
    private final Map<String, Known> afterwards = new HashMap<>();

    private Known(Scene scene, Engine engine) {
        this.scene = scene;
        this.engine = engine;
    }

    /// What is known of a scene.
    ///
    /// @param engine computes what `with` asks for, and knows the optimizers
    public static Known of(Scene scene, Engine engine) {
        return new Known(scene, engine);
    }

    /// What is known of a setup, once it is computed.
    public static Known of(Setup setup, Engine engine) {
        return new Known(engine.scene(setup), engine);
    }

    /// What is known after a script; of one that was asked for before, it is known already.
    ///
    /// @throws IllegalArgumentException with a sentence, if an assignment cannot be done
    public Known after(Script script) {
        String text = script.text();
        Known before = afterwards.get(text);
        if (before != null) {
            return before;
        }
        Known next = of(script.apply(setup(), engine), engine);
        if (afterwards.size() < MOST_KEPT) {
            afterwards.put(text, next);
        }
        return next;
    }

    /// What is known after the chosen run's rate is another.
    ///
    /// @throws IllegalArgumentException with a sentence, if it cannot be that
    public Known afterRate(double rate) {
        return after(new Script(List.of(new Assignment("rate", Double.toString(rate), 0, 0))));
    }

    /// Experiment and view.
    public Setup setup() {
        return new Setup(scene.experiment(), scene.view());
    }

    public Scene scene() {
        return scene;
    }

    /// The name of the run that is meant: the chosen one where none is said.
    private Optional<Run> run(Optional<String> name) {
        return name.isEmpty()
                ? Optional.of(scene.chosen())
                : scene.experiment().runs().stream()
                        .filter(run -> run.name().equals(name.get()))
                        .findFirst();
    }

    /// The path of a run as its recipe has it now; empty while that is not computed.
    private Optional<RunRecord.Path> path(Run run) {
        return scene.record(run.name()).flatMap(record -> record.path()
                .filter(path ->
                        record.task().filter(task -> task == path.task()).isPresent()));
    }

    /// The word that a name stands for; empty while it is not known.
    ///
    /// @param of the run; the chosen one if empty
    public Optional<String> word(WordName name, Optional<String> of) {
        return run(of).flatMap(run -> switch (name) {
            case VERDICT -> scene.record(run.name()).flatMap(RunRecord::verdict).map(Verdict::word);
            case OPTIMIZER -> Optional.of(optimizer(run));
            case SCHEDULE ->
                Optional.of(ScheduleKind.of(
                                settings(new At.Playhead(), run.recipe()).schedule())
                        .word());
            case PROBLEM -> Optional.of(scene.experiment().problem().family().word());
        });
    }

    /// The id of a run's optimizer; of a copy that makes the same steps, that of the original.
    private String optimizer(Run run) {
        String id = run.recipe().optimizer();
        return engine.original(id, scene.experiment().optimizers())
                .map(Optimizer::id)
                .orElse(id);
    }

    /// The number that a name stands for; NaN where there is none.
    ///
    /// @param at where on the run's way
    /// @param of the run; the chosen one if empty
    public double number(String name, At at, Optional<String> of) {
        Optional<Run> run = run(of);
        return run.isEmpty() ? Double.NaN : number(name, at, run.get());
    }

    private double number(String name, At at, Run run) {
        Objective objective = scene.experiment().problem().objective();
        int parameter = parameter(name, objective.parameterNames());
        if (parameter >= 0) {
            return theta(at, run).map(theta -> theta[parameter]).orElse(Double.NaN);
        }
        int slope = name.startsWith(SLOPE) ? parameter(name.substring(SLOPE.length()), objective.parameterNames()) : -1;
        if (slope >= 0) {
            return theta(at, run)
                    .map(theta -> gradient(objective, theta)[slope])
                    .orElse(Double.NaN);
        }
        FormulaParameter constant = scene.experiment().problem().parameters().get(name);
        if (constant != null) {
            return constant.value();
        }
        return Named.of(name).map(named -> number(named, at, run)).orElseGet(() -> setting(name, at, run));
    }

    /// The place of a parameter, by its name or as `theta3`; −1 if there is none.
    private static int parameter(String name, List<String> names) {
        int index = names.indexOf(name);
        if (index < 0 && name.matches(THETA + "[1-9][0-9]{0,5}")) {
            int number = Integer.parseInt(name.substring(THETA.length()));
            return number <= names.size() ? number - 1 : -1;
        }
        return index;
    }

    private static double[] gradient(Objective objective, double[] theta) {
        double[] gradient = new double[theta.length];
        objective.twin().shortestGradient(theta, gradient);
        return gradient;
    }

    /// The step that is meant, or −1 where the run has no such step.
    private int step(At at, Trace trace) {
        return switch (at) {
            case At.Playhead() -> scene.shownStep(trace);
            case At.End() -> trace.lastStep();
            case At.Step(int step) -> step <= trace.lastStep() ? step : -1;
        };
    }

    private Optional<double[]> theta(At at, Run run) {
        if (at instanceof At.Step(int step) && step == 0 && run.recorded().isEmpty()) {
            return Optional.of(scene.experiment().startPoint());
        }
        return path(run).filter(path -> path.trace().hasPath()).flatMap(path -> {
            int step = step(at, path.trace());
            if (step < 0) {
                return Optional.empty();
            }
            return Optional.of(Replay.theta(path.task(), path.trace(), step));
        });
    }

    private double number(Named name, At at, Run run) {
        Experiment experiment = scene.experiment();
        Objective objective = experiment.problem().objective();
        return switch (name) {
            case STEP -> path(run).map(path -> (double) step(at, path.trace())).orElse(Double.NaN);
            case STEPS -> experiment.steps();
            case J -> traced(at, run, Trace::loss);
            case BEST -> best();
            case LOWEST -> objective.optimum().map(Optimum::value).orElse(Double.NaN);
            case GRADIENT -> traced(at, run, Trace::gradientNorm);
            case RATE -> setting("lr", at, run);
            case BATCH -> batch(at, run, rows(objective));
            case ROWS -> rows(objective);
            case EVALUATIONS -> traced(at, run, Trace::evaluations);
            case RUNS -> experiment.runs().size();
            case SEED -> experiment.seed();
            case DIMENSION -> objective.dimension();
            case START -> experiment.startPoint()[0];
            case LIMIT -> limit(at, run);
            case LAMBDA_MAX -> spectrum(at, run).map(SpectrumEnds::top).orElse(Double.NaN);
            case LAMBDA_MIN -> spectrum(at, run).map(SpectrumEnds::smallest).orElse(Double.NaN);
            case KAPPA -> spectrum(at, run).map(SpectrumEnds::condition).orElse(Double.NaN);
            case R2 -> score(at, run, model(), false);
            case ACCURACY -> score(at, run, model(), true);
            case TEST_R2 -> score(at, run, heldOut(), false);
            case TEST_ACCURACY -> score(at, run, heldOut(), true);
            case MAXIMISE -> objective.goal() == Goal.MAXIMISE ? 1 : 0;
            case STANDARDISE ->
                options().map(options -> options.standardise() ? 1.0 : 0.0).orElse(0.0);
            case DEGREE -> options().map(options -> (double) options.degree()).orElse(Double.NaN);
            case L2 -> options().map(Problem.ModelOptions::l2).orElse(0.0);
            case CLIP_NORM -> modifiers(at, run).clipNorm();
            case CLIP_VALUE -> modifiers(at, run).clipValue();
            case DECAY -> modifiers(at, run).decoupledWeightDecay();
            case NOISE -> modifiers(at, run).gradientNoise();
            case AVERAGE -> modifiers(at, run).average() ? 1 : 0;
            case SAM -> modifiers(at, run).sam();
            case LOOKAHEAD ->
                modifiers(at, run).lookahead().map(Modifiers.Lookahead::k).orElse(0);
        };
    }

    private Modifiers modifiers(At at, Run run) {
        return settings(at, run.recipe()).modifiers();
    }

    private Optional<Problem.ModelOptions> options() {
        return scene.experiment().problem() instanceof Problem.OnData model
                ? Optional.of(model.options())
                : Optional.empty();
    }

    private Optional<DataModel> model() {
        return scene.experiment().problem() instanceof Problem.OnData model
                ? Optional.of(model.objective())
                : Optional.empty();
    }

    private Optional<DataModel> heldOut() {
        return scene.experiment().problem() instanceof Problem.OnData model ? model.heldOut() : Optional.empty();
    }

    /// A number of every step.
    @FunctionalInterface
    private interface Row {
        double at(Trace trace, int step);
    }

    private double traced(At at, Run run, Row row) {
        return path(run)
                .map(path -> {
                    int step = step(at, path.trace());
                    return step < 0 ? Double.NaN : row.at(path.trace(), step);
                })
                .orElse(Double.NaN);
    }

    private double best() {
        boolean most = scene.experiment().problem().goal() == Goal.MAXIMISE;
        double best = Double.NaN;
        for (Run run : scene.experiment().runs()) {
            Optional<RunRecord.Path> path = path(run);
            if (path.isPresent()) {
                Trace trace = path.get().trace();
                double own = most ? trace.largestLoss() : trace.leastLoss();
                best = Double.isNaN(best) ? own : most ? Math.max(best, own) : Math.min(best, own);
            }
        }
        return best;
    }

    private static int rows(Objective objective) {
        return objective instanceof SampledObjective sampled ? sampled.rows() : 1;
    }

    /// The settings that hold where the number is taken: at the end, those of the last step.
    private SettingsAt settings(At at, RunRecipe recipe) {
        return SettingsAt.of(
                recipe,
                switch (at) {
                    case At.Playhead() -> scene.view().playhead();
                    case At.End() -> scene.experiment().steps();
                    case At.Step(int step) -> step;
                });
    }

    private double batch(At at, Run run, int rows) {
        return switch (settings(at, run.recipe()).batching()) {
            case Batching.Full() -> rows;
            case Batching.Shuffled(int size) -> Math.min(size, rows);
            case Batching.Given(List<int[]> batches) -> batches.getFirst().length;
        };
    }

    /// A setting of the run's optimizer; 1 or 0 for a switch.
    private double setting(String name, At at, Run run) {
        Optimizer optimizer;
        try {
            optimizer = engine.optimizer(setup(), run);
        } catch (IllegalArgumentException _) {
            return Double.NaN; // a rule that is being written
        }
        SettingsAt settings = settings(at, run.recipe());
        return optimizer.hyperparameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .map(parameter -> switch (settings.value(parameter)) {
                    case HyperValue.Amount(double amount) -> amount;
                    case HyperValue.Flag(boolean on) -> on ? 1.0 : 0.0;
                    case HyperValue.Word _ -> Double.NaN;
                })
                .orElse(Double.NaN);
    }

    private Optional<SpectrumEnds> spectrum(At at, Run run) {
        Objective objective = scene.experiment().problem().objective();
        return theta(at, run).map(theta -> SpectrumEnds.at(objective.twin(), theta, 0, Optional.empty(), () -> false));
    }

    /// From which rate on the run's method diverges where it stands.
    private double limit(At at, Run run) {
        int step = path(run).map(path -> step(at, path.trace())).orElse(0);
        Scene there = new Scene(
                scene.experiment(),
                scene.records(),
                scene.view().withChosen(run.name()).withPlayhead(Math.max(0, step)));
        try {
            return CurvatureQuestion.of(there, Optional.of(engine.optimizer(setup(), run)))
                    .flatMap(question -> question.answer(() -> false).zones())
                    .map(RateZones::limit)
                    .orElse(Double.NaN);
        } catch (IllegalArgumentException _) {
            return Double.NaN;
        }
    }

    private double score(At at, Run run, Optional<DataModel> rows, boolean classes) {
        return rows.flatMap(model -> theta(at, run).map(theta -> Score.of(model.twin(), theta)))
                .map(score -> switch (score) {
                    case Score.OfValue value ->
                        classes ? Double.NaN : value.rSquared().orElse(Double.NaN);
                    case Score.OfClasses sorted -> classes ? sorted.accuracy() : Double.NaN;
                })
                .orElse(Double.NaN);
    }
}
