package fallline.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;

/// Which table it was: how long its file is and what is in it. Two pins name the same table if length and hash agree.
///
/// @param bytes the length of the file
/// @param sha256 SHA-256 of its bytes, 64 hexadecimal digits in lower case (FIPS 180-4)
/// @param time when the file was last written, to the second, if that is known; for people, not for comparing
public record TablePin(long bytes, String sha256, Optional<Instant> time) {
    /// The pin of a file whose content has been read.
    public static TablePin of(Path file, byte[] content) {
        return new TablePin(content.length, hash(content), modified(file));
    }

    /// Whether both name the same table.
    public boolean sameTable(TablePin other) {
        return bytes == other.bytes && sha256.equals(other.sha256);
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Optional<Instant> modified(Path file) {
        try {
            return Optional.of(Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.SECONDS));
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
