package fallline.file.codec;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.file.json.Fields;
import fallline.file.json.JsonNumbers;
import fallline.file.json.Value;
import fallline.io.FileException;
import fallline.optimizer.modifier.Modifiers;
import fallline.optimizer.modifier.Modifiers.Lookahead;
import java.util.Optional;

/// `modifiers` of a run or a change; one that is not there is off.
final class ModifiersCodec {
    private static final String CLIP_NORM = "clip_norm";
    private static final String CLIP_VALUE = "clip_value";
    private static final String DECAY = "decoupled_weight_decay";
    private static final String NOISE = "gradient_noise";
    private static final String AVERAGE = "average";
    private static final String SAM = "sam";
    private static final String RHO = "rho";
    private static final String LOOKAHEAD = "lookahead";
    private static final String K = "k";
    private static final String ALPHA = "alpha";

    /// The authors' own.
    private static final double STANDARD_RHO = 0.05;

    private ModifiersCodec() {}

    static Modifiers read(Value value) {
        Fields fields = value.fields();
        Modifiers off = Modifiers.NONE;
        try {
            Modifiers modifiers = new Modifiers(
                    number(fields, CLIP_NORM, off.clipNorm()),
                    number(fields, CLIP_VALUE, off.clipValue()),
                    number(fields, DECAY, off.decoupledWeightDecay()),
                    number(fields, NOISE, off.gradientNoise()),
                    given(fields, AVERAGE).map(Value::flag).orElse(off.average()),
                    given(fields, SAM).map(ModifiersCodec::radius).orElse(off.sam()),
                    given(fields, LOOKAHEAD).map(ModifiersCodec::lookahead));
            fields.end();
            return modifiers;
        } catch (IllegalArgumentException e) {
            throw FileException.at(value.place().toString(), e);
        }
    }

    private static double radius(Value value) {
        Fields fields = value.fields();
        double radius = given(fields, RHO).map(Value::number).orElse(STANDARD_RHO);
        fields.end();
        return radius;
    }

    private static Lookahead lookahead(Value value) {
        Fields fields = value.fields();
        Lookahead standard = Lookahead.STANDARD;
        Lookahead lookahead = new Lookahead(
                given(fields, K).map(steps -> steps.whole(1, Integer.MAX_VALUE)).orElse(standard.k()),
                given(fields, ALPHA).map(Value::number).orElse(standard.alpha()));
        fields.end();
        return lookahead;
    }

    private static double number(Fields fields, String name, double off) {
        return given(fields, name).map(Value::number).orElse(off);
    }

    private static Optional<Value> given(Fields fields, String name) {
        return fields.find(name).filter(value -> !value.node().isNull());
    }

    static ObjectNode write(Modifiers modifiers) {
        Modifiers off = Modifiers.NONE;
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        put(node, CLIP_NORM, modifiers.clipNorm(), off.clipNorm());
        put(node, CLIP_VALUE, modifiers.clipValue(), off.clipValue());
        put(node, DECAY, modifiers.decoupledWeightDecay(), off.decoupledWeightDecay());
        put(node, NOISE, modifiers.gradientNoise(), off.gradientNoise());
        if (modifiers.average()) {
            node.put(AVERAGE, true);
        }
        if (modifiers.sam() != off.sam()) {
            node.putObject(SAM).set(RHO, JsonNumbers.node(modifiers.sam()));
        }
        modifiers.lookahead().ifPresent(lookahead -> node.putObject(LOOKAHEAD)
                .put(K, lookahead.k())
                .set(ALPHA, JsonNumbers.node(lookahead.alpha())));
        return node;
    }

    private static void put(ObjectNode node, String name, double value, double off) {
        if (value != off) {
            node.set(name, JsonNumbers.node(value));
        }
    }
}
