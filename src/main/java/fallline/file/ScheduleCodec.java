package fallline.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.optimizer.Schedule;
import java.util.Set;

/// `schedule` of a run or a change.
final class ScheduleCodec {
    private static final Set<String> LATER = Set.of(
            "constant-factor",
            "step",
            "multistep",
            "exponential",
            "cosine",
            "cosine-restarts",
            "linear-warmup",
            "polynomial",
            "one-cycle",
            "cyclic",
            "inverse-time",
            "plateau");

    private ScheduleCodec() {}

    static Schedule read(Value value) {
        Fields fields = value.fields();
        Value kind = fields.need("kind", "the name of a schedule, such as \"constant\"");
        fields.notYet("warmup", "warm-up");
        Schedule schedule =
                switch (kind.text()) {
                    case "constant" -> Schedule.constant();
                    case String name when LATER.contains(name) ->
                        throw Fields.notYet(kind.place(), "the schedule \"" + name + "\"");
                    default -> throw kind.refusal("the name of a schedule, such as \"constant\"");
                };
        fields.end();
        return schedule;
    }

    static ObjectNode write(Schedule schedule) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        return switch (schedule) {
            case Schedule.Constant _ -> node.put("kind", "constant");
            default -> throw new IllegalArgumentException("no codec yet");
        };
    }
}
