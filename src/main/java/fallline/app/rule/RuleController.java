package fallline.app.rule;

import fallline.app.desk.Desk;
import fallline.app.work.Lane;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.edit.RuleEdits;
import fallline.figure.paint.Typesetter;
import fallline.file.user.RuleFolder;
import fallline.optimizer.Optimizer;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.optimizer.rule.RuleOptimizer;
import fallline.optimizer.rule.RuleReading;
import fallline.workbench.Scene;
import fallline.workbench.Workbench;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Knows the optimizers that can be chosen (the catalogue's, the experiment's own, the user's own), and edits rules. It
/// belongs to the FX thread.
public final class RuleController {
    /// What editing a run's rule means.
    public enum Access {
        /// It is a class: there is no text.
        NONE,
        /// A copy is made and given to the run.
        COPY,
        /// The experiment's own rule is edited where it stands.
        OWN
    }

    private final Desk desk;
    private final Workbench workbench;
    private final OptimizerCatalogue catalogue;
    private final RuleFolder folder;
    private final RuleModel model = new RuleModel();
    private final RuleEditor editor;

    /// Texts with a mistake that stood in the editor when it was closed, by id.
    private final Map<String, String> unfinished = new HashMap<>();

    /// @param folder the user's own catalogue, read in the background
    /// @param typesetter sets equations, on the desk's painter
    public RuleController(Desk desk, OptimizerCatalogue catalogue, RuleFolder folder, Typesetter typesetter) {
        this.desk = desk;
        this.workbench = desk.workbench();
        this.catalogue = catalogue;
        this.folder = folder;
        editor = new RuleEditor(model, this, desk, typesetter);
        workbench.listen(Scene::experiment, this::follow);
        desk.questions()
                .on(Lane.FILES, "Reading your rules", RuleController::read, (_, library) -> show(library))
                .ask(folder);
    }

    /// The model, for whoever offers the user's catalogue.
    public RuleModel model() {
        return model;
    }

    /// The user's own catalogue.
    private record Library(List<Optimizer> rules, List<String> complaints) {}

    private static Library read(RuleFolder folder) {
        RuleFolder.Content content = folder.read();
        List<Optimizer> rules = new ArrayList<>();
        content.texts().forEach((id, text) -> rules.add(RuleOptimizer.parse(id, text)));
        return new Library(rules, content.complaints());
    }

    private void show(Library library) {
        model.setLibrary(library.rules());
        library.complaints().forEach(desk.notices()::warn);
        refresh();
    }

    /// All optimizers that can be chosen: the catalogue's, then the experiment's own, then the user's. One of the
    /// experiment stands in for another of the same id.
    public List<Optimizer> offered() {
        Map<String, String> own = experiment().optimizers();
        Map<String, Optimizer> all = new LinkedHashMap<>();
        catalogue.all().forEach(optimizer -> all.put(optimizer.id(), optimizer));
        own.keySet().stream().sorted().forEach(id -> all.put(id, catalogue.find(id, own)));
        model.library().get().forEach(optimizer -> all.putIfAbsent(optimizer.id(), optimizer));
        return List.copyOf(all.values());
    }

    /// The experiment with the text of `chosen` in it, if that comes from the user's own catalogue: a file must hold
    /// all that it needs.
    public Experiment withText(Experiment experiment, Optimizer chosen) {
        return model.library().get().contains(chosen) && chosen instanceof RuleOptimizer rule
                ? RuleEdits.withText(experiment, rule, rule.text())
                : experiment;
    }

    /// What editing the rule of `run` means.
    public Access access(Run run) {
        if (experiment().optimizers().containsKey(run.recipe().optimizer())) {
            return Access.OWN;
        }
        return rule(run).isPresent() ? Access.COPY : Access.NONE;
    }

    /// Opens the rule of `run` in the editor; a rule of the catalogue is copied first, and the run gets the copy.
    public void onEdit(Run run) {
        switch (access(run)) {
            case NONE -> {}
            case OWN -> open(run.recipe().optimizer());
            case COPY ->
                rule(run).ifPresent(original -> {
                    String id = RuleEdits.freeId(original.id(), taken());
                    String text = RuleEdits.copied(original, original.text(), id);
                    Optimizer copy = RuleOptimizer.parse(id, text);
                    workbench.edit(RuleEdits.withRule(experiment(), run.name(), original, copy, text));
                    open(id);
                });
        }
    }

    private void open(String id) {
        putAside();
        String text = experiment().optimizers().getOrDefault(id, "");
        show(id, RuleReading.read(id, unfinished.getOrDefault(id, text)));
        editor.open();
    }

    /// Every text that can be read runs at once; one that cannot is only marked.
    void onText(String text) {
        model.draft()
                .get()
                .filter(draft -> !draft.reading().text().equals(text))
                .ifPresent(draft -> {
                    RuleReading reading = RuleReading.read(draft.id(), text);
                    show(draft.id(), reading);
                    reading.rule()
                            .filter(_ -> !text.equals(experiment().optimizers().get(draft.id())))
                            .ifPresent(rule ->
                                    workbench.edit(RuleEdits.withText(experiment(), rule, text), "rule " + draft.id()));
                });
    }

    /// @throws IllegalArgumentException with a sentence, if the id is taken or no id
    void onRename(String wanted) {
        Optional<RuleModel.Draft> open = model.draft().get();
        if (open.isPresent() && !open.get().id().equals(wanted)) {
            RuleModel.Draft draft = open.get();
            Experiment renamed = RuleEdits.withRenamed(experiment(), draft.id(), wanted, taken());
            model.setDraft(Optional.of(new RuleModel.Draft(wanted, draft.reading(), false)));
            workbench.edit(renamed);
            refresh();
        }
    }

    /// Removes the rule from the experiment; its runs get what it was copied from.
    void onDelete() {
        model.draft().get().ifPresent(draft -> {
            Map<String, String> own = experiment().optimizers();
            Optimizer instead = RuleEdits.origin(own.getOrDefault(draft.id(), ""))
                    .flatMap(id -> catalogue.all().stream()
                            .filter(optimizer -> optimizer.id().equals(id))
                            .findFirst())
                    .orElseGet(catalogue::standard);
            unfinished.remove(draft.id());
            workbench.edit(RuleEdits.without(experiment(), catalogue.find(draft.id(), own), instead));
            desk.notices()
                    .tell(draft.id() + " is removed, and runs that used it have "
                            + instead.card().name() + ": undo brings it back.");
        });
    }

    /// Keeps the rule in the user's own catalogue, or forgets it there.
    void onKeep() {
        model.draft().get().ifPresent(draft -> {
            String id = draft.id();
            String text = experiment().optimizers().getOrDefault(id, "");
            boolean forget = draft.kept();
            Path file = folder.file(id);
            desk.files()
                    .run(
                            file,
                            (forget ? "Removing " : "Saving ") + file.getFileName(),
                            () -> keep(id, text, forget),
                            now -> kept(id, now));
        });
    }

    /// @return the text that is kept now
    private Optional<String> keep(String id, String text, boolean forget) {
        if (forget) {
            folder.delete(id);
            return Optional.empty();
        }
        folder.save(id, text);
        return Optional.of(text);
    }

    private void kept(String id, Optional<String> text) {
        List<Optimizer> rules = new ArrayList<>(model.library().get());
        rules.removeIf(rule -> rule.id().equals(id));
        text.ifPresent(known -> rules.add(RuleOptimizer.parse(id, known)));
        model.setLibrary(rules);
        desk.notices()
                .tell(
                        text.isPresent()
                                ? "Every experiment offers " + id + " now; it is kept in " + folder.file(id) + "."
                                : id + " is forgotten; this experiment still has it.");
        refresh();
    }

    /// Closes the editor; a text with a mistake is kept until it is opened again.
    void onClose() {
        workbench.endGesture();
        if (putAside()) {
            desk.notices().tell("The text with the mistake waits in the editor; the rule before it runs on.");
        }
        model.setDraft(Optional.empty());
        editor.close();
    }

    /// Remembers a text with a mistake.
    private boolean putAside() {
        Optional<RuleModel.Draft> wrong =
                model.draft().get().filter(draft -> draft.reading().mistake().isPresent());
        wrong.ifPresent(draft -> unfinished.put(draft.id(), draft.reading().text()));
        return wrong.isPresent();
    }

    private void show(String id, RuleReading reading) {
        if (reading.mistake().isEmpty()) {
            unfinished.remove(id);
        }
        model.setDraft(Optional.of(new RuleModel.Draft(id, reading, isKept(id))));
    }

    private void refresh() {
        model.draft().get().ifPresent(draft -> show(draft.id(), draft.reading()));
    }

    private boolean isKept(String id) {
        String text = experiment().optimizers().getOrDefault(id, "");
        return model.library().get().stream()
                .anyMatch(rule -> rule.id().equals(id)
                        && rule instanceof RuleOptimizer known
                        && known.text().equals(text));
    }

    /// Undo, redo and opened files change or remove the rule that is open.
    private void follow(Experiment experiment) {
        model.draft().get().ifPresent(draft -> {
            String text = experiment.optimizers().get(draft.id());
            if (text == null) {
                model.setDraft(Optional.empty());
                editor.close();
            } else if (draft.reading().mistake().isEmpty()
                    && !draft.reading().text().equals(text)) {
                show(draft.id(), RuleReading.read(draft.id(), text));
            } else if (draft.kept() != isKept(draft.id())) {
                refresh();
            }
        });
    }

    /// The rule of a run; empty if its optimizer is a class, or is not there.
    private Optional<RuleOptimizer> rule(Run run) {
        try {
            return workbench.resolver().optimizer(experiment(), run) instanceof RuleOptimizer rule
                    ? Optional.of(rule)
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // the settings say why
        }
    }

    private Set<String> taken() {
        Set<String> taken = new HashSet<>(experiment().optimizers().keySet());
        catalogue.all().forEach(optimizer -> taken.add(optimizer.id()));
        model.library().get().forEach(optimizer -> taken.add(optimizer.id()));
        return taken;
    }

    private Experiment experiment() {
        return workbench.experiment();
    }
}
