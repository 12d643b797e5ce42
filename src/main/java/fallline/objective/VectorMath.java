package fallline.objective;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// The functions of [Elementary] for a register of numbers: the same operations in the same order, hence the same bits.
final class VectorMath {
    private static final double LOG2_E = 0x1.71547652b82fep0;
    private static final double LN_2 = 0x1.62e42fefa39efp-1;
    private static final double LN_2_REST = 0x1.abc9e3b39803fp-56;
    private static final double ROUND = 0x1.8p52;
    private static final double SQRT_2 = 0x1.6a09e667f3bcdp0;
    private static final long ROUND_BITS = 0x4338_0000_0000_0000L;
    private static final long SIGN = 0x8000_0000_0000_0000L;

    private VectorMath() {}

    /// [Elementary#exp]. The power of two is halved by rounding a double instead of shifting a whole number, which
    /// gives another half now and then, but not another product.
    static DoubleVector exp(DoubleVector x) {
        DoubleVector clamped = x.max(-750).min(711);
        DoubleVector shifted = clamped.fma(x.broadcast(LOG2_E), x.broadcast(ROUND));
        DoubleVector k = shifted.sub(ROUND);
        LongVector n = shifted.reinterpretAsLongs().sub(ROUND_BITS);
        LongVector half =
                k.fma(x.broadcast(0.5), x.broadcast(ROUND)).reinterpretAsLongs().sub(ROUND_BITS);
        DoubleVector minus = k.neg();
        DoubleVector r = minus.fma(x.broadcast(LN_2_REST), minus.fma(x.broadcast(LN_2), clamped));
        return expMinusOne(r).add(1).mul(powerOfTwo(half)).mul(powerOfTwo(n.sub(half)));
    }

    private static DoubleVector expMinusOne(DoubleVector r) {
        DoubleVector p = r.broadcast(0x1.6124613a86d09p-33);
        p = p.fma(r, r.broadcast(0x1.1eed8eff8d898p-29));
        p = p.fma(r, r.broadcast(0x1.ae64567f544e4p-26));
        p = p.fma(r, r.broadcast(0x1.27e4fb7789f5cp-22));
        p = p.fma(r, r.broadcast(0x1.71de3a556c734p-19));
        p = p.fma(r, r.broadcast(0x1.a01a01a01a01ap-16));
        p = p.fma(r, r.broadcast(0x1.a01a01a01a01ap-13));
        p = p.fma(r, r.broadcast(0x1.6c16c16c16c17p-10));
        p = p.fma(r, r.broadcast(0x1.1111111111111p-7));
        p = p.fma(r, r.broadcast(0x1.5555555555555p-5));
        p = p.fma(r, r.broadcast(0x1.5555555555555p-3));
        p = p.fma(r, r.broadcast(0.5));
        return r.mul(r).fma(p, r);
    }

    private static DoubleVector powerOfTwo(LongVector n) {
        return n.add(1023).lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
    }

    /// [Elementary#log1p] for 0 ≤ x ≤ 1, where 1 + x is halved or not.
    static DoubleVector log1pOfUnit(DoubleVector x) {
        DoubleVector zero = x.broadcast(0);
        DoubleVector sum = x.add(1);
        DoubleVector lost = x.sub(sum.sub(1));
        VectorMask<Double> big = sum.compare(VectorOperators.GE, SQRT_2);
        DoubleVector power = zero.blend(1, big);
        DoubleVector f = x.blend(sum.mul(0.5).sub(1), big);
        DoubleVector correction = zero.blend(lost.div(sum), big);
        DoubleVector s = f.div(f.add(2));
        DoubleVector z = s.mul(s);
        DoubleVector p = x.broadcast(2.0 / 23);
        p = p.fma(z, x.broadcast(2.0 / 21));
        p = p.fma(z, x.broadcast(2.0 / 19));
        p = p.fma(z, x.broadcast(2.0 / 17));
        p = p.fma(z, x.broadcast(2.0 / 15));
        p = p.fma(z, x.broadcast(2.0 / 13));
        p = p.fma(z, x.broadcast(2.0 / 11));
        p = p.fma(z, x.broadcast(2.0 / 9));
        p = p.fma(z, x.broadcast(2.0 / 7));
        p = p.fma(z, x.broadcast(2.0 / 5));
        p = p.fma(z, x.broadcast(2.0 / 3));
        DoubleVector square = f.mul(0.5).mul(f);
        DoubleVector small = s.fma(z.fma(p, square), power.fma(x.broadcast(LN_2_REST), correction));
        return power.fma(x.broadcast(LN_2), f.sub(square.sub(small)));
    }

    /// [Elementary#tanh].
    static DoubleVector tanh(DoubleVector x) {
        DoubleVector y = x.abs().mul(-2).max(-44);
        DoubleVector shifted = y.fma(x.broadcast(LOG2_E), x.broadcast(ROUND));
        DoubleVector minus = shifted.sub(ROUND).neg();
        LongVector n = shifted.reinterpretAsLongs().sub(ROUND_BITS);
        DoubleVector r = minus.fma(x.broadcast(LN_2_REST), minus.fma(x.broadcast(LN_2), y));
        DoubleVector scale = powerOfTwo(n);
        DoubleVector part = expMinusOne(r);
        DoubleVector scaleLess = scale.sub(1);
        DoubleVector t = scale.fma(part, scaleLess);
        DoubleVector lost = scale.fma(part, scaleLess.sub(t));
        DoubleVector sum = t.add(2);
        DoubleVector sumLost = x.broadcast(2).sub(sum).add(t).add(lost);
        DoubleVector inverse = x.broadcast(1).div(sum);
        DoubleVector quotient = t.mul(inverse);
        DoubleVector back = quotient.neg();
        DoubleVector rest = back.fma(sum, t).add(back.fma(sumLost, lost));
        LongVector size = rest.fma(inverse, quotient).reinterpretAsLongs().and(~SIGN);
        return size.or(x.reinterpretAsLongs().and(SIGN)).reinterpretAsDoubles();
    }

    /// [Elementary#sigmoid].
    static DoubleVector sigmoid(DoubleVector x) {
        DoubleVector e = exp(x.abs().neg());
        return quotient(x.broadcast(1).blend(e, x.compare(VectorOperators.LT, 0)), e);
    }

    /// [Elementary#quotient].
    static DoubleVector quotient(DoubleVector a, DoubleVector e) {
        DoubleVector one = a.broadcast(1);
        DoubleVector sum = e.add(1);
        DoubleVector lost = one.sub(sum).add(e);
        DoubleVector inverse = one.div(sum);
        DoubleVector q = a.mul(inverse);
        DoubleVector back = q.neg();
        return back.fma(lost, back.fma(sum, a)).fma(inverse, q);
    }
}
