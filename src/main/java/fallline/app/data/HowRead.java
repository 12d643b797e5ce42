package fallline.app.data;

import fallline.app.controls.Fold;
import fallline.app.controls.Rows;
import fallline.app.controls.Term;
import fallline.data.layout.ColumnReading;
import fallline.data.layout.ColumnType;
import fallline.data.layout.Decision;
import fallline.data.layout.Directions;
import fallline.data.layout.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// How a table was read, folded away under one line: why so, and a control for each guess that sets it right.
///
/// A guess that is chosen again by hand is a guess once more, so that files keep only what was overruled.
final class HowRead {
    private static final int MOST_COLUMNS = 40;
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|', ' ');
    private static final List<Character> DECIMALS = List.of('.', ',');
    private static final List<Character> THOUSANDS = List.of((char) 0, ',', '.', ' ', '\'');
    private static final List<Character> COMMENTS = List.of((char) 0, '#', '%', ';', '!');
    private static final List<String> ENCODINGS = List.of(
            "UTF-8",
            "Windows-1252",
            "ISO-8859-15",
            "Windows-1250",
            "Windows-1251",
            "UTF-16LE",
            "UTF-16BE",
            "Shift_JIS",
            "GB18030");

    private final FlowPane controls = new FlowPane(12, 6);
    private final FlowPane types = new FlowPane(12, 6);
    private final VBox reasons = new VBox(1);
    private final Fold fold;
    private final Consumer<Directions> onChange;
    private final Reading guess;
    private Directions directions;

    /// @param read how the table was read first
    /// @param onChange gets what is said about the table, whenever that changes
    HowRead(ReadTable.Read read, Consumer<Directions> onChange) {
        this.onChange = onChange;
        this.guess = read.reading();
        this.directions = read.directions();
        types.setId("column-types");
        reasons.setId("reading-reasons");
        ScrollPane scroll = new ScrollPane(types);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("card-scroll");
        scroll.setMaxHeight(72);
        ScrollPane why = new ScrollPane(reasons);
        why.setFitToWidth(true);
        why.getStyleClass().add("card-scroll");
        why.setMaxHeight(84);
        VBox body = new VBox(8, controls, Rows.caption("Columns", Term.HOW_READ), scroll, why);
        fold = new Fold("how-read", "How it was read", Term.HOW_READ, body);
        show(read);
    }

    Node node() {
        return fold;
    }

    /// Shows how the table is read now.
    void show(ReadTable.Read read) {
        Reading now = read.reading();
        directions = read.directions();
        fold.say(summary(now));
        List<Node> shown = new ArrayList<>();
        if (now.sheets().isEmpty()) {
            shown.add(choice(
                    "separator",
                    "Separator",
                    SEPARATORS,
                    now.separator(),
                    HowRead::separator,
                    mark -> set(directions.withSeparator(unlessGuessed(mark, guess.separator())))));
        } else {
            shown.add(choice(
                    "sheet",
                    "Sheet",
                    now.sheets(),
                    now.sheet().orElse(""),
                    name -> name,
                    name -> set(directions.withSheet(
                            unlessGuessed(name, guess.sheet().orElse(""))))));
        }
        shown.add(choice(
                "decimal",
                "Decimal",
                DECIMALS,
                now.decimal(),
                HowRead::mark,
                mark -> set(directions.withDecimal(unlessGuessed(mark, guess.decimal())))));
        shown.add(choice(
                "thousands",
                "Thousands",
                THOUSANDS,
                now.thousands(),
                HowRead::mark,
                mark -> set(directions.withThousands(unlessGuessed(mark, guess.thousands())))));
        shown.add(choice(
                "header",
                "Names",
                List.of(true, false),
                now.header(),
                yes -> yes ? "in a line" : "none",
                yes -> set(directions.withHeader(unlessGuessed(yes, guess.header())))));
        shown.add(skip(now));
        if (now.sheets().isEmpty()) {
            shown.add(choice(
                    "comment",
                    "Comments",
                    COMMENTS,
                    now.comment(),
                    HowRead::comment,
                    sign -> set(directions.withComment(unlessGuessed(sign, guess.comment())))));
            shown.add(choice(
                    "encoding",
                    "Encoding",
                    ENCODINGS,
                    now.encoding(),
                    name -> name,
                    name -> set(directions.withEncoding(unlessGuessed(name, guess.encoding())))));
        }
        controls.getChildren().setAll(shown);
        types.getChildren().clear();
        for (int i = 0; i < Math.min(MOST_COLUMNS, now.columns().size()); i++) {
            types.getChildren().add(type(now.columns().get(i), i));
        }
        reasons.getChildren().clear();
        for (Decision decision : now.decisions()) {
            reasons.getChildren().add(note(decision.sentence()));
        }
    }

    private static String summary(Reading reading) {
        String where = reading.sheet()
                .map(name -> "sheet " + name)
                .orElseGet(() -> Reading.separatorName(reading.separator()));
        String names = reading.headerLine() > 0 ? "names in line " + reading.headerLine() : "no names";
        String decimal = reading.decimal() == ',' ? "decimal comma" : "decimal point";
        return where + ", " + decimal + ", " + names;
    }

    private void set(Directions next) {
        if (!next.equals(directions)) {
            directions = next;
            onChange.accept(next);
        }
    }

    private static <T> Optional<T> unlessGuessed(T chosen, T guessed) {
        return chosen.equals(guessed) ? Optional.empty() : Optional.of(chosen);
    }

    private static <T> Node choice(
            String id, String caption, List<T> choices, T chosen, Function<T, String> name, Consumer<T> taker) {
        ComboBox<T> box = new ComboBox<>();
        box.setId("read-" + id);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T choice) {
                return choice == null ? "" : name.apply(choice);
            }

            @Override
            public T fromString(String text) {
                return chosen; // the list is not typed into
            }
        });
        box.getItems().setAll(choices);
        if (!choices.contains(chosen)) {
            box.getItems().addFirst(chosen);
        }
        box.setValue(chosen);
        // not onAction: a box without its skin, just after the controls were made anew, may keep that to itself
        box.valueProperty().addListener((_, _, next) -> taker.accept(next));
        return captioned(caption, box);
    }

    private static Node captioned(String caption, Node control) {
        Label words = Rows.caption(caption, Term.HOW_READ);
        Rows.name(words, control);
        HBox line = new HBox(6, words, control);
        line.getStyleClass().add("line");
        return line;
    }

    private Node skip(Reading now) {
        TextField field = new TextField(lines(now.skip()));
        field.setId("read-skip");
        field.setPrefColumnCount(7);
        field.setPromptText("such as 1, 2");
        field.setOnAction(_ -> skipped(field.getText()));
        field.focusedProperty().subscribe(focused -> {
            if (!focused && !field.getText().equals(lines(now.skip()))) {
                skipped(field.getText());
            }
        });
        return captioned("Skip lines", field);
    }

    private static String lines(List<Integer> skip) {
        return String.join(", ", skip.stream().map(String::valueOf).toList());
    }

    /// Takes lines such as `1, 3-5`; what is no line is left out.
    private void skipped(String text) {
        List<Integer> lines = new ArrayList<>();
        for (String part : text.split("[,;\\s]+", -1)) {
            if (part.matches("[0-9]{1,7}")) {
                lines.add(Integer.parseInt(part));
            } else if (part.matches("[0-9]{1,7}[-–][0-9]{1,7}")) {
                String[] ends = part.split("[-–]", -1);
                int last = Math.min(Integer.parseInt(ends[1]), Integer.parseInt(ends[0]) + 1_000);
                for (int line = Integer.parseInt(ends[0]); line <= last; line++) {
                    lines.add(line);
                }
            }
        }
        lines.removeIf(line -> line < 1);
        List<Integer> sorted = lines.stream().distinct().sorted().toList();
        set(directions.withSkip(unlessGuessed(sorted, guess.skip())));
    }

    private Node type(ColumnReading column, int index) {
        return choice(
                "type-" + index,
                column.name(),
                Arrays.asList(ColumnType.values()),
                column.type(),
                HowRead::typeName,
                type -> {
                    Map<String, ColumnType> all = new HashMap<>(directions.types());
                    if (type == column.found()) {
                        all.remove(column.name());
                    } else {
                        all.put(column.name(), type);
                    }
                    set(directions.withTypes(all));
                });
    }

    private static String typeName(ColumnType type) {
        return switch (type) {
            case NUMBER -> "numbers";
            case WORDS -> "words";
            case DATE -> "dates, as days";
            case IGNORE -> "left out";
        };
    }

    private static String separator(char mark) {
        return Reading.separatorName(mark);
    }

    private static String mark(char mark) {
        return switch (mark) {
            case '.' -> "point";
            case ',' -> "comma";
            case ' ' -> "blank";
            case '\'' -> "apostrophe";
            default -> "none";
        };
    }

    private static String comment(char sign) {
        return sign == 0 ? "none" : String.valueOf(sign);
    }

    private static Label note(String text) {
        Label note = new Label(text);
        note.getStyleClass().add("note");
        note.setWrapText(true);
        note.setMinHeight(Label.USE_PREF_SIZE);
        return note;
    }
}
