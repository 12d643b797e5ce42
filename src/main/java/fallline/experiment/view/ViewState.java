package fallline.experiment.view;

import fallline.experiment.Experiment;
import fallline.experiment.view.ConvergenceLook.Across;
import fallline.experiment.view.ConvergenceLook.Measure;
import fallline.problem.Problem;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// How an experiment is looked at: where the playhead stands, which run is chosen, what the views show. Nothing in it
/// changes a number.
///
/// @param playhead the step that all views show, from 0
/// @param runs which run is chosen, and which are drawn
/// @param fromHere whether a changed setting holds from the playhead on, instead of for the whole run
/// @param presenter what is on the stage when the experiment is presented
/// @param chalk what is drawn over the views for a while
public record ViewState(
        int playhead,
        RunsLook runs,
        boolean fromHere,
        LossLook loss,
        ConvergenceLook convergence,
        RaceLook race,
        FitLook fit,
        StepLook step,
        SweepLook sweep,
        PresenterLook presenter,
        Chalk chalk) {
    public ViewState {
        if (playhead < 0) {
            throw new IllegalArgumentException("the playhead must be 0 or more, got " + playhead);
        }
    }

    /// The view of a new experiment: its first run chosen, and one scale for both parameters where they mean the same,
    /// as in a formula.
    public static ViewState initial(Experiment experiment) {
        Problem problem = experiment.problem();
        return new ViewState(
                0,
                new RunsLook(experiment.runs().getFirst().name(), Set.of()),
                false,
                new LossLook(
                        PlaneChoice.usual(problem.objective().dimension()),
                        problem instanceof Problem.Formula,
                        Optional.empty(),
                        true,
                        SurfaceLook.INITIAL),
                new ConvergenceLook(Measure.USUAL, Across.STEPS, true),
                RaceLook.INITIAL,
                FitLook.INITIAL,
                StepLook.INITIAL,
                SweepLook.INITIAL,
                PresenterLook.INITIAL,
                Chalk.NONE);
    }

    /// The view of an experiment that takes another one's place: another problem is seen whole.
    public ViewState following(Experiment before, Experiment after) {
        Problem problem = after.problem();
        boolean same = problem.objective()
                .parameterNames()
                .equals(before.problem().objective().parameterNames());
        return same
                ? this
                : withLoss(
                        look -> look.withBounds(Optional.empty()).withEqualScales(problem instanceof Problem.Formula));
    }

    /// The view with a plane, a run and a step that the experiment has.
    public ViewState fitting(Experiment experiment) {
        int dimension = experiment.problem().objective().dimension();
        ViewState view =
                loss.plane().fits(experiment) ? this : withLoss(look -> look.withPlane(PlaneChoice.usual(dimension)));
        return view.withChosen(experiment.runOrFirst(runs.chosen()).name())
                .withPlayhead(Math.min(playhead, experiment.steps()));
    }

    public ViewState withPlayhead(int other) {
        return new ViewState(other, runs, fromHere, loss, convergence, race, fit, step, sweep, presenter, chalk);
    }

    public ViewState withRuns(UnaryOperator<RunsLook> change) {
        return new ViewState(
                playhead, change.apply(runs), fromHere, loss, convergence, race, fit, step, sweep, presenter, chalk);
    }

    /// The view with another run chosen.
    public ViewState withChosen(String run) {
        return withRuns(look -> look.withChosen(run));
    }

    public ViewState withFromHere(boolean other) {
        return new ViewState(playhead, runs, other, loss, convergence, race, fit, step, sweep, presenter, chalk);
    }

    public ViewState withLoss(UnaryOperator<LossLook> change) {
        return new ViewState(
                playhead, runs, fromHere, change.apply(loss), convergence, race, fit, step, sweep, presenter, chalk);
    }

    /// The view with the loss's surface drawn otherwise.
    public ViewState withSurface(UnaryOperator<SurfaceLook> change) {
        return withLoss(look -> look.withSurface(change));
    }

    public ViewState withConvergence(UnaryOperator<ConvergenceLook> change) {
        return new ViewState(
                playhead, runs, fromHere, loss, change.apply(convergence), race, fit, step, sweep, presenter, chalk);
    }

    public ViewState withRace(UnaryOperator<RaceLook> change) {
        return new ViewState(
                playhead, runs, fromHere, loss, convergence, change.apply(race), fit, step, sweep, presenter, chalk);
    }

    public ViewState withFit(UnaryOperator<FitLook> change) {
        return new ViewState(
                playhead, runs, fromHere, loss, convergence, race, change.apply(fit), step, sweep, presenter, chalk);
    }

    public ViewState withStep(UnaryOperator<StepLook> change) {
        return new ViewState(
                playhead, runs, fromHere, loss, convergence, race, fit, change.apply(step), sweep, presenter, chalk);
    }

    public ViewState withSweep(UnaryOperator<SweepLook> change) {
        return new ViewState(
                playhead, runs, fromHere, loss, convergence, race, fit, step, change.apply(sweep), presenter, chalk);
    }

    public ViewState withPresenter(UnaryOperator<PresenterLook> change) {
        return new ViewState(
                playhead, runs, fromHere, loss, convergence, race, fit, step, sweep, change.apply(presenter), chalk);
    }

    public ViewState withChalk(UnaryOperator<Chalk> change) {
        return new ViewState(
                playhead, runs, fromHere, loss, convergence, race, fit, step, sweep, presenter, change.apply(chalk));
    }
}
