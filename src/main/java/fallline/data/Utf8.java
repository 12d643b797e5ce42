package fallline.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Where a file stops being UTF-8.
final class Utf8 {
    private Utf8() {}

    /// The line, from 1, of the first byte that is not UTF-8; the last line if all is well.
    static long firstBadLine(InputStream stream) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 14);
        CharBuffer characters = CharBuffer.allocate(1 << 14);
        long line = 1;
        boolean end = false;
        while (!end) {
            int got = stream.read(bytes.array(), bytes.position(), bytes.remaining());
            end = got < 0;
            bytes.position(bytes.position() + Math.max(0, got)).flip();
            boolean bad = decoder.decode(bytes, characters, end).isError();
            bytes.compact();
            characters.flip();
            while (characters.hasRemaining()) {
                line += characters.get() == '\n' ? 1 : 0;
            }
            characters.clear();
            if (bad) {
                return line;
            }
        }
        return line;
    }
}
