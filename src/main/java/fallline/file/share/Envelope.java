package fallline.file.share;

import fallline.io.FileException;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// The outside of a share code: `fallline:1:`, the bytes packed by deflate (RFC 1950) in base64url (RFC 4648 §5)
/// without padding, `:`, and the CRC-32 of the packed bytes in 8 hexadecimal digits.
///
/// The sum is over what is sent, so that nothing is unpacked of a text that was damaged on its way.
public final class Envelope {
    /// The longest text.
    static final int LONGEST = 64 * 1024;

    /// The most bytes that a text may unpack to.
    static final int MOST_UNPACKED = 4 * 1024 * 1024;

    private static final String COPY = "copy the whole of it, from fallline: to its last digit";
    private static final Pattern VERSIONED = Pattern.compile("fallline:([0-9]{1,9}):.*");
    private static final Pattern FORM = Pattern.compile("fallline:1:([A-Za-z0-9_-]++)={0,2}:([0-9a-f]{8})");

    private Envelope() {}

    /// The text of a code that packs this.
    ///
    /// @throws FileException if the text would be too long
    public static String seal(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try {
            deflater.setInput(content);
            deflater.finish();
            byte[] block = new byte[8192];
            while (!deflater.finished()) {
                packed.write(block, 0, deflater.deflate(block));
            }
        } finally {
            deflater.end();
        }
        byte[] bytes = packed.toByteArray();
        String text = ShareCode.BEGINNING + "1:" + base64(bytes) + ":" + sum(bytes);
        if (content.length > MOST_UNPACKED || text.length() > LONGEST) {
            throw new FileException("This experiment is too long for a share code, which has at most 64 KB of text:"
                    + " save it, and send the file.");
        }
        return text;
    }

    /// What was sealed. Blanks and line breaks, as mail puts them in, do not count.
    ///
    /// @throws FileException with one sentence, if the text is damaged, no share code, or unpacks to too much
    public static byte[] open(String text) {
        if (text.length() > 2 * LONGEST) {
            throw tooLong();
        }
        String code = text.replaceAll("\\s+", "");
        if (code.length() > LONGEST) {
            throw tooLong();
        }
        Matcher versioned = VERSIONED.matcher(code);
        if (versioned.matches() && Integer.parseInt(versioned.group(1)) > 1) {
            throw new FileException("This share code is of version " + Integer.parseInt(versioned.group(1))
                    + ", and this Fall Line reads version 1: open it with a newer one.");
        }
        Matcher form = FORM.matcher(code);
        if (!form.matches()) {
            throw new FileException("This share code is not complete: " + COPY + ".");
        }
        byte[] packed = bytes(form.group(1));
        if (!sum(packed).equals(form.group(2))) {
            throw damaged();
        }
        return unpacked(packed);
    }

    private static byte[] bytes(String base64) {
        try {
            byte[] packed = Base64.getUrlDecoder().decode(base64);
            if (base64(packed).equals(base64)) {
                return packed;
            }
        } catch (IllegalArgumentException _) {
            // told below
        }
        throw damaged();
    }

    private static byte[] unpacked(byte[] packed) {
        Inflater inflater = new Inflater();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            inflater.setInput(packed);
            byte[] block = new byte[8192];
            while (!inflater.finished()) {
                int got = inflater.inflate(block);
                if (got == 0 && !inflater.finished()) {
                    throw damaged(); // it breaks off, or wants a dictionary
                }
                content.write(block, 0, got);
                if (content.size() > MOST_UNPACKED) {
                    throw new FileException("This share code unpacks to more than 4 MB, which no experiment needs:"
                            + " ask its author for the file.");
                }
            }
            if (inflater.getRemaining() > 0) {
                throw damaged();
            }
        } catch (DataFormatException _) {
            throw damaged();
        } finally {
            inflater.end();
        }
        return content.toByteArray();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String sum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }

    private static FileException damaged() {
        return new FileException("This share code was damaged on its way: " + COPY + ".");
    }

    private static FileException tooLong() {
        return new FileException("This text is too long for a share code, which has at most 64 KB: " + COPY + ".");
    }
}
