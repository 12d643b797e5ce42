package fallline.export.film;

import java.util.Optional;

/// What goes on in a film: time, or a parameter.
public sealed interface Course {
    /// So many frames a film has at most unless told otherwise.
    int USUAL_FRAMES = 300;

    /// So many frames a film may have.
    int MOST_FRAMES = 100_000;

    /// The playhead goes from one step to another, both included.
    ///
    /// @param from the first step, from 0
    /// @param to the last step, not before the first
    /// @param pace which steps between them are seen
    record Steps(int from, int to, Pace pace) implements Course {
        public Steps {
            if (from < 0 || to < from) {
                throw new IllegalArgumentException("a film goes from a step on, got " + from + " … " + to);
            }
        }
    }

    /// A setting goes from one value to another while the playhead stands; what depends on it is computed anew for each
    /// frame.
    ///
    /// @param run whose setting it is; the chosen run's if empty
    /// @param setting the name of a number that the run's optimizer takes, or else of one of the problem's
    /// parameters
    /// @param from the first value
    /// @param to the last value
    /// @param logarithmic whether values grow by equal factors instead of equal amounts; then both are positive
    /// @param frames how many values, both ends included
    /// @param step where the playhead stands
    record Sweep(
            Optional<String> run, String setting, double from, double to, boolean logarithmic, int frames, int step)
            implements Course {
        /// How many frames a sweep has unless told otherwise.
        public static final int USUAL = 150;

        public Sweep {
            if (!Double.isFinite(from) || !Double.isFinite(to) || from == to) {
                throw new IllegalArgumentException("a sweep needs two different values, got " + from + " … " + to);
            }
            if (logarithmic && !(from > 0 && to > 0)) {
                throw new IllegalArgumentException(
                        "a logarithmic sweep needs values above 0, got " + from + " … " + to);
            }
            if (frames < 2 || frames > MOST_FRAMES || step < 0) {
                throw new IllegalArgumentException("a sweep needs two frames or more, got " + frames);
            }
        }

        /// The value that a frame shows: the ends to the bit.
        double value(int frame) {
            if (frame == 0) {
                return from;
            }
            if (frame == frames - 1) {
                return to;
            }
            double share = frame / (frames - 1.0);
            return logarithmic ? from * StrictMath.pow(to / from, share) : from + share * (to - from);
        }
    }

    /// Which steps of a stretch are seen.
    sealed interface Pace {
        /// All steps, or `frames` of them as evenly as steps can be, the first and the last among them.
        record Thinned(int frames) implements Pace {
            public Thinned {
                checkFrames(frames);
            }
        }

        /// Every `stride`-th step, and the last.
        record Every(int stride) implements Pace {
            public Every {
                if (stride < 1) {
                    throw new IllegalArgumentException("a film shows every step or fewer, got every " + stride);
                }
            }
        }

        /// So that the paths move equally far from frame to frame, and slow ends do not bore: at most `frames` frames.
        record ByDistance(int frames) implements Pace {
            public ByDistance {
                checkFrames(frames);
            }
        }

        private static void checkFrames(int frames) {
            if (frames < 2 || frames > MOST_FRAMES) {
                throw new IllegalArgumentException("a film has 2 to 100\u202f000 frames, got " + frames);
            }
        }
    }

    /// All steps of a stretch, thinned to at most 300 frames.
    static Course steps(int from, int to) {
        return new Steps(from, to, new Pace.Thinned(USUAL_FRAMES));
    }
}
