package fallline.file.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.io.FileException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The fields of one object of an experiment file. It remembers which were asked for: [#end] keeps the others.
public final class Fields {
    private final ObjectNode object;
    private final UnknownFields unknown;
    private final Set<String> asked = new HashSet<>();
    private Place place;

    Fields(ObjectNode object, Place place, UnknownFields unknown) {
        this.object = object;
        this.place = place;
        this.unknown = unknown;
    }

    /// The field of that name, if it is there.
    public Optional<Value> find(String name) {
        asked.add(name);
        return Optional.ofNullable(object.get(name)).map(node -> value(name, node));
    }

    /// The field of that name.
    ///
    /// @param wanted what it must be, for the sentence that says that it is missing
    public Value need(String name, String wanted) {
        return find(name)
                .orElseThrow(() -> new FileException(place.into(name) + " is missing: it must be " + wanted + "."));
    }

    /// All fields, whatever they are called.
    public List<Value> all() {
        List<Value> values = new ArrayList<>();
        object.properties().forEach(field -> {
            asked.add(field.getKey());
            values.add(value(field.getKey(), field.getValue()));
        });
        return values;
    }

    /// The names of all fields, in order.
    public List<String> names() {
        return object.propertyStream().map(Map.Entry::getKey).toList();
    }

    /// Ties what is unknown here to an object that still says the same in `field`.
    public Fields identifiedBy(String field) {
        JsonNode value = object.get(field);
        if (value != null) {
            place = place.where(field, value.asText());
            unknown.addName(field + "=" + value.asText());
        }
        return this;
    }

    /// Keeps the fields that nobody asked for.
    public void end() {
        object.properties().forEach(field -> {
            if (!asked.contains(field.getKey())) {
                unknown.add(place, field.getKey(), field.getValue());
            }
        });
    }

    public Place place() {
        return place;
    }

    private Value value(String name, JsonNode node) {
        return new Value(node, place.into(name), unknown);
    }
}
