package fallline.workbench;

import fallline.experiment.Experiment;
import fallline.experiment.view.PlaneChoice;
import fallline.experiment.view.ViewState;

/// The view that follows a run which got another name in its place: chosen stays chosen, hidden stays hidden.
final class Renaming {
    private Renaming() {}

    static ViewState followed(ViewState view, Experiment before, Experiment after) {
        ViewState following = view;
        boolean inPlace = before.runs().size() == after.runs().size();
        for (int i = 0; inPlace && i < after.runs().size(); i++) {
            String old = before.runs().get(i).name();
            String name = after.runs().get(i).name();
            if (after.indexOf(old) < 0) {
                following = followed(following, old, name);
            }
        }
        return following;
    }

    private static ViewState followed(ViewState view, String old, String name) {
        PlaneChoice plane = view.loss().plane().renamed(run -> run.equals(old) ? name : run);
        return view.withRuns(look -> look.withRenamed(old, name))
                .withLoss(look -> look.withPlane(plane).withBounds(look.bounds()))
                .withSweep(look -> look.withRun(look.run().map(run -> run.equals(old) ? name : run)));
    }
}
