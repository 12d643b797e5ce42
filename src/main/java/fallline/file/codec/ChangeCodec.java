package fallline.file.codec;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.experiment.Change;
import fallline.experiment.Experiment;
import fallline.file.json.Fields;
import fallline.file.json.Value;
import fallline.optimizer.Optimizer;
import java.util.Map;

/// One of the `changes` of a run.
final class ChangeCodec {
    private ChangeCodec() {}

    static Change read(Value value, Optimizer optimizer) {
        Fields fields = value.fields().identifiedBy("step");
        int step = fields.need("step", "the number of the step that first uses the change")
                .whole(0, Experiment.MOST_STEPS);
        Change change = new Change(
                step,
                fields.find("hyperparameters")
                        .map(values -> HyperparameterCodec.read(values, optimizer))
                        .orElse(Map.of()),
                fields.find("schedule").map(ScheduleCodec::read),
                fields.find("batch").map(BatchCodec::read),
                fields.find("modifiers").map(ModifiersCodec::read));
        fields.end();
        return change;
    }

    static ObjectNode write(Change change, Optimizer optimizer) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("step", change.step());
        if (!change.hyperparameters().isEmpty()) {
            node.set("hyperparameters", HyperparameterCodec.write(change.hyperparameters(), optimizer));
        }
        change.schedule().ifPresent(schedule -> node.set("schedule", ScheduleCodec.write(schedule)));
        change.batching().ifPresent(batching -> node.set("batch", BatchCodec.write(batching)));
        change.modifiers().ifPresent(modifiers -> node.set("modifiers", ModifiersCodec.write(modifiers)));
        return node;
    }
}
