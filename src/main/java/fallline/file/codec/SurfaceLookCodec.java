package fallline.file.codec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.experiment.view.SurfaceLook;
import fallline.experiment.view.SurfaceLook.Camera;
import fallline.experiment.view.SurfaceLook.Colours;
import fallline.experiment.view.SurfaceLook.Height;
import fallline.experiment.view.SurfaceLook.Overlay;
import fallline.file.json.Fields;
import fallline.file.json.JsonNumbers;
import fallline.file.json.Value;
import fallline.io.FileException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// `surface` in the view: how the loss surface is looked at. Every field may be left out.
final class SurfaceLookCodec {
    private SurfaceLookCodec() {}

    static SurfaceLook read(Value value) {
        SurfaceLook usual = SurfaceLook.INITIAL;
        Fields fields = value.fields();
        SurfaceLook look = new SurfaceLook(
                fields.find("solid").map(Value::flag).orElse(usual.solid()),
                fields.find("camera").map(SurfaceLookCodec::camera).orElse(usual.camera()),
                fields.find("height")
                        .map(height -> height.oneOf(Arrays.asList(Height.values()), SurfaceLookCodec::word))
                        .orElse(usual.height()),
                fields.find("colours")
                        .map(map -> map.oneOf(Arrays.asList(Colours.values()), SurfaceLookCodec::word))
                        .orElse(usual.colours()),
                fields.find("overlays").map(SurfaceLookCodec::overlays).orElse(usual.overlays()));
        fields.end();
        return look;
    }

    private static Camera camera(Value value) {
        Fields fields = value.fields();
        Camera usual = SurfaceLook.INITIAL.camera();
        Camera camera;
        try {
            camera = new Camera(
                    number(fields, "azimuth", usual.azimuth()),
                    number(fields, "elevation", usual.elevation()),
                    number(fields, "zoom", usual.zoom()),
                    number(fields, "pan_x", usual.panX()),
                    number(fields, "pan_y", usual.panY()));
        } catch (IllegalArgumentException e) {
            throw FileException.at(value.place().toString(), e);
        }
        fields.end();
        return camera;
    }

    private static double number(Fields fields, String name, double usual) {
        return fields.find(name).map(Value::number).orElse(usual);
    }

    private static Set<Overlay> overlays(Value list) {
        Set<Overlay> overlays = new HashSet<>();
        List<Overlay> known = Arrays.asList(Overlay.values());
        list.items().forEach(item -> overlays.add(item.oneOf(known, SurfaceLookCodec::word)));
        return overlays;
    }

    static ObjectNode write(SurfaceLook look) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("solid", look.solid());
        ObjectNode camera = node.putObject("camera");
        camera.set("azimuth", JsonNumbers.node(look.camera().azimuth()));
        camera.set("elevation", JsonNumbers.node(look.camera().elevation()));
        camera.set("zoom", JsonNumbers.node(look.camera().zoom()));
        camera.set("pan_x", JsonNumbers.node(look.camera().panX()));
        camera.set("pan_y", JsonNumbers.node(look.camera().panY()));
        node.put("height", word(look.height()));
        node.put("colours", word(look.colours()));
        ArrayNode overlays = node.putArray("overlays");
        look.overlays().forEach(overlay -> overlays.add(word(overlay)));
        return node;
    }

    /// `gradient-field` for `GRADIENT_FIELD`.
    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
