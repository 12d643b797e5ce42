package fallline.data;

/// A SplitMix64 stream of random numbers: the same bits on every machine.
///
/// Source: Steele, Lea & Flood 2014, "Fast Splittable Pseudorandom Number Generators", fig. 16 (with the finaliser of
/// Stafford's mix 13). A stream is keyed by up to three numbers, so that the permutation of epoch 7 of stream 2 can be
/// had without drawing the ones before it.
public final class RandomStream {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    private RandomStream(long state) {
        this.state = state;
    }

    /// The stream of `seed` alone: its state starts at the seed itself.
    public static RandomStream of(long seed) {
        return new RandomStream(seed);
    }

    /// The stream of (seed, stream, index): `mix(mix(mix(seed) + stream) + index)` is its first state.
    public static RandomStream of(long seed, long stream, long index) {
        return new RandomStream(mix(mix(mix(seed) + stream) + index));
    }

    /// The next 64 bits.
    public long next() {
        state += GOLDEN_GAMMA;
        return finish(state);
    }

    /// A whole number in 0 … bound − 1, by multiplying the upper 32 bits: `(next >>> 32)·bound >>> 32`.
    public int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /// A number in [0, 1) with 53 random bits.
    public double uniform() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /// A standard normal number by Box–Muller (1958), cosine branch; two uniforms are drawn for each.
    public double normal() {
        double u = 1 - uniform();
        double v = uniform();
        return StrictMath.sqrt(-2 * StrictMath.log(u)) * StrictMath.cos(2 * Math.PI * v);
    }

    /// Writes a random order of 0 … n − 1 into `order` (n places): Fisher–Yates from the top.
    public void permute(int[] order) {
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        for (int i = order.length - 1; i > 0; i--) {
            int j = below(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }

    private static long mix(long key) {
        return finish(key + GOLDEN_GAMMA);
    }

    private static long finish(long word) {
        long z = (word ^ (word >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
