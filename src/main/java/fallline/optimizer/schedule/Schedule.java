package fallline.optimizer.schedule;

import fallline.optimizer.Demand;
import java.util.List;
import java.util.Optional;

/// How the learning rate changes with the step k, which is 0 for the step from 0 to 1.
///
/// Names, defaults and formulas are PyTorch's (torch.optim.lr_scheduler), in closed form: a jump to any step needs no
/// history. Only [Plateau] remembers something.
public sealed interface Schedule
        permits Schedule.Constant,
                Schedule.ConstantFactor,
                Schedule.Steps,
                Schedule.Milestones,
                Schedule.Exponential,
                Schedule.Cosine,
                Schedule.CosineRestarts,
                Schedule.LinearWarmup,
                Schedule.Polynomial,
                Schedule.InverseTime,
                Schedule.Warmup,
                OneCycle,
                Cyclic,
                Plateau {
    /// The rate of the step from `step` to `step + 1`, when the recipe's rate at that step is `base`. A plateau's rate
    /// is the one before it has seen any loss.
    double rate(int step, double base);

    /// The momentum (or β₁) of that step, when the recipe's is `base`; most schedules leave it alone.
    default double momentum(int step, double base) {
        return base;
    }

    /// The part of it that watches the loss, if there is one.
    default Optional<Plateau> plateau() {
        return Optional.empty();
    }

    /// The first step whose loss the plateau watches.
    default int plateauFrom() {
        return 0;
    }

    /// Whether it has rates of its own instead of the recipe's.
    default boolean hasOwnRates() {
        return false;
    }

    /// The schedule of a recipe that names none.
    static Schedule constant() {
        return new Constant();
    }

    /// The rate never changes.
    record Constant() implements Schedule {
        @Override
        public double rate(int step, double base) {
            return base;
        }
    }

    /// `base·factor` for the first `totalIters` steps, then `base`. PyTorch's ConstantLR.
    record ConstantFactor(double factor, int totalIters) implements Schedule {
        public ConstantFactor {
            Demand.that(factor >= 0 && factor <= 1, "factor of constant-factor must be in [0, 1]", factor);
            Demand.that(totalIters >= 0, "total_iters of constant-factor must be at least 0", totalIters);
        }

        @Override
        public double rate(int step, double base) {
            return step < totalIters ? base * factor : base;
        }
    }

    /// `base·γ^⌊k/stepSize⌋`. PyTorch's StepLR.
    record Steps(int stepSize, double gamma) implements Schedule {
        public Steps {
            Demand.that(stepSize >= 1, "step_size of step must be at least 1", stepSize);
            Demand.that(gamma > 0, "gamma of step must be above 0", gamma);
        }

        @Override
        public double rate(int step, double base) {
            int falls = step / stepSize;
            return base * StrictMath.pow(gamma, falls);
        }
    }

    /// `base·γ^(number of milestones ≤ k)`. PyTorch's MultiStepLR.
    record Milestones(List<Integer> milestones, double gamma) implements Schedule {
        public Milestones {
            milestones = milestones.stream().sorted().toList();
            Demand.that(gamma > 0, "gamma of multistep must be above 0", gamma);
        }

        @Override
        public double rate(int step, double base) {
            int passed = 0;
            while (passed < milestones.size() && milestones.get(passed) <= step) {
                passed++;
            }
            return base * StrictMath.pow(gamma, passed);
        }
    }

    /// `base·γ^k`. PyTorch's ExponentialLR.
    record Exponential(double gamma) implements Schedule {
        public Exponential {
            Demand.that(gamma > 0, "gamma of exponential must be above 0", gamma);
        }

        @Override
        public double rate(int step, double base) {
            return base * StrictMath.pow(gamma, step);
        }
    }

    /// `η_min + (base − η_min)·(1 + cos(π·k/T_max))/2`, which rises again after T_max. PyTorch's CosineAnnealingLR.
    record Cosine(int tMax, double etaMin) implements Schedule {
        public Cosine {
            Demand.that(tMax >= 1, "T_max of cosine must be at least 1", tMax);
            Demand.that(etaMin >= 0, "eta_min of cosine must be at least 0", etaMin);
        }

        @Override
        public double rate(int step, double base) {
            return etaMin + (base - etaMin) * (1 + StrictMath.cos(Math.PI * step / tMax)) / 2;
        }
    }

    /// A cosine that starts afresh after T₀ steps, then after T₀·T_mult, T₀·T_mult² … more. PyTorch's
    /// CosineAnnealingWarmRestarts.
    record CosineRestarts(int t0, int tMult, double etaMin) implements Schedule {
        public CosineRestarts {
            Demand.that(t0 >= 1, "T_0 of cosine-restarts must be at least 1", t0);
            Demand.that(tMult >= 1, "T_mult of cosine-restarts must be at least 1", tMult);
            Demand.that(etaMin >= 0, "eta_min of cosine-restarts must be at least 0", etaMin);
        }

        @Override
        public double rate(int step, double base) {
            long length = t0;
            long since = step;
            if (tMult == 1) {
                since %= length;
            }
            while (since >= length) {
                since -= length;
                length *= tMult;
            }
            return etaMin + (base - etaMin) * (1 + StrictMath.cos(Math.PI * since / length)) / 2;
        }
    }

    /// From `base·startFactor` straight to `base·endFactor` in `totalIters` steps. PyTorch's LinearLR.
    record LinearWarmup(double startFactor, double endFactor, int totalIters) implements Schedule {
        public LinearWarmup {
            Demand.that(startFactor > 0 && startFactor <= 1, "start_factor must be in (0, 1]", startFactor);
            Demand.that(endFactor >= 0 && endFactor <= 1, "end_factor must be in [0, 1]", endFactor);
            Demand.that(totalIters >= 1, "total_iters of a warm-up must be at least 1", totalIters);
        }

        @Override
        public double rate(int step, double base) {
            return base * (startFactor + (endFactor - startFactor) * Math.min(step, totalIters) / totalIters);
        }
    }

    /// `base·(1 − min(k, totalIters)/totalIters)^power`. PyTorch's PolynomialLR.
    record Polynomial(int totalIters, double power) implements Schedule {
        public Polynomial {
            Demand.that(totalIters >= 1, "total_iters of polynomial must be at least 1", totalIters);
            Demand.that(power >= 0, "power of polynomial must be at least 0", power);
        }

        @Override
        public double rate(int step, double base) {
            return base * StrictMath.pow(1 - Math.min(step, totalIters) / (double) totalIters, power);
        }
    }

    /// `base/(1 + decay·k)`.
    record InverseTime(double decay) implements Schedule {
        public InverseTime {
            Demand.that(decay >= 0, "decay of inverse-time must be at least 0", decay);
        }

        @Override
        public double rate(int step, double base) {
            return base / (1 + decay * step);
        }
    }

    /// A straight rise from `base·startFactor` to the rate at which another schedule then begins at its own step 0.
    /// PyTorch's SequentialLR of LinearLR and the other.
    record Warmup(double startFactor, int totalIters, Schedule then) implements Schedule {
        public Warmup {
            Demand.that(startFactor > 0 && startFactor <= 1, "start_factor of warmup must be in (0, 1]", startFactor);
            Demand.that(totalIters >= 1, "total_iters of warmup must be at least 1", totalIters);
            if (then instanceof Warmup) {
                throw new IllegalArgumentException("a schedule has one warmup only");
            }
        }

        @Override
        public double rate(int step, double base) {
            if (step >= totalIters) {
                return then.rate(step - totalIters, base);
            }
            double target = then.hasOwnRates() ? then.rate(0, base) : base;
            return target * (startFactor + (1 - startFactor) * step / totalIters);
        }

        @Override
        public double momentum(int step, double base) {
            return then.momentum(Math.max(0, step - totalIters), base);
        }

        @Override
        public Optional<Plateau> plateau() {
            return then.plateau();
        }

        @Override
        public int plateauFrom() {
            return totalIters;
        }

        @Override
        public boolean hasOwnRates() {
            return then.hasOwnRates();
        }
    }
}
