package fallline.lesson.read;

import fallline.io.AtomicFile;
import fallline.io.FileException;
import fallline.text.Quote;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The text of a file of bounded size: a lesson, or an experiment beside one.
final class LessonFile {
    private LessonFile() {}

    /// The text, in UTF-8, without a mark of the byte order.
    ///
    /// @param links whether a link may lead to it
    /// @param most bytes
    /// @throws FileException with a sentence, if it cannot be read
    static String text(Path file, boolean links, int most) {
        LinkOption[] options = links ? new LinkOption[0] : new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
        try {
            if (Files.exists(file, options) && !Files.isRegularFile(file, options)) {
                throw new FileException(Quote.path(file) + " is no file of its own: copy the file itself there.");
            }
            byte[] bytes;
            try (InputStream stream = Files.newInputStream(file)) {
                bytes = stream.readNBytes(most + 1);
            }
            if (bytes.length > most) {
                throw new FileException(Quote.path(file) + " has more than " + most / 1000 + " kB: make it shorter.");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw new FileException("There is no file " + Quote.path(file) + ": check its name and folder.", e);
        } catch (CharacterCodingException e) {
            throw new FileException(Quote.path(file) + " is not text in UTF-8: save it in that encoding.", e);
        } catch (IOException e) {
            throw new FileException(
                    Quote.path(file) + " cannot be read (" + AtomicFile.reason(e) + "): check its permissions.", e);
        }
    }
}
