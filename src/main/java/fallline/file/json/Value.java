package fallline.file.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.expr.NumberText;
import fallline.io.FileException;
import fallline.number.Numbers;
import fallline.text.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A value of an experiment file with its place: it knows what it is not.
public final class Value {
    private final JsonNode node;
    private final Place place;
    private final UnknownFields unknown;

    public Value(JsonNode node, Place place, UnknownFields unknown) {
        this.node = node;
        this.place = place;
        this.unknown = unknown;
    }

    public Place place() {
        return place;
    }

    /// The name of the field that it is the value of.
    public String name() {
        return place.hops().getLast() instanceof Place.Into(String field) ? field : "";
    }

    public JsonNode node() {
        return node;
    }

    /// A finite number.
    public double number() {
        if (!node.isNumber()) {
            throw refusal("a number");
        }
        double value = node.doubleValue();
        if (!Double.isFinite(value)) {
            throw new FileException(place + " is " + shown() + ", which is too large: numbers go up to 1.8e308.");
        }
        return value;
    }

    /// The finite numbers of a list.
    public double[] numbers() {
        if (!node.isArray()) {
            throw refusal("a list of numbers");
        }
        double[] numbers = new double[node.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = item(i).number();
        }
        return numbers;
    }

    /// A whole number of 64 bits.
    public long whole() {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw refusal("a whole number");
        }
        return node.longValue();
    }

    /// A whole number within bounds.
    public int whole(int least, int most) {
        String wanted = most == Integer.MAX_VALUE
                ? "a whole number from " + Numbers.whole(least) + " on"
                : "a whole number from " + Numbers.whole(least) + " to " + Numbers.whole(most);
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw refusal(wanted);
        }
        int value = node.intValue();
        if (value < least || value > most) {
            throw refusal(wanted);
        }
        return value;
    }

    /// A text.
    public String text() {
        if (!node.isTextual()) {
            throw refusal("a text");
        }
        return node.textValue();
    }

    /// A text, or a number as it stands: `1`, `0.5`.
    public String word() {
        return node.isNumber() ? NumberText.of(number()) : text();
    }

    /// One of some words, as what it stands for.
    public <T> T oneOf(List<T> choices, Function<T, String> word) {
        String wanted = String.join(
                " or ",
                choices.stream().map(choice -> '"' + word.apply(choice) + '"').toList());
        if (!node.isTextual()) {
            throw refusal(wanted);
        }
        return choices.stream()
                .filter(choice -> word.apply(choice).equals(node.textValue()))
                .findFirst()
                .orElseThrow(() -> refusal(wanted));
    }

    /// True or false.
    public boolean flag() {
        if (!node.isBoolean()) {
            throw refusal("true or false");
        }
        return node.booleanValue();
    }

    /// The elements of a list.
    public List<Value> items() {
        if (!node.isArray()) {
            throw refusal("a list");
        }
        List<Value> items = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            items.add(item(i));
        }
        return items;
    }

    /// One element of a list.
    public Value item(int index) {
        return new Value(node.get(index), place.at(index), unknown);
    }

    /// The elements of a list, each a text.
    public List<String> texts() {
        return items().stream().map(Value::text).toList();
    }

    /// The fields of an object.
    public Fields fields() {
        if (!(node instanceof ObjectNode object)) {
            throw refusal("an object { … }");
        }
        return new Fields(object, place, unknown);
    }

    /// The sentence that it is not what it must be.
    public FileException refusal(String wanted) {
        return new FileException(subject() + " must be " + wanted + ", got " + shown() + ".");
    }

    private String subject() {
        return place.hops().isEmpty() ? "The file" : place.toString();
    }

    private String shown() {
        return switch (node.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case NULL -> "null";
            case STRING -> '"' + Quote.shortened(node.textValue()) + '"';
            default -> Quote.shortened(node.asText());
        };
    }
}
