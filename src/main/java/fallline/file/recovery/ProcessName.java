package fallline.file.recovery;

import java.time.Instant;
import java.util.HexFormat;
import java.util.SplittableRandom;

/// The name of a process, as files bear it that are its own: `p1234-18f3a2b4c5d`, its number and when it began. A
/// number is given again after a while; with the time there is no other.
///
/// @param text without dots
public record ProcessName(String text) {
    /// This process.
    public static ProcessName own() {
        ProcessHandle process = ProcessHandle.current();
        long began = process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
        return new ProcessName("p" + process.pid() + "-" + Long.toHexString(began));
    }

    /// A name for one of the process's windows.
    String window() {
        return text + "-" + HexFormat.of().toHexDigits(new SplittableRandom().nextInt());
    }

    /// Whether a file is one of this process.
    boolean owns(String fileName) {
        return fileName.startsWith(text + "-");
    }
}
