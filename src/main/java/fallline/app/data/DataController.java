package fallline.app.data;

import fallline.app.desk.Desk;
import fallline.app.desk.Dialogs.FileKind;
import fallline.app.feature.Command;
import fallline.app.gallery.GalleryEntry;
import fallline.app.gallery.GallerySheet;
import fallline.app.problem.ProblemKind;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.data.BuiltInData;
import fallline.data.DataException;
import fallline.data.DataSource;
import fallline.data.Dataset;
import fallline.data.Gaps;
import fallline.data.Generator;
import fallline.experiment.edit.NewExperiments;
import fallline.number.Numbers;
import fallline.problem.ColumnPlan;
import fallline.problem.DataProblem;
import fallline.problem.Problem;
import fallline.problem.Problem.ModelOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;

/// Changes the data of the problem: another built-in set, a CSV file, other columns. It belongs to the FX thread; files
/// are read on threads of their own.
public final class DataController {
    /// The kind of file that tables come in.
    public static final FileKind CSV = TableReader.CSV;

    /// Made points that a straight boundary cannot part, or a straight line not follow.
    private static final List<Generator> SHAPES =
            List.of(Generator.MOONS, Generator.CIRCLES, Generator.SPIRAL, Generator.XOR, Generator.SINE);

    private final Desk desk;
    private final ModelMaker maker;
    private final TableReader tables;
    private final List<BuiltInData> cards = BuiltInData.all();
    private final DataChoices model = new DataChoices();
    private final DataChooser chooser;
    private final OptionsController options;
    private final DataSummary summary;
    private final Asking<List<BuiltInData>, List<GalleryEntry>> reading;
    private final KeptTable kept;

    /// @param onCode opens a share code that was pasted in place of a table
    public DataController(Desk desk, NewExperiments experiments, Consumer<String> onCode) {
        this.desk = desk;
        maker = new ModelMaker(desk, experiments);
        tables = new TableReader(desk, this::askColumns, onCode);
        kept = new KeptTable(desk);
        chooser = new DataChooser(model, this);
        options = new OptionsController(desk, experiments);
        summary = new DataSummary(model, this, options.view());
        reading = desk.questions()
                .on(
                        Lane.ANALYSIS,
                        "Reading the built-in data",
                        DataController::entries,
                        (_, entries) -> showGallery(entries));
        desk.workbench().listen(scene -> scene.experiment().problem(), this::show);
    }

    /// The chooser in the toolbar; to be seen for models on data only.
    public Node chooser() {
        return chooser;
    }

    /// The copy of the table in the experiment's file.
    KeptTable kept() {
        return kept;
    }

    /// The line in the problem card, with the button for other columns.
    public Node summary() {
        return summary;
    }

    private void show(Problem problem) {
        Optional<Dataset> data = data(problem);
        model.setNeeded(data.isPresent());
        data.ifPresent(present -> {
            model.setSummary(summary(problem));
            List<DataChoice> offered = offered(ProblemKind.of(problem));
            DataChoice choice = choice(present, offered);
            if (!offered.contains(choice)) {
                offered.addFirst(choice);
            }
            offered.add(new DataChoice.Gallery());
            offered.add(new DataChoice.OtherColumns());
            offered.add(new DataChoice.OpenFile());
            offered.add(new DataChoice.Paste());
            model.setChoice(List.copyOf(offered), Optional.of(choice));
        });
    }

    private static String summary(Problem problem) {
        return DataProblem.of(problem)
                .map(of -> {
                    int all = of.data().rows();
                    int used = of.data().gaps() == Gaps.STOP ? all : of.completeRows();
                    return used == all
                            ? Numbers.whole(all) + " rows"
                            : Numbers.whole(used) + " of " + Numbers.whole(all) + " rows";
                })
                .orElse("");
    }

    private static Optional<Dataset> data(Problem problem) {
        return DataProblem.of(problem).map(DataProblem::data);
    }

    private List<DataChoice> offered(ProblemKind kind) {
        List<DataChoice> choices = new ArrayList<>();
        if (kind == ProblemKind.NETWORK) {
            SHAPES.forEach(shape -> choices.add(new DataChoice.Made(shape)));
        }
        suited(kind).forEach(card -> choices.add(new DataChoice.BuiltIn(card)));
        return choices;
    }

    private List<BuiltInData> suited(ProblemKind kind) {
        return cards.stream()
                .filter(card -> card.suggestion(kind.suggestion()).isPresent())
                .toList();
    }

    private DataChoice choice(Dataset data, List<DataChoice> offered) {
        return offered.stream()
                .filter(choice -> switch (choice) {
                    case DataChoice.BuiltIn(BuiltInData card) ->
                        data.source() instanceof DataSource.BuiltIn(String id)
                                && card.id().equals(id);
                    case DataChoice.Made(Generator generator) ->
                        data.source() instanceof DataSource.Columns
                                && data.name().equals(generator.title());
                    default -> false;
                })
                .findFirst()
                .orElseGet(() -> cards.stream()
                        .filter(card -> data.source().equals(new DataSource.BuiltIn(card.id())))
                        .findFirst()
                        .<DataChoice>map(DataChoice.BuiltIn::new)
                        .orElseGet(() -> new DataChoice.Own(data)));
    }

    /// A model on data was chosen: it gets the data that are there, if they are the user's and have suitable columns,
    /// else a set that teaches it.
    public void onKind(ProblemKind kind) {
        data(desk.workbench().experiment().problem())
                .filter(DataController::isOwn)
                .ifPresentOrElse(
                        data -> maker.make(
                                data.rows(),
                                () -> fitted(ColumnPlan.guess(data, kind.model()), kind),
                                kind.usualOptions(),
                                refusal -> refusal.ifPresent(_ -> take(first(kind), kind))),
                        () -> take(first(kind), kind));
    }

    /// The data that a model opens with: the set whose card says so, else the first that suits.
    private DataChoice first(ProblemKind kind) {
        return suited(kind).stream()
                .filter(card -> card.opens().contains(kind.suggestion()))
                .findFirst()
                .<DataChoice>map(DataChoice.BuiltIn::new)
                .orElseGet(() -> offered(kind).getFirst());
    }

    /// Whether the user brought the data.
    private static boolean isOwn(Dataset data) {
        return switch (data.source()) {
            case DataSource.BuiltIn _ -> false;
            case DataSource.CsvFile _ -> true;
            case DataSource.Columns _ ->
                Arrays.stream(Generator.values())
                        .noneMatch(generator -> generator.title().equals(data.name()));
        };
    }

    /// The plan with as many features as the kind has, where the data have them.
    ///
    /// @throws DataException if nothing can be made of it
    private static ColumnPlan fitted(ColumnPlan plan, ProblemKind kind) {
        plan.objection().ifPresent(sentence -> {
            throw new DataException(sentence);
        });
        if (kind != ProblemKind.PLANE || plan.features().size() >= 2) {
            return plan;
        }
        return plan.featureCandidates().stream()
                .filter(candidate -> candidate.fits() && !plan.features().contains(candidate.name()))
                .findFirst()
                .map(candidate -> plan.withToggled(candidate.name()))
                .orElse(plan);
    }

    /// A line of the chooser was taken.
    void onChoice(DataChoice choice) {
        chooser.showChosen(); // until the experiment is another
        switch (choice) {
            case DataChoice.BuiltIn _, DataChoice.Made _ -> take(choice, present());
            case DataChoice.Own _ -> {
                // these data are the ones that are there
            }
            case DataChoice.Gallery _ -> onGallery();
            case DataChoice.OpenFile _ -> tables.onOpenFile();
            case DataChoice.Paste _ -> tables.onPaste();
            case DataChoice.OtherColumns _ -> onColumns();
        }
    }

    /// Every built-in data set by its name; it opens with a model that suits it.
    List<Command> choices() {
        return entries(BuiltInData.all()).stream()
                .map(entry -> Command.of("data-" + entry.title(), "Data: " + entry.title(), () -> use(entry)))
                .toList();
    }

    /// Shows the built-in sets, once they are read.
    void onGallery() {
        reading.ask(cards);
    }

    private static List<GalleryEntry> entries(List<BuiltInData> cards) {
        List<GalleryEntry> entries = new ArrayList<>();
        cards.forEach(card -> entries.add(GalleryEntry.of(card)));
        for (Generator generator : Generator.values()) {
            entries.add(GalleryEntry.of(generator, GalleryEntry.POINTS, GalleryEntry.noise(generator), 0));
        }
        return entries;
    }

    private void showGallery(List<GalleryEntry> entries) {
        Optional<String> present = data(desk.workbench().experiment().problem())
                .map(Dataset::source)
                .flatMap(
                        source -> source instanceof DataSource.BuiltIn(String id) ? Optional.of(id) : Optional.empty());
        var actions = new GallerySheet.Actions(this::use, tables::onOpenFile, tables::onPaste);
        new GallerySheet(desk.stage(), entries, present, desk.appearance().theme(), actions).open();
    }

    /// Shows the columns of the present data for another choice.
    void onColumns() {
        Problem problem = desk.workbench().experiment().problem();
        DataProblem.of(problem)
                .ifPresent(of -> maker.find(
                        of.data().rows(),
                        () -> ColumnPlan.of(of.data(), of.problem().family(), of.target(), of.features()),
                        plan -> askColumns(ReadTable.known(plan))));
    }

    private ProblemKind present() {
        return ProblemKind.of(desk.workbench().experiment().problem());
    }

    private void use(GalleryEntry entry) {
        ProblemKind now = present();
        if (entry.card().isPresent()) {
            BuiltInData card = entry.card().get();
            boolean suits = card.suggestion(now.suggestion()).isPresent();
            open(card, suits ? now : ProblemKind.byName(card.best().model()));
        } else {
            ProblemKind usual = entry.classes() ? ProblemKind.LOGISTIC : ProblemKind.LINEAR;
            use(entry, now == ProblemKind.NETWORK ? now : usual);
        }
    }

    private void take(DataChoice choice, ProblemKind kind) {
        if (choice instanceof DataChoice.Made(Generator shape)) {
            use(GalleryEntry.of(shape, GalleryEntry.POINTS, GalleryEntry.noise(shape), 0), kind);
        } else if (choice instanceof DataChoice.BuiltIn(BuiltInData card)) {
            open(card, kind);
        }
    }

    private void use(GalleryEntry made, ProblemKind kind) {
        make(ColumnPlan.of(made.data(), kind.model(), made.target(), made.features()), kind.usualOptions());
    }

    private void open(BuiltInData card, ProblemKind kind) {
        try {
            BuiltInData.Suggestion how = card.suggestion(kind.suggestion()).orElseThrow();
            Dataset data = card.load().dataset();
            ColumnPlan plan = ColumnPlan.of(data, kind.model(), how.target(), how.features())
                    .withGapsSkipped();
            ModelOptions options = new ModelOptions(false, how.degree(), how.ridge(), how.standardise());
            maker.make(
                    plan.data().rows(),
                    () -> plan,
                    options,
                    how.steps(),
                    refusal -> refusal.ifPresent(desk.notices()::warn));
        } catch (DataException e) {
            desk.notices().warn(String.valueOf(e.getMessage()));
        }
    }

    private void make(ColumnPlan plan, ModelOptions options) {
        maker.make(plan.data().rows(), () -> plan, options, refusal -> refusal.ifPresent(desk.notices()::warn));
    }

    /// Reads a CSV file beside the window's work, then asks for its columns. What goes wrong is said in one sentence,
    /// and the experiment stays as it is.
    public void open(Path file) {
        tables.open(file);
    }

    /// Reads the table that is in the clipboard, or the first file that was copied there.
    public void onPaste() {
        tables.onPaste();
    }

    private void askColumns(ReadTable table) {
        ColumnSheet[] sheet = new ColumnSheet[1];
        sheet[0] = new ColumnSheet(
                desk,
                table,
                chosen -> maker.make(
                        chosen.data().rows(),
                        () -> chosen,
                        chosen.family().usualOptions(),
                        refusal -> refusal.ifPresentOrElse(sheet[0]::refuse, sheet[0]::close)));
        sheet[0].open();
    }
}
