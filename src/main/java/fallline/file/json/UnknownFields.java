package fallline.file.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Fields of an experiment file that this version does not know, kept so that saving writes them back to their places.
public final class UnknownFields {
    /// A field with the place of the object that it stands in.
    private record Entry(Place place, String name, JsonNode value) {
        String path() {
            return place.into(name).toString();
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    /// What the objects of lists said in the file, `name=first`.
    private final Set<String> names = new HashSet<>();

    public UnknownFields() {}

    /// No such fields, as in an experiment that was never in a file.
    public static UnknownFields none() {
        return new UnknownFields();
    }

    /// While a file is read.
    void add(Place place, String name, JsonNode value) {
        entries.add(new Entry(place, name, value));
    }

    /// While a file is read: an object of a list says `field=value`.
    void addName(String name) {
        names.add(name);
    }

    /// Where they stand: `runs[0].colour`.
    public List<String> paths() {
        return entries.stream().map(Entry::path).toList();
    }

    /// Writes each back to its place. A field whose object is gone (a removed run) goes with it; that of a run with a
    /// new name stays.
    public void mergeInto(ObjectNode root) {
        for (Entry entry : entries) {
            entry.place().find(root, names).ifPresent(node -> {
                if (node instanceof ObjectNode object && !object.has(entry.name())) {
                    object.set(entry.name(), entry.value().deepCopy());
                }
            });
        }
    }
}
