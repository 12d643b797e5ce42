package fallline.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("fuzz")
class ShareFuzzTest {
    static List<byte[]> seeds() {
        return Seeds.of(Reader.SHARE);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void share(byte[] input) {
        Bounds.read(Reader.SHARE, input);
    }
}
