package fallline.experiment;

import fallline.objective.Problem;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// How an experiment is looked at: where the playhead stands, which run is chosen, what the views show. Nothing in it
/// changes a number.
///
/// @param playhead the step that all views show, from 0
/// @param chosenRun the run that the settings belong to
/// @param hiddenRuns the names of runs that are not drawn
/// @param measure what the convergence view draws
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
        boolean logarithmic,
        PlaneChoice plane,
        boolean equalScales,
        Optional<Bounds> bounds,
        boolean gradientArrow,
        Residuals residuals,
        boolean fromHere,
        SurfaceLook surface,
        FitLook fit) {
    /// What a convergence view can draw against the step.
    public enum Measure {
        LOSS,
        LOSS_GAP,
        GRADIENT_NORM,
        RATE
    }

    /// How residuals are drawn: as sticks, or as the squares whose mean area is the mean squared error.
    public enum Residuals {
        NONE,
        STICKS,
        SQUARES
    }

    /// A rectangle in the plane of the loss view, in its coordinates; or an interval of the only parameter, the vertical
    /// range then being of J.
    public record Bounds(double left, double right, double bottom, double top) {
        public Bounds {
            if (!(left < right && bottom < top) || Double.isInfinite(right - left) || Double.isInfinite(top - bottom)) {
                throw new IllegalArgumentException("bounds must be finite and in order, got " + left + " … " + right
                        + ", " + bottom + " … " + top);
            }
        }
    }

    public ViewState {
        if (playhead < 0) {
            throw new IllegalArgumentException("the playhead must be 0 or more, got " + playhead);
        }
        hiddenRuns = java.util.Collections.unmodifiableSet(new TreeSet<>(hiddenRuns));
    }

    /// The view of a new experiment: its first run chosen, and one scale for both parameters where they mean the same,
    /// as in a formula.
    public static ViewState initial(Experiment experiment) {
        int dimension = experiment.problem().objective().dimension();
        return new ViewState(
                0,
                experiment.runs().getFirst().name(),
                Set.of(),
                Measure.LOSS_GAP,
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
        return new ViewState(
                step,
                chosenRun,
                hiddenRuns,
                measure,
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

    public ViewState withChosenRun(String name) {
        return new ViewState(
                playhead,
                name,
                hiddenRuns,
                measure,
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

    public ViewState withHiddenRuns(Set<String> names) {
        return new ViewState(
                playhead,
                chosenRun,
                names,
                measure,
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

    /// The view with the run shown if it was hidden, and the other way round.
    public ViewState withToggled(String run) {
        Set<String> names = new TreeSet<>(hiddenRuns);
        if (!names.remove(run)) {
            names.add(run);
        }
        return withHiddenRuns(names);
    }

    public ViewState withMeasure(Measure other) {
        return new ViewState(
                playhead,
                chosenRun,
                hiddenRuns,
                other,
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

    public ViewState withLogarithmic(boolean other) {
        return new ViewState(
                playhead,
                chosenRun,
                hiddenRuns,
                measure,
                other,
                plane,
                equalScales,
                bounds,
                gradientArrow,
                residuals,
                fromHere,
                surface,
                fit);
    }

    /// The view of another plane; its bounds are the suggested ones again.
    public ViewState withPlane(PlaneChoice other) {
        return new ViewState(
                playhead,
                chosenRun,
                hiddenRuns,
                measure,
                logarithmic,
                other,
                equalScales,
                Optional.empty(),
                gradientArrow,
                residuals,
                fromHere,
                surface,
                fit);
    }

    public ViewState withEqualScales(boolean other) {
        return new ViewState(
                playhead,
                chosenRun,
                hiddenRuns,
                measure,
                logarithmic,
                plane,
                other,
                bounds,
                gradientArrow,
                residuals,
                fromHere,
                surface,
                fit);
    }

    public ViewState withBounds(Optional<Bounds> other) {
        return new ViewState(
                playhead,
                chosenRun,
                hiddenRuns,
                measure,
                logarithmic,
                plane,
                equalScales,
                other,
                gradientArrow,
                residuals,
                fromHere,
                surface,
                fit);
    }

    public ViewState withGradientArrow(boolean other) {
        return new ViewState(
                playhead,
                chosenRun,
                hiddenRuns,
                measure,
                logarithmic,
                plane,
                equalScales,
                bounds,
                other,
                residuals,
                fromHere,
                surface,
                fit);
    }

    public ViewState withResiduals(Residuals other) {
        return new ViewState(
                playhead,
                chosenRun,
                hiddenRuns,
                measure,
                logarithmic,
                plane,
                equalScales,
                bounds,
                gradientArrow,
                other,
                fromHere,
                surface,
                fit);
    }

    public ViewState withFromHere(boolean other) {
        return new ViewState(
                playhead,
                chosenRun,
                hiddenRuns,
                measure,
                logarithmic,
                plane,
                equalScales,
                bounds,
                gradientArrow,
                residuals,
                other,
                surface,
                fit);
    }

    public ViewState withSurface(SurfaceLook other) {
        return new ViewState(
                playhead,
                chosenRun,
                hiddenRuns,
                measure,
                logarithmic,
                plane,
                equalScales,
                bounds,
                gradientArrow,
                residuals,
                fromHere,
                other,
                fit);
    }

    public ViewState withFit(FitLook other) {
        return new ViewState(
                playhead,
                chosenRun,
                hiddenRuns,
                measure,
                logarithmic,
                plane,
                equalScales,
                bounds,
                gradientArrow,
                residuals,
                fromHere,
                surface,
                other);
    }
}
