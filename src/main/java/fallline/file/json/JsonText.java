package fallline.file.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fallline.io.FileException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// JSON text to tree and back.
public final class JsonText {
    private static final int LONGEST_TEXT = 100_000_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_TEXT)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final ObjectWriter WRITER = MAPPER.writer(new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withSeparators(Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withArrayEmptySeparator("")
                    .withObjectEmptySeparator("")));

    private JsonText() {}

    /// The tree of a JSON text in UTF-8.
    ///
    /// @param name what the sentence calls the file
    /// @throws FileException with line and column, if it is not JSON
    public static JsonNode parse(String name, byte[] text) {
        try {
            JsonNode root = MAPPER.readTree(text);
            if (root.isMissingNode()) {
                throw new FileException(name + " is empty: choose a file that Fall Line has saved.");
            }
            return root;
        } catch (StreamConstraintsException e) {
            throw new FileException(
                    name + " is nested too deeply, or holds too long a text or number, to be an experiment: choose"
                            + " another file.",
                    e);
        } catch (JsonEOFException e) {
            throw new FileException(
                    name + " breaks off at " + position(e.getLocation())
                            + ": the rest of it is missing, so get a complete copy.",
                    e);
        } catch (JsonProcessingException e) {
            throw new FileException(
                    name + " is not JSON at " + position(e.getLocation()) + ": " + complaint(e) + "; correct it there.",
                    e);
        } catch (IOException e) {
            throw new FileException(name + " is not text in UTF-8: save it in that encoding.", e);
        }
    }

    private static String position(@Nullable JsonLocation location) {
        return location == null
                ? "an unknown place"
                : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /// Jackson's complaint without its character codes and its second line.
    private static String complaint(JsonProcessingException e) {
        if (e instanceof MismatchedInputException) {
            return "there is more text after the end of the object";
        }
        String message = e.getOriginalMessage().lines().findFirst().orElse("it cannot be read");
        String plain = message.replaceAll(" \\(code \\d+[^)]*\\)", "").replaceAll(": enable `.*", "");
        String head = plain.isEmpty() ? plain : Character.toLowerCase(plain.charAt(0)) + plain.substring(1);
        return head.endsWith(".") ? head.substring(0, head.length() - 1) : head;
    }

    /// A tree on one line, without blanks, in UTF-8.
    public static byte[] line(JsonNode root) {
        try {
            return MAPPER.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a tree can be written", e);
        }
    }

    /// Writes a tree, indented, lines ended by a single line feed, with one at the end.
    public static void write(JsonNode root, OutputStream out) throws IOException {
        WRITER.without(JsonGenerator.Feature.AUTO_CLOSE_TARGET).writeValue(out, root);
        out.write('\n');
    }
}
