package fallline.app.teach;

import fallline.analysis.Plane;
import fallline.analysis.predict.Fate;
import fallline.analysis.predict.Landing;
import fallline.analysis.predict.Ranking;
import fallline.analysis.predict.Score;
import fallline.app.controls.OfferBar;
import fallline.app.desk.Desk;
import fallline.app.paint.DataClicks;
import fallline.app.paint.FigureView;
import fallline.app.work.Answered;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.view.Chalk;
import fallline.experiment.view.Chalk.Place;
import fallline.experiment.view.ViewState;
import fallline.figure.plot.PlotArea;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.optimizer.Optimizer;
import fallline.picture.page.Views;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import fallline.workbench.Veil;
import fallline.workbench.Workbench;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.css.PseudoClass;
import org.jspecify.annotations.Nullable;

/// Hides the future of the chosen run, asks what it holds, and shows guess and truth. What is asked about is the
/// workbench's scene at that moment: another experiment, another run or another document ends the question. FX thread.
final class PredictController implements PredictBar.Hands {
    /// The scene's root has it while the answer is hidden: what would give it away elsewhere is not seen either.
    private static final PseudoClass HIDING = PseudoClass.getPseudoClass("hiding");

    private static final int RANKED_AFTER = 20;

    /// A question that is open, or answered and still to be seen.
    ///
    /// @param before how the loss was looked at
    /// @param seen where the playhead stands when it is answered; it is looked at as long as it stays there
    private record Session(Experiment experiment, String run, ViewState before, Ask ask, boolean revealed, int seen) {
        Session with(Ask next) {
            return new Session(experiment, run, before, next, revealed, seen);
        }

        Session shown(Ask answered, int step) {
            return new Session(experiment, run, before, answered, true, step);
        }
    }

    private record Wish(Experiment experiment, Run run, Ask.Rates asked) {}

    private final Desk desk;
    private final Workbench workbench;
    private final Runnable pause;
    private final PredictBar bar;
    private final FigureView loss;
    private final Asking<Wish, Ranking> ranking;
    private Optional<Session> session = Optional.empty();
    private Score score = Score.NONE;

    /// @param loss where guesses are made
    /// @param playing the playhead does not move by itself while it is asked where it will be
    PredictController(Desk desk, FigureView loss, Runnable pause, ReadOnlyBooleanProperty playing, OfferBar bar) {
        this.desk = desk;
        this.pause = pause;
        this.bar = new PredictBar(bar, this);
        this.loss = loss;
        workbench = desk.workbench();
        ranking = desk.questions().on(Lane.ANALYSIS, "Trying the rates", this::rank, new Answered<Wish, Ranking>() {
            @Override
            public void answered(Wish wish, Ranking found) {
                onRanked(wish, found);
            }
        });
        DataClicks.take(loss, () -> asksWhere().isPresent(), at -> onPlace(new Place(at.getX(), at.getY())));
        playing.subscribe(now -> {
            if (now && isOpen()) {
                Platform.runLater(pause);
            }
        });
        workbench.listen(this::update);
    }

    private Ranking rank(Wish wish, BooleanSupplier cancelled) {
        Ask.Rates asked = wish.asked();
        return Ranking.of(workbench.resolver(), wish.experiment(), wish.run(), asked.rates(), asked.steps(), cancelled);
    }

    /// Whether a question waits for its answer.
    boolean isOpen() {
        return session.filter(now -> !now.revealed()).isPresent();
    }

    /// Whether there is a question, or an answer to be seen.
    boolean isShown() {
        return session.isPresent();
    }

    /// Whether anything can be asked about the chosen run; not while a lesson hides something.
    boolean canAsk() {
        boolean hidden = workbench.veil().isPresent() && !isOpen();
        return !hidden
                && path().filter(path -> path.trace().recording().isEmpty()).isPresent();
    }

    private Optional<RunRecord.Path> path() {
        Scene scene = workbench.unveiled();
        return scene.record(scene.chosen().name())
                .filter(RunRecord::settled)
                .flatMap(RunRecord::path)
                .filter(path -> path.trace().lastFiniteStep() >= 0);
    }

    /// Asks where the run lands.
    ///
    /// @param ahead so many steps on
    void onWhere(int ahead) {
        close();
        int step = workbench.view().playhead();
        Optional<Landing> landing = path().flatMap(path -> Landing.of(path.task(), path.trace(), step, ahead));
        if (landing.isEmpty()) {
            desk.notices().tell("The run does not go on so far from here: step back, or give it more steps.");
            return;
        }
        Optional<PlotArea> plot = plot();
        if (plot.isEmpty()) {
            desk.notices().tell("Bring the loss view to the front first: the guess is a click on it.");
            return;
        }
        Objective objective = workbench.experiment().problem().objective();
        Optional<Plane> plane = objective.dimension() == 1
                ? Optional.empty()
                : desk.pictures().of(Views.LOSS).plane();
        Ask.Where ask = Landings.ask(landing.get(), objective, plane);
        open(ask, step);
        workbench.look(workbench.view().withLoss(look -> look.withBounds(Optional.of(Landings.around(plot.get(), ask)))
                .withSurface(surface -> surface.withSolid(false))));
    }

    /// The plot of the loss that is on the screen.
    private Optional<PlotArea> plot() {
        return loss.getScene() == null ? Optional.empty() : loss.shown().flatMap(FigureView.Shown::plot);
    }

    /// Asks what becomes of the run.
    void onBecomes() {
        close();
        Scene scene = workbench.unveiled();
        Optional<Fate> fate =
                scene.record(scene.chosen().name()).flatMap(RunRecord::verdict).flatMap(Fate::of);
        fate.ifPresentOrElse(
                truth -> open(
                        new Ask.Becomes(truth, Optional.empty()),
                        workbench.view().playhead()),
                () -> desk.notices()
                        .tell("This run does none of the three: choose another, or another learning rate."));
    }

    /// Asks which of three rates has come lowest.
    void onRates() {
        close();
        Scene scene = workbench.unveiled();
        Optimizer optimizer = workbench.resolver().optimizer(scene.experiment(), scene.chosen());
        Ranking.usualRates(optimizer, scene.chosen().recipe())
                .ifPresentOrElse(
                        rates -> open(
                                new Ask.Rates(
                                        rates,
                                        RANKED_AFTER,
                                        scene.experiment().problem().goal() == Goal.MINIMISE ? "lowest" : "highest",
                                        List.of(),
                                        Optional.empty()),
                                0),
                        () -> desk.notices().tell("This optimizer has no learning rate: choose another."));
    }

    private void open(Ask ask, int step) {
        pause.run();
        Scene scene = workbench.scene();
        session = Optional.of(new Session(scene.experiment(), scene.chosen().name(), scene.view(), ask, false, step));
        workbench.veil(Optional.of(new Veil(scene.chosen().name(), step)));
        hide(true);
        show();
    }

    private void hide(boolean now) {
        if (desk.stage().getScene() != null) {
            desk.stage().getScene().getRoot().pseudoClassStateChanged(HIDING, now);
        }
    }

    /// The question that a click answers.
    private Optional<Ask.Where> asksWhere() {
        return session.filter(now -> !now.revealed())
                .map(Session::ask)
                .filter(Ask.Where.class::isInstance)
                .map(Ask.Where.class::cast);
    }

    private void onPlace(Place place) {
        asksWhere().ifPresent(where -> guess(session.orElseThrow().with(where.guessing(place)), where.from(), place));
    }

    private void guess(Session next, Place from, Place place) {
        session = Optional.of(next);
        show();
        workbench.look(workbench
                .view()
                .withChalk(chalk -> chalk.withGuess(Optional.of(new Chalk.Guess(from, place, Optional.empty())))));
    }

    private void show() {
        session.ifPresent(now -> {
            if (now.revealed()) {
                bar.tell(now.ask(), now.ask().points().isEmpty() ? "" : "Score " + score.words() + ".");
            } else {
                bar.ask(now.ask());
            }
        });
    }

    @Override
    public void onSaid(Ask next) {
        session = session.map(now -> now.with(next));
        show();
    }

    @Override
    public void onRate(Ask.Rates next) {
        session = session.map(now -> now.with(next));
        bar.say(next);
    }

    @Override
    public void onClose() {
        close();
    }

    /// Shows guess and truth.
    @Override
    public void onReveal() {
        Session now = session.filter(open -> !open.revealed()).orElse(null);
        if (now == null) {
            return;
        }
        switch (now.ask()) {
            case Ask.Where where -> reveal(where, now.seen() + where.landing().ahead());
            case Ask.Becomes becomes -> reveal(becomes, workbench.experiment().steps());
            case Ask.Rates rates -> {
                Scene scene = workbench.unveiled();
                ranking.ask(new Wish(scene.experiment(), scene.chosen(), rates));
            }
        }
    }

    private void onRanked(Wish wish, Ranking found) {
        ranking.withdraw();
        session.filter(now -> !now.revealed() && now.ask() == wish.asked())
                .ifPresent(_ -> reveal(
                        wish.asked().knowing(found),
                        Math.min(RANKED_AFTER, workbench.experiment().steps())));
    }

    private void reveal(Ask ask, int step) {
        ask.points().ifPresent(worth -> score = score.plus(worth));
        session = session.map(now -> now.shown(ask, step));
        lift();
        workbench.look(workbench.view().withPlayhead(step).withChalk(chalk -> chalk.withGuess(guess(ask))));
        show();
    }

    private static Optional<Chalk.Guess> guess(Ask ask) {
        return ask instanceof Ask.Where where
                ? where.guess().map(at -> new Chalk.Guess(where.from(), at, Optional.of(where.truth())))
                : Optional.empty();
    }

    private void lift() {
        hide(false);
        workbench.veil(Optional.empty());
    }

    /// Ends the question, or takes the answer away; everything else is looked at as before.
    void close() {
        Session was = session.orElse(null);
        if (was == null) {
            return;
        }
        session = Optional.empty();
        ranking.withdraw();
        bar.hide();
        lift();
        ViewState still = workbench.view().withChalk(chalk -> chalk.withGuess(Optional.empty()));
        ViewState plain =
                was.revealed() ? still : still.withPlayhead(was.before().playhead());
        boolean same = workbench.experiment() == was.experiment();
        workbench.look(
                same
                        ? plain.withLoss(
                                look -> look.withBounds(was.before().loss().bounds())
                                        .withSurface(surface -> surface.withSolid(
                                                was.before().loss().surface().solid())))
                        : plain);
    }

    private void update(Scene scene) {
        if (session.isPresent() && isElsewhere(scene, session.get())) {
            Platform.runLater(this::closeElsewhere); // when all have heard of this scene
        }
    }

    private void closeElsewhere() {
        if (session.isPresent() && isElsewhere(workbench.scene(), session.get())) {
            close();
        }
    }

    private boolean isElsewhere(Scene scene, @Nullable Session now) {
        return now != null
                && (scene.experiment() != now.experiment()
                        || !scene.chosen().name().equals(now.run())
                        || (now.revealed() && scene.view().playhead() != now.seen())
                        || (!now.revealed() && workbench.veil().isEmpty()));
    }
}
