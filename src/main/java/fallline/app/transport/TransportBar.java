package fallline.app.transport;

import fallline.app.controls.Focus;
import fallline.app.controls.Icons;
import fallline.app.controls.Quietly;
import fallline.app.controls.StrayDrags;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.experiment.judge.Cure;
import fallline.number.Numbers;
import fallline.workbench.Speed;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Step, play and scrub through the recorded runs; at the right, what happens at the playhead.
public final class TransportBar extends HBox {
    private static final double DIGIT_WIDTH = 9.5;
    private static final int MOST_CURES = 2;
    private static final PseudoClass CROWDED = PseudoClass.getPseudoClass("crowded");

    /// Buttons, gaps and a scrub bar that can still be used, besides the count of steps.
    private static final double LEAST = 315;

    private static final double SPEED = 200;
    private static final double WORDS = 223;
    private static final double SIGN_WIDTH = 8;

    private final TransportModel model;
    private final TransportController controller;
    private final Button first = button("first", Icons.FIRST, "To the start (Home)");
    private final Button back = button("back", Icons.BACK, "One step back (←)");
    private final Button play = new Button();
    private final Button step = button("step", Icons.STEP, "One step (→)");
    private final Button last = button("last", Icons.LAST, "To the last step (End)");
    private final ScrubBar scrub = new ScrubBar();
    private final Label playhead = new Label();
    private final Label count = new Label();
    private final Label speedLabel = new Label();
    private final Slider speed =
            new Slider(Speed.place(Speed.SLOWEST), Speed.place(Speed.FASTEST), Speed.place(Speed.INITIAL)) {
                @Override
                public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
                    return attribute == AccessibleAttribute.VALUE_STRING
                            ? Speed.label(Speed.at(getValue()))
                            : super.queryAccessibleAttribute(attribute, parameters);
                }
            };
    private final Pill pill = new Pill();
    private final VBox cures = new VBox();
    private final VBox further = new VBox();
    private final Quietly quietly = new Quietly();
    private List<Cure> offered = List.of();
    private boolean brief;

    public TransportBar(TransportController controller) {
        this.model = controller.model();
        this.controller = controller;
        StrayDrags.keptFrom(speed);
        compose();
        bind();
        listen();
    }

    /// Its parts that can stand elsewhere for a while, by a word.
    Map<String, Node> controls() {
        return Map.of("back", back, "play", play, "step", step, "scrub", scrub, "speed", speed);
    }

    private static Button button(String id, Icons icon, String tip) {
        Button button = new Button();
        button.setId(id);
        button.getStyleClass().addAll("tool", "transport");
        button.setGraphic(icon.sized(13));
        Tips.brief(button, tip);
        button.setAccessibleText(tip);
        return button;
    }

    private void compose() {
        getStyleClass().add("transport-bar");
        setAlignment(Pos.CENTER_LEFT);
        setFillHeight(false);
        play.setId("play");
        play.getStyleClass().add("play");
        Tips.brief(play, "Play or pause (Space)");
        HBox.setHgrow(scrub, Priority.ALWAYS);
        playhead.getStyleClass().add("playhead");
        HBox position = new HBox(playhead, count);
        position.setId("step-count");
        position.getStyleClass().add("step-count");
        position.setAlignment(Pos.CENTER_RIGHT);
        position.setMinWidth(Region.USE_PREF_SIZE);
        Tips.on(position, Term.PLAYHEAD);
        Tips.on(scrub.slider(), Term.SCRUB);
        Tips.on(speedLabel, Term.SPEED);
        speedLabel.getStyleClass().add("speed-label");
        speedLabel.setMinWidth(Region.USE_PREF_SIZE);
        speedLabel.setId("speed-label");
        speed.setId("speed");
        speed.getStyleClass().addAll("small", "speed");
        Tips.brief(speed, "How many steps a second are played; the numbers of a run do not depend on it");
        speed.setAccessibleText("Speed");
        for (VBox column : List.of(further, cures)) {
            column.getStyleClass().add("cures");
            column.setMinWidth(Region.USE_PREF_SIZE);
            column.setVisible(false);
            column.managedProperty().bind(column.visibleProperty());
            pill.getChildren().add(column);
        }
        getChildren().setAll(first, back, play, step, last, scrub, position, speedLabel, speed, pill);
        for (Node node : List.of(speedLabel, speed)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        widthProperty().subscribe(_ -> makeRoom());
        count.textProperty().subscribe(_ -> makeRoom());
        for (Node button : List.of(first, back, play, step, last)) {
            ((Region) button).setMinWidth(Region.USE_PREF_SIZE);
            Focus.returnedAfterClick(button);
        }
    }

    /// In a small window the speed goes, which the preferences have too, and then what happens at the playhead is a dot
    /// with its sentence in the tip.
    private void makeRoom() {
        int signs = count.getText().length();
        double room = getWidth() - LEAST - SIGN_WIDTH * signs - DIGIT_WIDTH * (signs - 3);
        speedLabel.setVisible(room >= SPEED + WORDS);
        speed.setVisible(room >= SPEED + WORDS);
        brief = room < WORDS;
        pill.setBrief(brief);
        for (VBox column : List.of(further, cures)) {
            column.setVisible(!column.getChildren().isEmpty() && !brief);
        }
    }

    /// Model to view.
    private void bind() {
        model.playingProperty().subscribe(playing -> {
            play.setGraphic((playing ? Icons.PAUSE : Icons.PLAY).sized(15));
            play.setAccessibleText(playing ? "Pause" : "Play");
        });
        model.positionProperty().subscribe(this::follow);
        controller.events().foundProperty().subscribe(scrub::mark);
        speedLabel.textProperty().bind(model.speedProperty().map(rate -> Speed.label(rate.doubleValue())));
        model.speedProperty().subscribe(rate -> {
            if (Speed.at(speed.getValue()) != rate.doubleValue()) {
                speed.setValue(Speed.place(rate.doubleValue()));
            }
        });
        model.narrationProperty().subscribe(narration -> {
            pill.say(narration);
            offer(narration.cures());
        });
    }

    /// A button for each of the first cures, and one for more steps, in a column of its own where it is the third.
    private void offer(List<Cure> wanted) {
        if (wanted.equals(offered)) {
            return;
        }
        offered = wanted;
        List<Cure> shown = Stream.concat(
                        wanted.stream()
                                .filter(cure -> !(cure instanceof Cure.Further))
                                .limit(MOST_CURES),
                        wanted.stream().filter(Cure.Further.class::isInstance))
                .toList();
        fill(cures, shown.stream().limit(MOST_CURES).toList());
        fill(further, shown.stream().skip(MOST_CURES).toList());
        pill.pseudoClassStateChanged(CROWDED, shown.size() > MOST_CURES);
    }

    private void fill(VBox column, List<Cure> shown) {
        column.getChildren().setAll(shown.stream().map(this::button).toList());
        column.setVisible(!shown.isEmpty() && !brief);
    }

    private Button button(Cure cure) {
        Button button = new Button(cure.label());
        button.setId(
                switch (cure) {
                    case Cure.HalveRate _ -> "halve-rate";
                    case Cure.BestRate _ -> "best-rate";
                    case Cure.Standardise _ -> "cure-standardise";
                    case Cure.MoreSteps _ -> "more-steps";
                    case Cure.Further _ -> "hundred-more";
                    case Cure.JumpTo _ -> "jump-to-turn";
                    case Cure.AddMomentum _ -> "add-momentum";
                    case Cure.MoveStart _ -> "move-start";
                });
        button.getStyleClass().addAll("tool", "halve");
        button.setMinWidth(Region.USE_PREF_SIZE);
        Tips.brief(button, cure.explanation());
        button.setOnAction(_ -> controller.onCure(cure));
        Focus.returnedAfterClick(button);
        return button;
    }

    private void follow(TransportModel.Position position) {
        quietly.run(() -> {
            scrub.slider().setMax(position.last());
            scrub.slider().setValue(position.step());
        });
        String all = Numbers.whole(position.last());
        playhead.setText(Numbers.whole(position.step()));
        count.setText(" / " + all);
        playhead.setMinWidth(DIGIT_WIDTH * all.length());
    }

    /// View to controller.
    private void listen() {
        first.setOnAction(_ -> controller.onFirst());
        back.setOnAction(_ -> controller.onStep(-1));
        play.setOnAction(_ -> controller.onPlayOrPause());
        step.setOnAction(_ -> controller.onStep(1));
        last.setOnAction(_ -> controller.onLast());
        scrub.slider().valueProperty().subscribe(value -> {
            int wanted = (int) Math.round(value.doubleValue());
            if (!quietly.isQuiet() && wanted != model.positionProperty().get().step()) {
                controller.moveTo(wanted);
            }
        });
        speed.valueProperty().subscribe(place -> controller.onSpeed(Speed.at(place.doubleValue())));
    }
}
