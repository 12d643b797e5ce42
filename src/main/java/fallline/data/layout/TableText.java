package fallline.data.layout;

import fallline.data.layout.Decision.About;
import fallline.text.Quote;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The text of a table, as UTF-8 whatever it was stored in.
///
/// @param utf8 the bytes; text begins at `from`
/// @param from behind a byte order mark
/// @param encoding what it was stored in
/// @param decisions why that one
public record TableText(byte[] utf8, int from, String encoding, List<Decision> decisions) {
    private static final int SAMPLE = 1 << 16;
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String WINDOWS_NAME = "Windows-1252";

    /// Finds out the encoding, or takes the one that was asked for.
    ///
    /// @throws ReadException if the bytes are no text, or not in the encoding that was asked for
    public static TableText of(String name, byte[] bytes, Optional<String> wanted) {
        int mark = utf8Mark(bytes);
        if (wanted.isPresent()) {
            return asked(name, bytes, wanted.get());
        }
        Optional<Charset> wide = wide(bytes);
        if (wide.isPresent()) {
            boolean marked = hasWideMark(bytes);
            String evidence = marked ? "its first two bytes say so" : "every second byte is 0";
            var decision = new Decision(
                    About.ENCODING, !marked, "The text is " + wide.get().name() + ", because " + evidence + ".");
            return new TableText(
                    decoded(name, bytes, marked ? 2 : 0, wide.get()),
                    0,
                    wide.get().name(),
                    List.of(decision));
        }
        refuseBinary(name, bytes);
        int bad = firstBad(bytes, mark);
        if (bad < 0) {
            var decision = new Decision(
                    About.ENCODING,
                    false,
                    mark > 0 ? "The text is UTF-8: it begins with its byte order mark." : "The text is valid UTF-8.");
            return new TableText(bytes, mark, "UTF-8", List.of(decision));
        }
        var decision = new Decision(
                About.ENCODING,
                true,
                "The text is read as Windows-1252, because line " + line(bytes, bad)
                        + " is not UTF-8: choose another encoding if letters look wrong.");
        byte[] utf8 = new String(bytes, WINDOWS).getBytes(StandardCharsets.UTF_8);
        return new TableText(utf8, 0, WINDOWS_NAME, List.of(decision));
    }

    private static TableText asked(String name, byte[] bytes, String wanted) {
        Charset charset;
        try {
            charset = Charset.forName(wanted);
        } catch (IllegalArgumentException e) {
            throw new ReadException(
                    "There is no encoding " + Quote.of(wanted) + ": name one such as UTF-8, Windows-1252 or UTF-16LE.",
                    e);
        }
        String called = charset.equals(WINDOWS) ? WINDOWS_NAME : charset.name();
        if (charset.equals(StandardCharsets.UTF_8)) {
            int mark = utf8Mark(bytes);
            int bad = firstBad(bytes, mark);
            if (bad >= 0) {
                throw new ReadException(name + ", line " + line(bytes, bad)
                        + " is not UTF-8 text: choose another encoding, such as Windows-1252.");
            }
            return new TableText(bytes, mark, called, List.of());
        }
        boolean wide = charset.name().startsWith("UTF-16");
        return new TableText(decoded(name, bytes, wide && hasWideMark(bytes) ? 2 : 0, charset), 0, called, List.of());
    }

    private static byte[] decoded(String name, byte[] bytes, int from, Charset charset) {
        try {
            CharBuffer text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from));
            ByteBuffer utf8 = StandardCharsets.UTF_8.encode(text);
            byte[] exact = new byte[utf8.remaining()];
            utf8.get(exact);
            return exact;
        } catch (CharacterCodingException e) {
            throw new ReadException(name + " is not text in " + charset.name() + ": choose another encoding.", e);
        }
    }

    private static int utf8Mark(byte[] bytes) {
        boolean mark =
                bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        return mark ? 3 : 0;
    }

    private static boolean hasWideMark(byte[] bytes) {
        return bytes.length >= 2
                && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                        || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
    }

    /// UTF-16 by its byte order mark, or by zeros at every second byte.
    private static Optional<Charset> wide(byte[] bytes) {
        if (hasWideMark(bytes)) {
            return Optional.of(bytes[0] == (byte) 0xFF ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
        }
        int length = Math.min(bytes.length, SAMPLE) & ~1;
        int[] zeros = new int[2];
        for (int i = 0; i < length; i++) {
            zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
        }
        if (length < 4 || bytes.length % 2 != 0) {
            return Optional.empty();
        }
        int half = length / 2;
        if (zeros[1] > 0.6 * half && zeros[0] < 0.1 * half) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return zeros[0] > 0.6 * half && zeros[1] < 0.1 * half
                ? Optional.of(StandardCharsets.UTF_16BE)
                : Optional.empty();
    }

    private static void refuseBinary(String name, byte[] bytes) {
        int length = Math.min(bytes.length, SAMPLE);
        int odd = 0;
        for (int i = 0; i < length; i++) {
            int b = bytes[i] & 0xFF;
            if (b == 0) {
                throw noText(name);
            }
            odd += b < 9 || (b > 13 && b < 32 && b != 26 && b != 27) ? 1 : 0;
        }
        if (odd > length / 100) {
            throw noText(name);
        }
    }

    private static ReadException noText(String name) {
        return new ReadException(
                name + " is no table of text: open a CSV, a text file with columns, or an Excel workbook (.xlsx).");
    }

    private static int line(byte[] bytes, int at) {
        int line = 1;
        for (int i = 0; i < at; i++) {
            line += bytes[i] == '\n' || (bytes[i] == '\r' && bytes[i + 1] != '\n') ? 1 : 0;
        }
        return line;
    }

    /// Where bytes stop being UTF-8; −1 if they never do.
    static int firstBad(byte[] bytes, int from) {
        int i = from;
        while (i < bytes.length) {
            if (bytes[i] >= 0) {
                i++;
                continue;
            }
            int lead = bytes[i] & 0xFF;
            int more = lead >= 0xC2 && lead < 0xE0
                    ? 1
                    : lead >= 0xE0 && lead < 0xF0 ? 2 : lead >= 0xF0 && lead < 0xF5 ? 3 : 0;
            if (more == 0 || i + more >= bytes.length) {
                return i;
            }
            for (int k = 1; k <= more; k++) {
                if ((bytes[i + k] & 0xC0) != 0x80) {
                    return i;
                }
            }
            int second = bytes[i + 1] & 0xFF;
            boolean wrong = (lead == 0xE0 && second < 0xA0)
                    || (lead == 0xED && second >= 0xA0)
                    || (lead == 0xF0 && second < 0x90)
                    || (lead == 0xF4 && second >= 0x90);
            if (wrong) {
                return i;
            }
            i += more + 1;
        }
        return -1;
    }
}
