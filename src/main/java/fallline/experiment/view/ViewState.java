package fallline.experiment.view;

import fallline.experiment.Experiment;
import fallline.problem.Problem;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// How an experiment is looked at: where the playhead stands, which run is chosen, what the views show. Nothing in it
/// changes a number.
///
/// @param playhead the step that all views show, from 0
/// @param chosenRun the run that the settings belong to
/// @param hiddenRuns the names of runs that are not drawn
/// @param measure what the convergence view draws
/// @param across what it draws it against
/// @param logarithmic whether its vertical axis is logarithmic
/// @param plane what lies on the axes of the loss view
/// @param equalScales whether the loss view draws both parameters to one scale
/// @param bounds what part of the plane the loss view shows, if it was zoomed or panned
/// @param gradientArrow whether the loss view draws the arrow of −∇J (∇J when maximising)
/// @param residuals how the fit view draws the residuals
/// @param fromHere whether a changed setting holds from the playhead on, instead of for the whole run
/// @param surface how the loss surface of two parameters is looked at
/// @param fit which features the fit view shows, and how
public record ViewState(
        int playhead,
        String chosenRun,
        Set<String> hiddenRuns,
        Measure measure,
        Across across,
        boolean logarithmic,
        PlaneChoice plane,
        boolean equalScales,
        Optional<Bounds> bounds,
        boolean gradientArrow,
        Residuals residuals,
        boolean fromHere,
        SurfaceLook surface,
        FitLook fit) {
    /// What a convergence view can draw.
    public enum Measure {
        LOSS,
        LOSS_GAP,
        GRADIENT_NORM,
        RATE
    }

    /// What a convergence view has on its horizontal axis.
    public enum Across {
        STEPS,
        /// How often a run had asked for J or its gradient: a step of a line search costs several.
        EVALUATIONS
    }

    /// How residuals are drawn: as sticks, or as the squares whose mean area is the mean squared error.
    public enum Residuals {
        NONE,
        STICKS,
        SQUARES
    }

    /// A rectangle in the plane of the loss view, in its coordinates; or an interval of the only parameter, the
    /// vertical range then being of J.
    public record Bounds(double left, double right, double bottom, double top) {
        public Bounds {
            if (!(left < right && bottom < top) || Double.isInfinite(right - left) || Double.isInfinite(top - bottom)) {
                throw new IllegalArgumentException("bounds must be finite and in order, got " + left + " … " + right
                        + ", " + bottom + " … " + top);
            }
        }

        /// The same part where across and upwards change places.
        @SuppressWarnings("ArgumentSelectionDefect") // that is what it is for
        public Bounds transposed() {
            return new Bounds(bottom, top, left, right);
        }
    }

    public ViewState {
        if (playhead < 0) {
            throw new IllegalArgumentException("the playhead must be 0 or more, got " + playhead);
        }
        hiddenRuns = java.util.Collections.unmodifiableSet(new TreeSet<>(hiddenRuns));
    }

    /// J for problems with test rows, of which J* is not the best value; else the distance from J*.
    public static Measure usual(Problem problem) {
        boolean tests = problem instanceof Problem.OnData model
                && model.data().holdOut().isPresent();
        return tests ? Measure.LOSS : Measure.LOSS_GAP;
    }

    /// The view of a new experiment: its first run chosen, and one scale for both parameters where they mean the same,
    /// as in a formula.
    public static ViewState initial(Experiment experiment) {
        int dimension = experiment.problem().objective().dimension();
        return new ViewState(
                0,
                experiment.runs().getFirst().name(),
                Set.of(),
                usual(experiment.problem()),
                Across.STEPS,
                true,
                PlaneChoice.usual(dimension),
                experiment.problem() instanceof Problem.Formula,
                Optional.empty(),
                true,
                Residuals.STICKS,
                false,
                SurfaceLook.INITIAL,
                FitLook.INITIAL);
    }

    public ViewState withPlayhead(int step) {
        return with(draft -> draft.playhead = step);
    }

    public ViewState withChosenRun(String name) {
        return with(draft -> draft.chosenRun = name);
    }

    public ViewState withHiddenRuns(Set<String> names) {
        return with(draft -> draft.hiddenRuns = names);
    }

    /// The view with the run shown if it was hidden, and the other way round.
    public ViewState withToggled(String run) {
        Set<String> names = new TreeSet<>(hiddenRuns);
        if (!names.remove(run)) {
            names.add(run);
        }
        return withHiddenRuns(names);
    }

    public ViewState withMeasure(Measure other) {
        return with(draft -> draft.measure = other);
    }

    public ViewState withAcross(Across other) {
        return with(draft -> draft.across = other);
    }

    public ViewState withLogarithmic(boolean other) {
        return with(draft -> draft.logarithmic = other);
    }

    /// The view of another plane; its bounds are the suggested ones again.
    public ViewState withPlane(PlaneChoice other) {
        return with(draft -> {
            draft.plane = other;
            draft.bounds = Optional.empty();
        });
    }

    public ViewState withEqualScales(boolean other) {
        return with(draft -> draft.equalScales = other);
    }

    public ViewState withBounds(Optional<Bounds> other) {
        return with(draft -> draft.bounds = other);
    }

    public ViewState withGradientArrow(boolean other) {
        return with(draft -> draft.gradientArrow = other);
    }

    public ViewState withResiduals(Residuals other) {
        return with(draft -> draft.residuals = other);
    }

    public ViewState withFromHere(boolean other) {
        return with(draft -> draft.fromHere = other);
    }

    public ViewState withSurface(SurfaceLook other) {
        return with(draft -> draft.surface = other);
    }

    public ViewState withFit(FitLook other) {
        return with(draft -> draft.fit = other);
    }

    private ViewState with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.view();
    }

    /// The components one by one, for the making of a view that differs in one of them.
    private static final class Draft {
        private int playhead;
        private String chosenRun;
        private Set<String> hiddenRuns;
        private Measure measure;
        private Across across;
        private boolean logarithmic;
        private PlaneChoice plane;
        private boolean equalScales;
        private Optional<Bounds> bounds;
        private boolean gradientArrow;
        private Residuals residuals;
        private boolean fromHere;
        private SurfaceLook surface;
        private FitLook fit;

        Draft(ViewState view) {
            playhead = view.playhead;
            chosenRun = view.chosenRun;
            hiddenRuns = view.hiddenRuns;
            measure = view.measure;
            across = view.across;
            logarithmic = view.logarithmic;
            plane = view.plane;
            equalScales = view.equalScales;
            bounds = view.bounds;
            gradientArrow = view.gradientArrow;
            residuals = view.residuals;
            fromHere = view.fromHere;
            surface = view.surface;
            fit = view.fit;
        }

        ViewState view() {
            return new ViewState(
                    playhead,
                    chosenRun,
                    hiddenRuns,
                    measure,
                    across,
                    logarithmic,
                    plane,
                    equalScales,
                    bounds,
                    gradientArrow,
                    residuals,
                    fromHere,
                    surface,
                    fit);
        }
    }
}
