package fallline.app.example;

import fallline.app.desk.Desk;
import fallline.app.feature.Command;
import fallline.app.feature.Feature;
import fallline.app.feature.MenuPlace;
import fallline.app.feature.MenuPlace.Menu;
import fallline.app.feature.SubMenu;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.experiment.view.ViewState;
import fallline.file.codec.OpenedExperiment;
import fallline.file.example.Example;
import fallline.file.example.Examples;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import java.util.List;

/// *File › Examples*: each opens as an experiment that has no file, as if it were new.
public final class ExamplesFeature implements Feature {
    private final Asking<Example, OpenedExperiment> opening;

    public ExamplesFeature(Desk desk, OptimizerCatalogue catalogue) {
        opening = desk.questions()
                .on(
                        Lane.ANALYSIS,
                        "Opening the example",
                        (Example example) -> Examples.open(example, catalogue),
                        (_, opened) -> desk.workbench()
                                .open(
                                        opened.experiment(),
                                        opened.view().orElseGet(() -> ViewState.initial(opened.experiment()))));
    }

    private Command command(Example example) {
        return Command.of("example-" + example.id(), example.title(), () -> opening.ask(example))
                .in(Menu.FILE, 1)
                .tipped(example.about());
    }

    @Override
    public List<SubMenu> subMenus() {
        return List.of(new SubMenu("examples", "Examples", new MenuPlace(Menu.FILE, 1), () -> Examples.all().stream()
                .map(this::command)
                .toList()));
    }

    @Override
    public List<Command> choices() {
        return Examples.all().stream()
                .map(example -> Command.of(
                                "choose-example-" + example.id(),
                                "Example: " + example.title(),
                                () -> opening.ask(example))
                        .tipped(example.about()))
                .toList();
    }
}
