package fallline.experiment.edit;

import fallline.experiment.RecordedChange;
import fallline.number.Numbers;
import fallline.optimizer.HyperValue;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.modifier.Modifiers;
import fallline.optimizer.schedule.Schedule;
import fallline.optimizer.schedule.ScheduleKind;
import java.util.ArrayList;
import java.util.List;

/// What a run changes on its way, in a few words: the same in lists, on curves and at the playhead.
public final class ChangeWords {
    private ChangeWords() {}

    /// The sign of a hyperparameter in formulas, empty if it has none: `α`, `β₁`.
    public static String sign(String name) {
        return switch (name) {
            case "lr" -> "α";
            case "momentum", "beta" -> "β";
            case "beta1" -> "β₁";
            case "beta2" -> "β₂";
            case "eps" -> "ε";
            case "rho" -> "ρ";
            case "weight_decay" -> "ω";
            default -> "";
        };
    }

    /// A setting and what it becomes: `α = 0.01`, `schedule cosine`, `batches of 32`.
    public static String setting(RecordedChange.Setting setting) {
        return switch (setting) {
            case RecordedChange.Hyper(String name, HyperValue value) -> {
                String sign = sign(name);
                yield (sign.isEmpty() ? name.replace('_', ' ') : sign) + " = " + EditName.value(value);
            }
            case RecordedChange.Scheduled(Schedule schedule) -> "schedule " + schedule(schedule);
            case RecordedChange.Batched(Batching batching) -> batching(batching);
            case RecordedChange.Modified(Modifiers modifiers) -> modifiers(modifiers);
        };
    }

    /// A schedule in a few words: `warm-up, cosine`.
    public static String schedule(Schedule schedule) {
        String kind = kind(ScheduleKind.of(schedule));
        return schedule instanceof Schedule.Warmup ? "warm-up, " + kind : kind;
    }

    /// The name of a kind of schedule: `cosine restarts`.
    public static String kind(ScheduleKind kind) {
        return kind.word().replace('-', ' ');
    }

    /// What is modified, in a few words.
    public static String modifiers(Modifiers modifiers) {
        List<String> parts = new ArrayList<>();
        if (modifiers.clipNorm() < Double.POSITIVE_INFINITY) {
            parts.add("‖g‖ ≤ " + Numbers.brief(modifiers.clipNorm(), 4));
        }
        if (modifiers.clipValue() < Double.POSITIVE_INFINITY) {
            parts.add("|g| ≤ " + Numbers.brief(modifiers.clipValue(), 4));
        }
        if (modifiers.decoupledWeightDecay() > 0) {
            parts.add("decoupled decay " + Numbers.brief(modifiers.decoupledWeightDecay(), 4));
        }
        if (modifiers.gradientNoise() > 0) {
            parts.add("noise " + Numbers.brief(modifiers.gradientNoise(), 4));
        }
        if (modifiers.average()) {
            parts.add("averaging");
        }
        if (modifiers.sam() > 0) {
            parts.add("SAM " + Numbers.brief(modifiers.sam(), 4));
        }
        modifiers
                .lookahead()
                .ifPresent(lookahead -> parts.add(
                        "lookahead " + Numbers.whole(lookahead.k()) + " · " + Numbers.brief(lookahead.alpha(), 4)));
        return parts.isEmpty() ? "gradient as it is" : String.join(", ", parts);
    }

    private static String batching(Batching batching) {
        return switch (batching) {
            case Batching.Full _ -> "full batch";
            case Batching.Shuffled(int size) -> size == 1 ? "stochastic" : "batches of " + Numbers.whole(size);
            case Batching.Given _ -> "given batches";
        };
    }
}
