package fallline.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// Fields of an experiment file that this version does not know, kept so that saving writes them back to their places.
public final class UnknownFields {
    /// A field with the place of the object that it stands in.
    private record Entry(Place place, String name, JsonNode value) {
        String path() {
            return place.into(name).toString();
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    UnknownFields() {}

    /// No such fields, as in an experiment that was never in a file.
    public static UnknownFields none() {
        return new UnknownFields();
    }

    /// While a file is read.
    void add(Place place, String name, JsonNode value) {
        entries.add(new Entry(place, name, value));
    }

    /// Where they stand: `runs[0].colour`.
    public List<String> paths() {
        return entries.stream().map(Entry::path).toList();
    }

    /// Writes each back to its place. A field whose object is gone (a removed run) goes with it.
    void mergeInto(ObjectNode root) {
        for (Entry entry : entries) {
            entry.place().find(root).ifPresent(node -> {
                if (node instanceof ObjectNode object && !object.has(entry.name())) {
                    object.set(entry.name(), entry.value().deepCopy());
                }
            });
        }
    }
}
