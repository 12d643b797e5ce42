package fallline.app.settings;

import fallline.app.controls.Term;
import fallline.experiment.RecordedChange;
import fallline.experiment.edit.ChangeWords;
import fallline.experiment.edit.EditName;
import fallline.number.Numbers;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.modifier.Modifiers;
import fallline.optimizer.schedule.Schedule;
import fallline.optimizer.schedule.ScheduleKind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How settings are called on the screen.
public final class Wording {
    private Wording() {}

    /// The sign of a hyperparameter in formulas, empty if it has none: `α`, `β₁`.
    public static String sign(String name) {
        return ChangeWords.sign(name);
    }

    /// The first signs of a model's parameters: `θ₀`, `θ₁` …
    static List<String> thetas(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "θ"
                        + Integer.toString(i)
                                .codePoints()
                                .mapToObj(digit -> Character.toString(digit - '0' + '₀'))
                                .collect(Collectors.joining()))
                .toList();
    }

    /// The caption of a hyperparameter's line: `Learning rate α`.
    static String caption(Hyperparameter hyperparameter) {
        String own = hyperparameter.caption();
        String words = own.isBlank() ? hyperparameter.name().replace('_', ' ') : own;
        String sign = sign(hyperparameter.name());
        String signed = words.contains(sign) ? words : words + " " + sign;
        char first = signed.charAt(0);
        boolean latin = first >= 'a' && first <= 'z';
        return latin ? (char) (first - 'a' + 'A') + signed.substring(1) : signed;
    }

    /// The tip of a hyperparameter: the glossary's sentence, else the rule's own words.
    static String tip(Hyperparameter hyperparameter) {
        return Term.ofHyperparameter(hyperparameter.name())
                .map(Term::sentence)
                .orElse(
                        hyperparameter.caption().isBlank()
                                ? "The setting " + hyperparameter.name() + " of this optimizer."
                                : hyperparameter.name() + ": " + hyperparameter.caption() + ".");
    }

    /// A value as text.
    static String value(HyperValue value) {
        return EditName.value(value);
    }

    /// A recorded change in one short line: `step 50: α = 0.01`.
    static String change(RecordedChange change) {
        return "step " + Numbers.whole(change.step()) + ": " + ChangeWords.setting(change.setting());
    }

    /// A schedule in a few words: `warm-up, cosine`.
    public static String schedule(Schedule schedule) {
        return ChangeWords.schedule(schedule);
    }

    /// The name of a kind of schedule: `cosine restarts`.
    static String kind(ScheduleKind kind) {
        return ChangeWords.kind(kind);
    }

    /// What is modified, in a few words.
    public static String modifiers(Modifiers modifiers) {
        return ChangeWords.modifiers(modifiers);
    }
}
