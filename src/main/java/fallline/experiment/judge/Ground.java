package fallline.experiment.judge;

import fallline.data.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// What kind of ground a run stands on: tests 6 to 8.
final class Ground {
    private static final double EPSILON = 0x1p-52;
    private static final int MOST_DIRECTIONS = 64;
    private static final int MIXTURES = 32;
    private static final long SEED = 7;

    private final Ending end;
    private final LocalModel model;
    private final int step;
    private final BooleanSupplier cancelled;
    private final List<Cure> elsewhere = List.of(new Cure.MoveStart());

    private Ground(Ending end, BooleanSupplier cancelled) {
        this.end = end;
        this.model = end.model();
        this.step = end.course().last();
        this.cancelled = cancelled;
    }

    /// The word where the run stands on level ground, or falls for ever; empty where it is on its way.
    static Optional<Verdict> of(Ending end, BooleanSupplier cancelled) {
        Ground ground = new Ground(end, cancelled);
        if (end.left() <= end.tolerance()) {
            return Optional.of(ground.level());
        }
        return ground.flatBox().or(ground::unbounded);
    }

    private Verdict level() {
        Optional<Verdict> down = model.anyNegative() ? bendsDown() : Optional.empty();
        if (down.isPresent()) {
            return down.get();
        }
        int[] flats = model.level();
        if (flats.length > 0) {
            Optional<Verdict> found = probe(flats);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return minimumAtInfinity().or(this::flatTail).orElseGet(this::converged);
    }

    /// 6a. Where f bends down but falls by nothing that counts, it is left to the probe: the tangent
    /// of a ring of minima bends so, a little inside of it.
    private Optional<Verdict> bendsDown() {
        double bend = model.bend(end.reached());
        double hidden = Math.max(1e-3 * Ending.TAU * end.gained(), end.rounding());
        if (end.course().moved() && bend <= hidden) {
            return Optional.of(flat(Verdict.Flat.Kind.BEND, bend / Math.max(end.gained(), Double.MIN_NORMAL)));
        }
        double range = end.range();
        if (end.facts().box().isPresent()) {
            double over = model.bend(end.facts().box().get().lengths());
            if (over <= Ending.TAU * range) {
                return Optional.of(flat(Verdict.Flat.Kind.BEND, over / Math.max(range, Double.MIN_NORMAL)));
            }
        }
        if (!fallsWhereItBendsDown()) {
            return Optional.empty();
        }
        double[] ends = ownEnds();
        return Optional.of(
                model.anyPositive()
                        ? new Verdict.Saddle(step, ends[0], ends[1], end.sample(), elsewhere)
                        : new Verdict.Maximum(step, ends[0], ends[1], end.sample(), elsewhere));
    }

    private boolean fallsWhereItBendsDown() {
        double here = end.value(end.theta());
        double[] far = end.widest();
        int tried = 0;
        for (int k = 0; k < model.values().length && tried < MOST_DIRECTIONS; k++) {
            if (model.isNegative(k)) {
                double[] direction = model.direction(k);
                if (seen(direction, 1, here, far) < 0 || seen(direction, -1, here, far) < 0) {
                    return true;
                }
                tried++;
            }
        }
        return false;
    }

    /// λmin and λmax in the parameters' own units, where H is known.
    private double[] ownEnds() {
        return RawEnds.of(model);
    }

    private Verdict flat(Verdict.Flat.Kind kind, double number) {
        return new Verdict.Flat(step, kind, number, end.sample(), elsewhere);
    }

    /// 6b: looks along the flat directions, near before far.
    private Optional<Verdict> probe(int[] flats) {
        double here = end.value(end.theta());
        int falling = 0;
        int rising = 0;
        List<double[]> directions = directions(flats);
        for (double[] direction : directions) {
            boolean falls = false;
            for (int side = 1; side >= -1; side -= 2) {
                int sign = seen(direction, side, here, end.reached());
                falls |= sign < 0;
                rising += sign > 0 ? 1 : 0;
            }
            falling += falls ? 1 : 0;
            if (cancelled.getAsBoolean()) {
                break;
            }
        }
        if (falling > 0) {
            return Optional.of(new Verdict.Degenerate(step, falling, directions.size(), end.sample(), elsewhere));
        }
        return !model.anyPositive() && rising == 0
                ? Optional.of(flat(Verdict.Flat.Kind.DIRECTIONS, flats.length))
                : Optional.empty();
    }

    private List<double[]> directions(int[] flats) {
        List<double[]> directions = new ArrayList<>();
        boolean whole = model.hessian().isPresent();
        for (int k = 0; k < Math.min(flats.length, whole ? MOST_DIRECTIONS : MIXTURES); k++) {
            directions.add(model.direction(flats[k]));
        }
        RandomStream random = RandomStream.of(SEED);
        for (int m = 0; m < MIXTURES && flats.length > 1 && whole; m++) {
            double[] mixture = new double[model.dimension()];
            for (int k : flats) {
                double weight = random.normal();
                double[] part = model.direction(k);
                for (int i = 0; i < mixture.length; i++) {
                    mixture[i] += weight * part[i];
                }
            }
            directions.add(mixture);
        }
        return directions;
    }

    /// −1 where f falls along the direction at the first distance at which anything is seen, 1 where it rises, else 0.
    private int seen(double[] direction, int side, double here, double[] units) {
        double size = 0;
        for (int i = 0; i < direction.length; i++) {
            size = Math.max(size, Math.abs(direction[i]) / units[i]);
        }
        if (!(size > 0)) {
            return 0;
        }
        double[] at = new double[direction.length];
        for (int j = 6; j >= 0; j--) {
            double factor = side * StrictMath.pow(10, -j) / size;
            for (int i = 0; i < at.length; i++) {
                at[i] = end.theta()[i] + factor * direction[i];
            }
            double value = end.value(at);
            double noise = Math.max(64 * EPSILON * Math.max(Math.abs(here), Math.abs(value)), end.tolerance());
            if (Double.isFinite(value) && Math.abs(value - here) > noise) {
                return value < here ? -1 : 1;
            }
        }
        return 0;
    }

    /// 6c: near a minimum the next Newton step is much shorter; towards infinity it is not.
    private Optional<Verdict> minimumAtInfinity() {
        double[] first = model.newtonStep(end.gradient());
        if (!(largest(first, end.reached()) > 1e-8)) {
            return Optional.empty();
        }
        double[] next = end.theta().clone();
        for (int i = 0; i < next.length; i++) {
            next[i] += first[i];
        }
        double[] slope = end.gradientAt(next);
        for (double part : slope) {
            if (!Double.isFinite(part)) {
                return Optional.empty();
            }
        }
        double[] second = end.modelAt(next, slope, cancelled).newtonStep(slope);
        double ratio = length(second, end.reached()) / length(first, end.reached());
        return ratio >= 0.9 ? Optional.of(flat(Verdict.Flat.Kind.INFINITY, ratio)) : Optional.empty();
    }

    private static double largest(double[] step, double[] units) {
        double most = 0;
        for (int i = 0; i < step.length; i++) {
            most = Math.max(most, Math.abs(step[i]) / units[i]);
        }
        return most;
    }

    private static double length(double[] step, double[] units) {
        double sum = 0;
        for (int i = 0; i < step.length; i++) {
            sum += (step[i] / units[i]) * (step[i] / units[i]);
        }
        return Math.sqrt(sum);
    }

    /// 6d: a shallow dent far above the best value.
    private Optional<Verdict> flatTail() {
        Facts facts = end.facts();
        if (!facts.knowsBest() || facts.box().isEmpty()) {
            return Optional.empty();
        }
        double all = end.course().start() - facts.best();
        if (end.course().end() - facts.best() <= 0.5 * Math.max(all, 0)) {
            return Optional.empty();
        }
        double size = Math.max(end.range(), all);
        double bend = model.bend(facts.box().get().lengths());
        return bend <= Ending.TAU * size
                ? Optional.of(flat(Verdict.Flat.Kind.BEND, size > 0 ? bend / size : 0))
                : Optional.empty();
    }

    /// 6e.
    private Verdict converged() {
        Facts facts = end.facts();
        double above = facts.knowsBest() ? end.course().end() - facts.best() : Double.NaN;
        double all = end.course().start() - facts.best();
        boolean local = above > Math.max(Math.max(1e-3 * Math.abs(all), 10 * end.rounding()), 10 * end.left());
        double share = end.gained() > 0 ? end.left() / end.gained() : 0;
        return new Verdict.Converged(
                step,
                facts.sign() * end.course().end(),
                end.left(),
                share,
                above,
                local,
                end.sample(),
                local ? elsewhere : List.of());
    }

    /// 7.
    private Optional<Verdict> flatBox() {
        Facts facts = end.facts();
        if (facts.box().isEmpty()) {
            return Optional.empty();
        }
        double size = end.range();
        if (facts.knowsBest()) {
            size = Math.max(size, end.course().start() - facts.best());
        }
        double change = model.change(end.gradient(), facts.box().get().lengths());
        return change <= Ending.TAU * size
                ? Optional.of(flat(Verdict.Flat.Kind.BOX, size > 0 ? change / size : 0))
                : Optional.empty();
    }

    /// 8.
    private Optional<Verdict> unbounded() {
        Facts facts = end.facts();
        Course course = end.course();
        if (facts.convex() || facts.knowsBest() || facts.bounded() || step == 0) {
            return Optional.empty();
        }
        if (!(course.end() < course.start()) || course.least(0, step) < course.end()) {
            return Optional.empty();
        }
        double[] move = course.move(step);
        if (!model.bendsDown(move)) {
            return Optional.empty();
        }
        int doublings = Ray.falls(end::value, end.theta(), move);
        return doublings >= 0
                ? Optional.of(new Verdict.Unbounded(step, facts.sign() * course.end(), doublings))
                : Optional.empty();
    }
}
