package fallline.experiment.edit;

import fallline.experiment.Change;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import fallline.text.Quote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a hand can do to an experiment's own update rules, each as a pure function from one experiment to the next.
///
/// Ids are lower-case words joined by hyphens, as `my-adam`. The runs that use a rule follow all that happens to it.
public final class RuleEdits {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern NAME = Pattern.compile("(?m)^([ \\t]*name:[ \\t]*)(.*)$");
    private static final Pattern ORIGIN = Pattern.compile("(?m)^# a copy of (\\S+)[ \\t]*$");

    private RuleEdits() {}

    /// The id of a copy: `my-adam`, else `my-adam-2` …
    ///
    /// @param taken the ids that there are
    public static String freeId(String original, Set<String> taken) {
        String stem = original.startsWith("my-") ? original.replaceFirst("-\\d+$", "") : "my-" + original;
        String id = stem;
        for (int i = 2; taken.contains(id); i++) {
            id = stem + "-" + i;
        }
        return id;
    }

    /// The text of a rule as a copy of `original`: it names its origin and calls itself `My Adam`, or `My Adam 2` for
    /// the id `my-adam-2`.
    public static String copied(Optimizer original, String text, String id) {
        String name = original.card().name();
        String mine = Edits.stem(name.startsWith("My ") ? name : "My " + name);
        Matcher number = Pattern.compile(".*-(\\d+)").matcher(id);
        String called = number.matches() ? mine + " " + number.group(1) : mine;
        String body = ORIGIN.matcher(text).replaceAll("").stripLeading();
        Matcher fact = NAME.matcher(body);
        String renamed = fact.find()
                ? fact.replaceFirst("$1" + Matcher.quoteReplacement(called))
                : "name: " + called + "\n" + body;
        return "# a copy of " + original.id() + "\n" + renamed;
    }

    /// The id of the optimizer that a rule was copied from, if its text says so.
    public static Optional<String> origin(String text) {
        Matcher matcher = ORIGIN.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /// Gives a run a rule that takes all its settings; a run named after its optimizer is named after the rule.
    ///
    /// @param before what the run used
    /// @param rule what `text` describes
    public static Experiment withRule(
            Experiment experiment, String run, Optimizer before, Optimizer rule, String text) {
        Run old = experiment.runOrFirst(run);
        boolean named = Edits.stem(run).equals(before.card().name());
        String name = named ? Edits.freeNameBeside(experiment, run, rule.card().name()) : run;
        return withTexts(experiment, rule.id(), text)
                .withRun(run, old.withName(name).withRecipe(fitted(old.recipe().withOptimizerId(rule.id()), rule)));
    }

    /// Gives a rule another text. The runs that use it keep of their settings what the new rule knows and takes.
    ///
    /// @param rule what `text` describes
    public static Experiment withText(Experiment experiment, Optimizer rule, String text) {
        Experiment next = withTexts(experiment, rule.id(), text);
        return next.withRuns(next.runs().stream()
                .map(run -> uses(run, rule.id()) ? run.withRecipe(fitted(run.recipe(), rule)) : run)
                .toList());
    }

    /// Gives a rule another id.
    ///
    /// @param taken the ids that there are besides its own
    /// @throws IllegalArgumentException with a sentence, if the id is taken or no id
    public static Experiment withRenamed(Experiment experiment, String id, String wanted, Set<String> taken) {
        if (!ID.matcher(wanted).matches()) {
            throw new IllegalArgumentException(Quote.of(wanted)
                    + " is no id: use lower-case letters and digits, joined by hyphens, such as my-adam");
        }
        if (wanted.equals(id)) {
            return experiment;
        }
        if (taken.contains(wanted) || experiment.optimizers().containsKey(wanted)) {
            throw new IllegalArgumentException(
                    "there is an optimizer " + Quote.of(wanted) + " already: choose another id");
        }
        Map<String, String> texts = new HashMap<>(experiment.optimizers());
        String text = texts.remove(id);
        if (text == null) {
            throw new IllegalArgumentException("the experiment has no rule " + Quote.of(id));
        }
        texts.put(wanted, text);
        return experiment
                .withOptimizers(texts)
                .withRuns(experiment.runs().stream()
                        .map(run -> uses(run, id) ? run.withRecipe(run.recipe().withOptimizerId(wanted)) : run)
                        .toList());
    }

    /// The experiment without a rule; runs that use it get `instead`, and keep of their settings what that takes.
    ///
    /// @param rule the one that goes
    public static Experiment without(Experiment experiment, Optimizer rule, Optimizer instead) {
        Experiment next = experiment;
        for (Run run : experiment.runs()) {
            if (uses(run, rule.id())) {
                RunRecipe recipe = fitted(run.recipe().withOptimizerId(instead.id()), instead);
                boolean named = Edits.stem(run.name()).equals(rule.card().name());
                String name = named
                        ? Edits.freeNameBeside(next, run.name(), instead.card().name())
                        : run.name();
                next = next.withRun(run.name(), run.withName(name).withRecipe(recipe));
            }
        }
        Map<String, String> texts = new HashMap<>(next.optimizers());
        texts.remove(rule.id());
        return next.withOptimizers(texts);
    }

    /// How many runs use the optimizer `id`.
    public static long uses(Experiment experiment, String id) {
        return experiment.runs().stream().filter(run -> uses(run, id)).count();
    }

    private static boolean uses(Run run, String id) {
        return run.recipe().optimizer().equals(id);
    }

    private static Experiment withTexts(Experiment experiment, String id, String text) {
        Map<String, String> texts = new TreeMap<>(experiment.optimizers());
        texts.put(id, text);
        return experiment.withOptimizers(texts);
    }

    /// The recipe with all that `optimizer` takes.
    private static RunRecipe fitted(RunRecipe recipe, Optimizer optimizer) {
        List<Change> changes = new ArrayList<>();
        for (Change change : recipe.changes()) {
            Change kept = new Change(
                    change.step(),
                    fitted(change.hyperparameters(), optimizer),
                    change.schedule(),
                    change.batching(),
                    change.modifiers());
            boolean empty = kept.hyperparameters().isEmpty()
                    && kept.schedule().isEmpty()
                    && kept.batching().isEmpty()
                    && kept.modifiers().isEmpty();
            if (!empty) {
                changes.add(kept);
            }
        }
        RunRecipe fitted = recipe.withHyperparameters(fitted(recipe.hyperparameters(), optimizer))
                .withChanges(changes);
        if (!optimizer.takesLineSearch()) {
            fitted = fitted.withLineSearch(Optional.empty());
        }
        return optimizer.needsFullBatch() ? Edits.withAllRows(fitted) : fitted;
    }

    private static Map<String, HyperValue> fitted(Map<String, HyperValue> values, Optimizer optimizer) {
        Map<String, HyperValue> kept = new HashMap<>();
        for (Hyperparameter parameter : optimizer.hyperparameters()) {
            HyperValue value = values.get(parameter.name());
            if (value != null && Edits.accepts(parameter, value, optimizer)) {
                kept.put(parameter.name(), value);
            }
        }
        return kept;
    }
}
