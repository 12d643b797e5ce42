package fallline.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("fuzz")
class CardFuzzTest {
    static List<byte[]> seeds() {
        return Seeds.of(Reader.CARD);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void card(byte[] input) {
        Bounds.read(Reader.CARD, input);
    }
}
