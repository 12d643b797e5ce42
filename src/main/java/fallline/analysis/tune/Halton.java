package fallline.analysis.tune;

import fallline.data.RandomStream;

/// Quasi-random points of the unit cube, which fill it evenly however many are taken: the sequence of Halton (1960,
/// *On the efficiency of certain quasi-random sequences of points*), shifted by random numbers modulo 1 (Cranley &
/// Patterson 1976).
///
/// Coordinate i of point k is the number whose digits behind the point, in base of the i-th prime, are those of k from
/// behind.
public final class Halton {
    /// Which random numbers of a seed the shifts are: no run's, for those have streams from 0 on.
    private static final long STREAM = -36;

    private final int[] bases;
    private final double[] shift;

    private Halton(int dimension, double[] shift) {
        bases = primes(dimension);
        this.shift = shift;
    }

    /// The sequence itself.
    public static Halton plain(int dimension) {
        return new Halton(dimension, new double[dimension]);
    }

    /// The sequence shifted by the seed.
    public static Halton shifted(int dimension, long seed) {
        double[] shift = new double[dimension];
        RandomStream stream = RandomStream.of(seed, STREAM, 0);
        for (int i = 0; i < dimension; i++) {
            shift[i] = stream.uniform();
        }
        return new Halton(dimension, shift);
    }

    /// Point `index`, from 0; coordinates in [0, 1).
    public double[] point(int index) {
        double[] point = new double[bases.length];
        for (int i = 0; i < point.length; i++) {
            double at = radicalInverse(index, bases[i]) + shift[i];
            point[i] = at >= 1 ? at - 1 : at;
        }
        return point;
    }

    private static double radicalInverse(int index, int base) {
        double inverse = 0;
        double place = 1.0 / base;
        for (int rest = index; rest > 0; rest /= base) {
            inverse += rest % base * place;
            place /= base;
        }
        return inverse;
    }

    private static int[] primes(int count) {
        int[] primes = new int[count];
        int found = 0;
        for (int candidate = 2; found < count; candidate++) {
            boolean prime = true;
            for (int i = 0; prime && i < found && primes[i] * primes[i] <= candidate; i++) {
                prime = candidate % primes[i] != 0;
            }
            if (prime) {
                primes[found++] = candidate;
            }
        }
        return primes;
    }
}
