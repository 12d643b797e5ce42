package fallline.picture.page;

import fallline.experiment.view.SurfaceLook.Overlay;
import fallline.figure.paint.Size;
import fallline.picture.convergence.ConvergencePicture;
import fallline.picture.fit.FitPicture;
import fallline.picture.loss.LossPicture;
import fallline.picture.map.SweepPicture;
import fallline.picture.step.StepPicture;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The list of views. Panes, menus, exports and `fallline render` read it; a new view is one line in it.
///
/// @param all in the order in which they are listed
public record Views(List<View<?>> all) {
    /// The loss as a curve, a map, or a solid.
    public static final View<LossPicture> LOSS = View.of("loss", "Loss view", _ -> new LossPicture())
            .looking(state -> state.withSurface(surface -> surface.withSolid(false)));

    /// The loss as a solid.
    public static final View<LossPicture> SURFACE = View.of("surface", "", pictures -> pictures.of(LOSS))
            .looking(state -> state.withSurface(surface -> surface.withSolid(true)))
            .unless(problem -> problem.objective().dimension() > 1
                    ? Optional.empty()
                    : Optional.of("The loss in %s has one parameter and no surface: take --view loss for its curve."));

    /// The model on its data, or J along the step.
    public static final View<FitPicture> FIT = View.of("fit", "Fit view", _ -> new FitPicture());

    /// The curves of all runs.
    public static final View<ConvergencePicture> CONVERGENCE =
            View.of("convergence", "Convergence view", _ -> new ConvergencePicture());

    /// How runs end that differ in two settings.
    public static final View<SweepPicture> SWEEP = View.of("sweep", "Sweep map", _ -> new SweepPicture());

    /// Where runs come to from every start.
    public static final View<LossPicture> BASIN = View.of("basin", "Basin map", pictures -> pictures.of(LOSS))
            .looking(state -> state.withSurface(surface -> surface.shows(Overlay.BASINS)
                    ? surface.withSolid(false)
                    : surface.withSolid(false).withToggled(Overlay.BASINS)))
            .unless(problem -> problem.objective().dimension() > 1
                    ? Optional.empty()
                    : Optional.of("The loss in %s has one parameter and no plane of starts: take --view sweep with "
                            + "x over start."));

    /// The numbers of one step.
    public static final View<StepPicture> STEP = View.of(
                    "step", "This step", pictures -> new StepPicture(pictures.typesetter()))
            .called("inspector");

    /// Four views on one page.
    public static final View<DashboardPicture> DASHBOARD = View.of(
                    "dashboard",
                    "Dashboard",
                    pictures -> new DashboardPicture(
                            List.of(pictures.of(LOSS), pictures.of(FIT), pictures.of(CONVERGENCE), pictures.of(STEP)),
                            pictures.catalogue()))
            .whole(new Size(1400, 900));

    /// All that Fall Line has.
    public static final Views ALL = new Views(List.of(LOSS, SURFACE, FIT, CONVERGENCE, STEP, SWEEP, BASIN, DASHBOARD));

    public Views {
        all = List.copyOf(all);
    }

    /// With one more at the end.
    public Views with(View<?> another) {
        return new Views(Stream.concat(all.stream(), Stream.of(another)).toList());
    }

    /// The view that the command line calls so.
    public Optional<View<?>> find(String word) {
        return all.stream()
                .<View<?>>map(view -> view)
                .filter(view -> view.word().equals(word))
                .findFirst();
    }

    /// All words of the command line: `loss|surface|…`.
    public String words() {
        return all.stream().map(View::word).collect(Collectors.joining("|"));
    }
}
