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
import fallline.text.Quote;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// JSON text to tree and back.
public final class JsonText {
    private static final int LONGEST_TEXT = 100_000_000;

    private static final int LONGEST_COMPLAINT = 240;

    /// What Jackson says of a character's code.
    private static final Pattern CODE = Pattern.compile(" \\((?:\\(CTRL-CHAR, )?code \\d+[^)]*\\)+");

    /// Where Jackson repeats a word of the file, however long it is.
    private static final Pattern WORD = Pattern.compile("(?s)((?:Duplicate field|Unrecognized token) )'(.*?)'(?=$|:)");

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
    /// @param file what the sentence calls it
    /// @throws FileException with line and column, if it is not JSON
    public static JsonNode parse(String file, byte[] text) {
        String name = Quote.shortened(file);
        try {
            JsonNode root = MAPPER.readTree(text);
            if (root.isMissingNode()) {
                throw new FileException(name + " is empty: choose a file that Fall Line has saved.");
            }
            return root;
        } catch (StreamConstraintsException e) {
            throw new FileException(
                    name + " is nested too deeply, or holds too long a text or number, to be an experiment, at "
                            + position(e.getLocation()) + ": choose another file.",
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
        String plain = CODE.matcher(message).replaceAll("").replaceAll(": enable `.*", "");
        plain = WORD.matcher(plain)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + Quote.of(found.group(2))));
        String head = plain.isEmpty() ? plain : Character.toLowerCase(plain.charAt(0)) + plain.substring(1);
        return Quote.shortened(head.endsWith(".") ? head.substring(0, head.length() - 1) : head, LONGEST_COMPLAINT);
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
