package fallline.experiment.edit;

import fallline.experiment.Change;
import fallline.experiment.Experiment;
import fallline.experiment.Fork;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.Start;
import fallline.number.Numbers;
import fallline.objective.formula.FormulaParameter;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.schedule.ScheduleKind;
import fallline.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What an edit did, read off the experiments before and after it: `learning rate 0.1 → 0.2`, `add Momentum`.
///
/// Nobody has to name an edit where it is made, so that none can be forgotten or be called by a wrong name.
public final class EditName {
    private static final int DIGITS = 5;
    private static final int LONGEST = 48;
    private static final String ARROW = " → ";

    private EditName() {}

    /// The edit in a few words; where it changed several things, the first that a user would name.
    public static String between(Experiment before, Experiment after) {
        return problem(before.problem(), after.problem())
                .or(() -> runs(before, after))
                .or(() -> start(before, after))
                .or(() -> changed("steps", before.steps(), after.steps()))
                .or(() -> changed("seed", before.seed(), after.seed()))
                .or(() -> rules(before.optimizers(), after.optimizers()))
                .orElse("edit");
    }

    private static Optional<String> problem(Problem before, Problem after) {
        if (before == after) {
            return Optional.empty();
        }
        if (before instanceof Problem.Formula old && after instanceof Problem.Formula now) {
            return Optional.of(formula(old, now));
        }
        boolean sameKind = before.family().word().equals(after.family().word());
        if (sameKind && before instanceof Problem.OnData old && after instanceof Problem.OnData now) {
            return Optional.of(model(old, now));
        }
        return Optional.of(shortened(after.notation().headline()));
    }

    private static String formula(Problem.Formula before, Problem.Formula after) {
        if (!before.expression().equals(after.expression())) {
            return shortened(
                    after.card().isPresent()
                            ? after.notation().headline()
                            : before.expression() + ARROW + after.expression());
        }
        if (before.goal() != after.goal()) {
            return "goal: " + after.goal().name().toLowerCase(Locale.ROOT);
        }
        for (Map.Entry<String, FormulaParameter> entry : after.parameters().entrySet()) {
            FormulaParameter old = before.parameters().get(entry.getKey());
            if (old != null && old.value() != entry.getValue().value()) {
                return entry.getKey() + " " + number(old.value()) + ARROW
                        + number(entry.getValue().value());
            }
        }
        return "formula";
    }

    private static String model(Problem.OnData before, Problem.OnData after) {
        Problem.ModelOptions old = before.options();
        Problem.ModelOptions now = after.options();
        if (before.data() != after.data() && !before.data().equals(after.data())) {
            return "data";
        }
        if (!before.features().equals(after.features())) {
            return shortened("features: " + String.join(", ", after.features()));
        }
        if (!before.target().equals(after.target())) {
            return shortened("target: " + after.target());
        }
        return changed("degree", old.degree(), now.degree())
                .or(() -> changed("ridge", old.l2(), now.l2()))
                .or(() -> switched("standardise", old.standardise(), now.standardise()))
                .or(() -> switched("½ in the loss", old.halfLoss(), now.halfLoss()))
                .orElse("model");
    }

    private static Optional<String> runs(Experiment before, Experiment after) {
        Set<String> old = names(before);
        Set<String> now = names(after);
        List<String> added = after.runs().stream()
                .map(Run::name)
                .filter(name -> !old.contains(name))
                .toList();
        List<String> gone = before.runs().stream()
                .map(Run::name)
                .filter(name -> !now.contains(name))
                .toList();
        if (added.size() == 1 && gone.size() == 1) {
            return Optional.of(replaced(
                    before.runOrFirst(gone.getFirst()),
                    after.runOrFirst(added.getFirst()),
                    after.runs().size() > 1));
        }
        if (added.size() == 1) {
            Optional<Fork> fork = after.runOrFirst(added.getFirst()).fork();
            Optional<String> parent = fork.flatMap(Fork::of);
            boolean forked = parent.isPresent()
                    && before.runs().stream().noneMatch(run -> run.fork().equals(fork));
            return Optional.of(shortened(
                    forked ? "fork " + parent.get() + " at step " + fork.get().step() : "add " + added.getFirst()));
        }
        if (!added.isEmpty()) {
            return Optional.of(shortened("add " + String.join(", ", added)));
        }
        if (!gone.isEmpty()) {
            return Optional.of(shortened("remove " + String.join(", ", gone)));
        }
        for (Run run : after.runs()) {
            Run was = before.runOrFirst(run.name());
            if (!was.recipe().equals(run.recipe())) {
                String what = recipe(was.recipe(), run.recipe());
                return Optional.of(shortened(after.runs().size() > 1 ? run.name() + ": " + what : what));
            }
            if (!was.repeats().equals(run.repeats())) {
                return Optional.of(shortened(repeated(run)));
            }
        }
        boolean moved = !before.runs().stream()
                .map(Run::name)
                .toList()
                .equals(after.runs().stream().map(Run::name).toList());
        return moved ? Optional.of("order of the runs") : Optional.empty();
    }

    private static String repeated(Run run) {
        return run.repeats().isPresent()
                ? "repeat " + run.name() + " with " + run.repeats().getAsInt() + " seeds"
                : run.name() + ": no repeats";
    }

    /// A run that went while another came: renamed, or another optimizer.
    private static String replaced(Run before, Run after, boolean several) {
        if (before.recipe().equals(after.recipe())) {
            return shortened("rename " + before.name() + ARROW + after.name());
        }
        if (!before.recipe().optimizer().equals(after.recipe().optimizer())) {
            return shortened("optimizer " + before.name() + ARROW + after.name());
        }
        String what = recipe(before.recipe(), after.recipe());
        return shortened(several ? after.name() + ": " + what : what);
    }

    private static Set<String> names(Experiment experiment) {
        Set<String> names = new HashSet<>();
        experiment.runs().forEach(run -> names.add(run.name()));
        return names;
    }

    private static String recipe(RunRecipe before, RunRecipe after) {
        if (!before.optimizer().equals(after.optimizer())) {
            return "optimizer " + before.optimizer() + ARROW + after.optimizer();
        }
        return hyperparameters(before.hyperparameters(), after.hyperparameters())
                .or(() -> changed("schedule", kind(before), kind(after)))
                .or(() -> different(before.schedule(), after.schedule(), "schedule"))
                .or(() -> changed("batch", batch(before.batching()), batch(after.batching())))
                .or(() -> different(before.batching(), after.batching(), "batch"))
                .or(() -> different(before.modifiers(), after.modifiers(), "modifiers"))
                .or(() -> different(before.lineSearch(), after.lineSearch(), "line search"))
                .or(() -> onTheWay(before.changes(), after.changes()))
                .or(() -> changed("stream", before.stream(), after.stream()))
                .orElse("settings");
    }

    private static Optional<String> hyperparameters(Map<String, HyperValue> before, Map<String, HyperValue> after) {
        Set<String> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        // the rate first: suggestions change others beside it
        List<String> ordered = new ArrayList<>(all);
        if (ordered.remove(Hyperparameter.LEARNING_RATE)) {
            ordered.addFirst(Hyperparameter.LEARNING_RATE);
        }
        for (String name : ordered) {
            HyperValue old = before.get(name);
            HyperValue now = after.get(name);
            if (!Objects.equals(old, now)) {
                String called = called(name);
                return Optional.of(
                        now == null
                                ? called + " as usual"
                                : called + (old == null ? ARROW : " " + value(old) + ARROW) + value(now));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> onTheWay(List<Change> before, List<Change> after) {
        for (Change change : after) {
            if (!before.contains(change)) {
                Optional<String> setting = change.hyperparameters().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> called(entry.getKey()) + ARROW + value(entry.getValue()))
                        .findFirst();
                return Optional.of(setting.orElse("settings") + " from step " + Numbers.whole(change.step()));
            }
        }
        return after.size() < before.size() ? Optional.of("take out a change on the way") : Optional.empty();
    }

    private static Optional<String> start(Experiment before, Experiment after) {
        if (before.start().equals(after.start())) {
            return Optional.empty();
        }
        return Optional.of(
                switch (after.start()) {
                    case Start.At(double[] point) -> shortened("start " + point(point));
                    case Start.Random _ -> "random start";
                });
    }

    private static String point(double[] theta) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < Math.min(theta.length, 4); i++) {
            numbers.add(Numbers.brief(theta[i], 3));
        }
        return "(" + String.join(", ", numbers) + (theta.length > 4 ? ", …" : "") + ")";
    }

    private static Optional<String> rules(Map<String, String> before, Map<String, String> after) {
        return after.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
                .map(entry -> shortened("rule " + entry.getKey()))
                .sorted()
                .findFirst()
                .or(() -> after.equals(before) ? Optional.empty() : Optional.of("remove a rule"));
    }

    private static String called(String hyperparameter) {
        return hyperparameter.equals(Hyperparameter.LEARNING_RATE) ? "learning rate" : hyperparameter.replace('_', ' ');
    }

    /// A value as text: `0.1`, `strong-wolfe`, `on`.
    public static String value(HyperValue value) {
        return switch (value) {
            case HyperValue.Amount(double amount) -> number(amount);
            case HyperValue.Word(String word) -> word;
            case HyperValue.Flag(boolean flag) -> flag ? "on" : "off";
        };
    }

    private static String kind(RunRecipe recipe) {
        return ScheduleKind.of(recipe.schedule()).word().replace('-', ' ');
    }

    private static String batch(Batching batching) {
        return switch (batching) {
            case Batching.Full _ -> "full";
            case Batching.Shuffled(int size) -> Numbers.whole(size);
            case Batching.Given _ -> "given rows";
        };
    }

    private static Optional<String> changed(String what, double before, double after) {
        return before == after ? Optional.empty() : Optional.of(what + " " + number(before) + ARROW + number(after));
    }

    private static Optional<String> changed(String what, long before, long after) {
        return before == after
                ? Optional.empty()
                : Optional.of(what + " " + Numbers.whole(before) + ARROW + Numbers.whole(after));
    }

    private static Optional<String> changed(String what, String before, String after) {
        return before.equals(after) ? Optional.empty() : Optional.of(what + " " + before + ARROW + after);
    }

    private static Optional<String> switched(String what, boolean before, boolean after) {
        return before == after ? Optional.empty() : Optional.of(what + (after ? " on" : " off"));
    }

    private static Optional<String> different(Object before, Object after, String what) {
        return before.equals(after) ? Optional.empty() : Optional.of(what);
    }

    private static String number(double value) {
        return Numbers.brief(value, DIGITS);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
