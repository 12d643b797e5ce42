package fallline.file.codec.look;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.experiment.view.PresenterLook;
import fallline.experiment.view.PresenterLook.Colours;
import fallline.experiment.view.PresenterLook.Control;
import fallline.file.json.Fields;
import fallline.file.json.Value;
import fallline.io.FileException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// `presenter` in the view: what is on the stage. Every field may be left out.
public final class PresenterCodec {
    private PresenterCodec() {}

    /// @throws FileException if it makes no sense
    public static PresenterLook read(Value value) {
        PresenterLook usual = PresenterLook.INITIAL;
        Fields fields = value.fields();
        PresenterLook look;
        try {
            look = new PresenterLook(
                    fields.find("panes").map(Value::texts).orElse(usual.panes()),
                    fields.find("size")
                            .map(size -> size.whole(PresenterLook.SMALLEST, PresenterLook.LARGEST))
                            .orElse(usual.size()),
                    fields.find("controls").map(PresenterCodec::controls).orElse(usual.controls()),
                    fields.find("colours")
                            .map(colours -> colours.oneOf(Arrays.asList(Colours.values()), PresenterCodec::word))
                            .orElse(usual.colours()));
        } catch (IllegalArgumentException e) {
            throw FileException.at(value.place().toString(), e);
        }
        fields.end();
        return look;
    }

    private static Set<Control> controls(Value list) {
        List<Control> all = Arrays.asList(Control.values());
        Set<Control> controls = EnumSet.noneOf(Control.class);
        list.items().forEach(item -> controls.add(item.oneOf(all, PresenterCodec::word)));
        return controls;
    }

    /// All of its fields.
    public static ObjectNode write(PresenterLook look) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode panes = node.putArray("panes");
        look.panes().forEach(panes::add);
        node.put("size", look.size());
        ArrayNode controls = node.putArray("controls");
        Arrays.stream(Control.values())
                .filter(look.controls()::contains)
                .map(PresenterCodec::word)
                .forEach(controls::add);
        node.put("colours", word(look.colours()));
        return node;
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
