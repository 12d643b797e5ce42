package fallline.file.recovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.file.FileStamp;
import fallline.file.json.Fields;
import fallline.file.json.JsonText;
import fallline.file.json.Place;
import fallline.file.json.UnknownFields;
import fallline.file.json.Value;
import fallline.io.FileException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// The text of a recovery: a line `fallline-recovery 1 HASH`, then JSON, of which HASH is the SHA-256; so any damage is
/// seen.
///
/// @param name what the user calls it
/// @param time when it was kept
/// @param file the file that it belongs to
/// @param table the hash of its columns, if they are kept beside it
/// @param carried whether a saved experiment takes its table along; empty without one
/// @param experiment as in an experiment file, with its view and without its columns
record RecoveryText(
        String name,
        Instant time,
        Optional<FileStamp> file,
        Optional<String> table,
        Optional<Boolean> carried,
        JsonNode experiment) {
    private static final String HEAD = "fallline-recovery 1 ";

    byte[] bytes() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", name);
        node.put("time", time.toString());
        file.ifPresent(stamp -> {
            ObjectNode place = node.putObject("file");
            place.put("path", stamp.file().toAbsolutePath().toString());
            place.put("bytes", stamp.size());
            place.put("modified", stamp.modified().toInstant().toString());
        });
        table.ifPresent(hash -> node.put("table", hash));
        carried.ifPresent(flag -> node.put("carried", flag));
        node.set("experiment", experiment);
        return sealed(JsonText.line(node));
    }

    private static byte[] sealed(byte[] json) {
        byte[] head = (HEAD + hash(json) + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] text = Arrays.copyOf(head, head.length + json.length);
        System.arraycopy(json, 0, text, head.length, json.length);
        return text;
    }

    /// @throws FileException if the text is not whole, or another version's
    static RecoveryText of(byte[] text) {
        int head = HEAD.length() + 65;
        if (text.length <= head) {
            throw new FileException("it is empty or breaks off");
        }
        byte[] json = Arrays.copyOfRange(text, head, text.length);
        if (!new String(text, 0, head, StandardCharsets.US_ASCII).equals(HEAD + hash(json) + "\n")) {
            throw new FileException("it is damaged, or of another version");
        }
        Fields fields = new Value(JsonText.parse("it", json), Place.ROOT, UnknownFields.none()).fields();
        try {
            return new RecoveryText(
                    fields.need("name", "a text").text(),
                    Instant.parse(fields.need("time", "a time").text()),
                    fields.find("file").map(RecoveryText::stamp),
                    fields.find("table").map(Value::text),
                    fields.find("carried").map(Value::flag),
                    fields.need("experiment", "an experiment").node());
        } catch (DateTimeException | InvalidPathException e) {
            throw new FileException("it is not what this program writes", e);
        }
    }

    private static FileStamp stamp(Value value) {
        Fields fields = value.fields();
        return new FileStamp(
                Path.of(fields.need("path", "a path").text()),
                fields.need("bytes", "a number").whole(),
                FileTime.from(Instant.parse(fields.need("modified", "a time").text())));
    }

    /// SHA-256 in hexadecimal digits.
    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
