package fallline.file.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;

/// JsonNumbers in files: the fewest digits that give the same double back, whole numbers without a point.
public final class JsonNumbers {
    /// Every whole number up to here is a double, and is written in the same digits by everyone.
    private static final double LARGEST_PLAIN = 1e15;

    private JsonNumbers() {}

    /// The JSON of a finite number. JSON has no NaN and no infinity.
    ///
    /// @throws IllegalArgumentException if it is not finite
    public static JsonNode node(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a file cannot hold the number " + value);
        }
        return isPlain(value) ? LongNode.valueOf((long) value) : DoubleNode.valueOf(value);
    }

    public static ArrayNode array(double[] values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(values.length);
        for (double value : values) {
            array.add(node(value));
        }
        return array;
    }

    /// Minus zero keeps its sign only as −0.0.
    private static boolean isPlain(double value) {
        return value == Math.rint(value)
                && Math.abs(value) < LARGEST_PLAIN
                && (value != 0 || Double.doubleToRawLongBits(value) == 0);
    }
}
