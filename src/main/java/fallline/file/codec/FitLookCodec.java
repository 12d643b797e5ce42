package fallline.file.codec;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.experiment.view.FitLook;
import fallline.file.json.Fields;
import fallline.file.json.JsonNumbers;
import fallline.file.json.Value;
import fallline.io.FileException;

/// `fit` in the view: how the fit is looked at. Every field may be left out.
final class FitLookCodec {
    private static final int MOST_FEATURES = 1_000_000;

    private FitLookCodec() {}

    /// @param usual has what this node does not hold
    static FitLook read(Value value, FitLook usual) {
        Fields fields = value.fields();
        FitLook look;
        try {
            look = new FitLook(
                    usual.residuals(),
                    fields.find("network").map(Value::flag).orElse(usual.network()),
                    fields.find("across")
                            .map(place -> place.whole(0, MOST_FEATURES))
                            .orElse(usual.across()),
                    fields.find("upwards")
                            .map(place -> place.whole(0, MOST_FEATURES))
                            .orElse(usual.upwards()),
                    fields.find("azimuth").map(Value::number).orElse(usual.azimuth()),
                    fields.find("elevation").map(Value::number).orElse(usual.elevation()));
        } catch (IllegalArgumentException e) {
            throw FileException.at(value.place().toString(), e);
        }
        fields.end();
        return look;
    }

    static ObjectNode write(FitLook look) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("network", look.network());
        node.put("across", look.across());
        node.put("upwards", look.upwards());
        node.set("azimuth", JsonNumbers.node(look.azimuth()));
        node.set("elevation", JsonNumbers.node(look.elevation()));
        return node;
    }
}
