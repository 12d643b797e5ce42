package fallline.app.data;

import fallline.app.controls.OfferBar;
import fallline.app.desk.Desk;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.data.CsvReader;
import fallline.data.DataSource;
import fallline.data.DataSource.CsvFile.Rows;
import fallline.data.Dataset;
import fallline.experiment.Experiment;
import fallline.problem.DataProblem;
import fallline.problem.Problem;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

/// The copy of a table that an experiment carries: whether it is to, and what counts when the file is another one now.
/// It belongs to the FX thread; tables are read and taken in beside it.
final class KeptTable {
    private final Desk desk;
    private final OfferBar bar = new OfferBar("table-changed");
    private final Asking<Change, Problem> changing;

    /// The data for which the user has answered.
    private Optional<Dataset> answered = Optional.empty();

    /// @param before what is on the screen
    /// @param fresh whether the file is read again
    private record Change(Experiment before, DataProblem problem, DataSource.CsvFile source, boolean fresh) {
        Problem made() {
            Dataset data = problem.data();
            if (!fresh) {
                return problem.withData(data.withSource(source));
            }
            return problem.withData(CsvReader.read(source.path(), source.directions(), false)
                    .dataset()
                    .withGaps(data.gaps())
                    .withHoldOut(data.holdOut()));
        }
    }

    KeptTable(Desk desk) {
        this.desk = desk;
        changing = desk.questions().on(Lane.FILES, "Reading the table", Change::made, (change, problem) -> {
            if (desk.workbench().experiment() == change.before()) {
                desk.workbench().edit(change.before().withProblem(problem));
            }
        });
        desk.workbench().listen(scene -> scene.experiment().problem(), this::show);
    }

    /// The bar that says that a table has changed.
    Node bar() {
        return bar;
    }

    private void show(Problem problem) {
        Optional<DataProblem> changed = DataProblem.of(problem)
                .filter(of -> of.data().source() instanceof DataSource.CsvFile file
                        && file.rows() == Rows.COPY_OF_CHANGED
                        && answered.filter(of.data()::equals).isEmpty());
        changed.ifPresentOrElse(
                of -> bar.show(
                        of.data().name() + " has changed since this experiment was saved: the saved copy is shown.",
                        List.of(
                                OfferBar.button("use-saved-copy", "Use the saved copy", () -> keep(of.data())),
                                OfferBar.button("use-new-table", "Use the new", () -> take(of)))),
                bar::hide);
    }

    private void keep(Dataset data) {
        answered = Optional.of(data);
        bar.hide();
    }

    private void take(DataProblem of) {
        if (of.data().source() instanceof DataSource.CsvFile file) {
            changing.ask(new Change(desk.workbench().experiment(), of, file, true));
        }
    }

    /// Whether the data come from a file, and could be carried.
    boolean isByPath() {
        return source().isPresent();
    }

    /// Whether a saved experiment takes its table along.
    boolean isCarried() {
        return source().filter(DataSource.CsvFile::carried).isPresent();
    }

    /// Takes it along from the next save on, or not any more.
    void toggle() {
        Experiment now = desk.workbench().experiment();
        DataProblem.of(now.problem()).ifPresent(of -> source().ifPresent(
                        file -> changing.ask(new Change(now, of, file.withCarried(!file.carried()), false))));
    }

    private Optional<DataSource.CsvFile> source() {
        return DataProblem.of(desk.workbench().experiment().problem())
                .flatMap(of ->
                        of.data().source() instanceof DataSource.CsvFile file ? Optional.of(file) : Optional.empty());
    }
}
