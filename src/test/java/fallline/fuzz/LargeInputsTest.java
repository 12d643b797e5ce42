package fallline.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A megabyte of what makes readers slow: one sign again and again, behind and within what is good.
@Tag("fuzz")
@DisplayName("A megabyte of one thing")
class LargeInputsTest {
    private static final int SIZE = 1_000_000;

    private static final List<String> SIGNS = List.of(
            "1",
            "1 ",
            " ",
            "\t",
            "\n",
            "a",
            "a ",
            "a,",
            ",",
            ";",
            "|",
            "|-",
            "| ",
            "-",
            "(",
            ")",
            "[",
            "{",
            "{\"a\":",
            "\"",
            "\\",
            "\\\"",
            "'",
            "'a'",
            "\u0000",
            "\u001b",
            "x+",
            "x*",
            "2x",
            "^2",
            "max(x,",
            "|x|",
            "if(x<",
            "1e",
            "1e9",
            "1.",
            "..",
            "=",
            "a=1,",
            "a=1\n",
            "b = 1 (0 .. 1)\n",
            "\n ",
            "\n#",
            "#",
            "%",
            ":",
            "k:1\n",
            "k: ",
            "<-",
            "\"a\":1,",
            "1,1\n",
            "1,a\n",
            "1;1,5\n",
            "a a  ",
            "2020-01-01 ",
            "12:00 ",
            "½",
            "√",
            "₁",
            "−",
            "∞",
            "\u202e",
            "é",
            "😀");

    @ParameterizedTest
    @EnumSource
    @DisplayName("is read or refused within 1 s")
    void large(Reader reader) {
        List<String> slow = new ArrayList<>();
        for (String sign : SIGNS) {
            String run = sign.repeat(SIZE / sign.length());
            for (byte[] seed : Seeds.of(reader).subList(0, 2)) {
                String good = new String(seed, StandardCharsets.UTF_8);
                int middle = good.length() / 2;
                for (String text : List.of(run, good + run, good.substring(0, middle) + run + good.substring(middle))) {
                    byte[] input = text.getBytes(StandardCharsets.UTF_8);
                    Bounds.Cost cost = Bounds.cost(reader, input);
                    cost = cost.isWithin() ? cost : Bounds.cost(reader, input);
                    if (!cost.isWithin()) {
                        slow.add(cost + " for '" + sign.replace("\n", "\\n") + "' at " + text.indexOf(run) + " of "
                                + good.length());
                    }
                }
            }
        }
        assertThat(slow).isEmpty();
    }
}
