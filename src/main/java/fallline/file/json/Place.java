package fallline.file.json;

import com.fasterxml.jackson.databind.JsonNode;
import fallline.text.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where a value stands in an experiment file, as people write it (`runs[1].hyperparameters.lr`) and as it is found
/// again in a file that is written later.
public record Place(List<Hop> hops) {
    public static final Place ROOT = new Place(List.of());

    /// One hop inwards.
    sealed interface Hop {}

    /// To a field of an object.
    record Into(String field) implements Hop {}

    /// To an element of a list, by its number.
    record At(int index) implements Hop {}

    /// Stays, where the object's `field` still says `value`: a problem of another kind, or another run, is another
    /// place.
    record Where(String field, String value) implements Hop {}

    public Place {
        hops = List.copyOf(hops);
    }

    public Place into(String field) {
        return with(new Into(field));
    }

    public Place at(int index) {
        return with(new At(index));
    }

    Place where(String field, String value) {
        return with(new Where(field, value));
    }

    private Place with(Hop hop) {
        List<Hop> longer = new ArrayList<>(hops);
        longer.add(hop);
        return new Place(longer);
    }

    /// The value at this place in another tree. An element of a list that must say something is looked for in the
    /// whole list, since elements move; if none says it, the one that now stands there is the same
    /// under a new name, unless elements came or went.
    ///
    /// @param names what such elements said before, `field=value`
    Optional<JsonNode> find(JsonNode root, Set<String> names) {
        return find(root, names, 0);
    }

    private Optional<JsonNode> find(JsonNode node, Set<String> names, int depth) {
        if (depth == hops.size()) {
            return Optional.of(node);
        }
        return switch (hops.get(depth)) {
            case Into(String field) ->
                Optional.ofNullable(node.get(field)).flatMap(next -> find(next, names, depth + 1));
            case At(int index) -> element(node, index, names, depth);
            case Where where -> says(node, where) ? find(node, names, depth + 1) : Optional.empty();
        };
    }

    private Optional<JsonNode> element(JsonNode list, int index, Set<String> names, int depth) {
        if (depth + 1 < hops.size() && hops.get(depth + 1) instanceof Where where) {
            for (JsonNode element : list) {
                if (says(element, where)) {
                    return find(element, names, depth + 2);
                }
            }
            String said = where.field() + "=";
            boolean sameNumber = list.size()
                    == names.stream().filter(name -> name.startsWith(said)).count();
            return Optional.ofNullable(sameNumber ? list.get(index) : null)
                    .filter(element ->
                            !names.contains(said + element.path(where.field()).asText()))
                    .flatMap(element -> find(element, names, depth + 2));
        }
        return Optional.ofNullable(list.get(index)).flatMap(element -> find(element, names, depth + 1));
    }

    private static boolean says(JsonNode node, Where where) {
        return node.path(where.field()).asText().equals(where.value());
    }

    /// The place as people write it.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Hop hop : hops) {
            switch (hop) {
                case Into(String field) ->
                    text.append(text.isEmpty() ? "" : ".").append(Quote.shortened(field));
                case At(int index) -> text.append('[').append(index).append(']');
                case Where _ -> {}
            }
        }
        return text.toString();
    }
}
