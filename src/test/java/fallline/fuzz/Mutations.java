package fallline.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Bad inputs from good ones, always the same for a seed.
final class Mutations {
    /// What breaks readers: long runs, numbers too large, signs that mean something, bytes that are no text.
    private static final List<byte[]> WORDS = List.of(
            repeated("1", 3_000),
            repeated(" ", 3_000),
            repeated("(", 600),
            repeated("[", 600),
            repeated("|", 200),
            repeated("-", 1_000),
            repeated("a,", 1_000),
            repeated("\n", 300),
            text("1e400"),
            text("-1e400 .. 2"),
            text("99999999999999999999"),
            text("NaN"),
            text("∞"),
            text("−"),
            text("\u0000"),
            text("\u001b[2J"),
            text("\u202e"),
            text("=cmd|' /C calc'!A0"),
            text("\""),
            text("'"),
            text("\r\n"),
            text("\t"),
            text(";"),
            text(","),
            text("{\"a\":"),
            text("null"),
            text("\\u0000"),
            text("\\ud800"),
            text(" .. "),
            text(": "),
            text("theta"),
            text("x^"),
            new byte[] {(byte) 0xFF, (byte) 0xFE},
            new byte[] {0x1F, (byte) 0x8B, 8},
            new byte[] {'P', 'K', 3, 4});

    private final Random random;
    private final List<byte[]> seeds;

    Mutations(long seed, List<byte[]> seeds) {
        this.random = new Random(seed);
        this.seeds = List.copyOf(seeds);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] repeated(String text, int times) {
        return text(text.repeat(times));
    }

    /// The next input: a seed, changed at one to four places.
    byte[] next() {
        byte[] input = any(seeds);
        for (int change = random.nextInt(4); change >= 0; change--) {
            input = changed(input);
        }
        return input;
    }

    private byte[] changed(byte[] input) {
        int from = random.nextInt(input.length + 1);
        int to = Math.min(input.length, from + random.nextInt(1 + random.nextInt(20)));
        byte[] slice = Arrays.copyOfRange(input, from, to);
        return switch (random.nextInt(7)) {
            case 0 -> put(input, from, to, new byte[0]);
            case 1 -> put(input, from, from, slice);
            case 2 -> put(input, from, to, any(WORDS));
            case 3 -> put(input, from, from, any(WORDS));
            case 4 -> put(input, from, to, noise());
            case 5 -> Arrays.copyOf(input, from);
            default -> {
                byte[] other = any(seeds);
                yield put(input, from, input.length, Arrays.copyOfRange(other, other.length / 2, other.length));
            }
        };
    }

    private byte[] noise() {
        byte[] noise = new byte[1 + random.nextInt(8)];
        random.nextBytes(noise);
        return noise;
    }

    private byte[] any(List<byte[]> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static byte[] put(byte[] input, int from, int to, byte[] word) {
        byte[] longer = new byte[input.length - (to - from) + word.length];
        System.arraycopy(input, 0, longer, 0, from);
        System.arraycopy(word, 0, longer, from, word.length);
        System.arraycopy(input, to, longer, from + word.length, input.length - to);
        return longer;
    }
}
