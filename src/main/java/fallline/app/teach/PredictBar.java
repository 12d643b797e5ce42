package fallline.app.teach;

import fallline.analysis.predict.Fate;
import fallline.app.controls.NumberField;
import fallline.app.controls.OfferBar;
import fallline.app.controls.Rows;
import fallline.app.controls.Term;
import fallline.number.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;

/// The line that asks: the question in words, what can be said to it, and in the end the answer.
final class PredictBar {
    private static final double FIELD = 74;

    private final OfferBar bar;
    private final Hands hands;

    /// What hands do there.
    interface Hands {
        /// Something was said: the question with what it says now.
        void onSaid(Ask next);

        /// Another rate was typed into a question about rates.
        void onRate(Ask.Rates next);

        void onReveal();

        void onClose();
    }

    PredictBar(OfferBar bar, Hands hands) {
        this.bar = bar;
        this.hands = hands;
    }

    /// Asks.
    void ask(Ask ask) {
        List<Node> nodes = new ArrayList<>(choices(ask));
        nodes.add(OfferBar.button("predict-reveal", "Reveal", hands::onReveal));
        nodes.add(OfferBar.button("predict-cancel", "Give up", hands::onClose));
        bar.show(Term.PREDICTION, ask.words(), nodes);
    }

    /// Asks on in other words.
    void say(Ask ask) {
        bar.say(ask.words());
    }

    /// Tells the answer.
    ///
    /// @param score in words; may be empty
    void tell(Ask ask, String score) {
        String words = score.isEmpty() ? ask.answer() : ask.answer() + " " + score;
        bar.show(Term.PREDICTION, words, List.of(OfferBar.button("predict-done", "Done", hands::onClose)));
    }

    void hide() {
        bar.hide();
    }

    private List<Node> choices(Ask ask) {
        return switch (ask) {
            case Ask.Where _ -> List.of();
            case Ask.Becomes becomes ->
                Arrays.stream(Fate.values())
                        .<Node>map(fate -> OfferBar.button(
                                "predict-" + fate.word(), fate.word(), () -> hands.onSaid(becomes.guessing(fate))))
                        .toList();
            case Ask.Rates rates -> rates(rates);
        };
    }

    /// A field and a button for each rate. The fields stay while rates are typed, so they ask for the question anew.
    private List<Node> rates(Ask.Rates asked) {
        Typing typing = new Typing(asked);
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < asked.rates().size(); i++) {
            int place = i;
            NumberField field = NumberField.of(typed -> typing.onRate(place, typed));
            field.setId("predict-rate-" + i);
            field.setNumber(asked.rates().get(i));
            field.setPrefWidth(FIELD);
            field.setMaxWidth(FIELD);
            nodes.add(Rows.called(field, "Rate " + Numbers.whole(i + 1L)));
            int named = asked.order().indexOf(i) + 1;
            nodes.add(OfferBar.button(
                    "predict-rank-" + i, named > 0 ? named + "." : "next", () -> typing.onNamed(place)));
        }
        return nodes;
    }

    /// The question about rates as it stands, while its fields are typed into.
    private final class Typing {
        private Ask.Rates now;

        Typing(Ask.Rates now) {
            this.now = now;
        }

        void onRate(int place, double typed) {
            if (!(typed > 0)) {
                throw new IllegalArgumentException("a learning rate is above 0");
            }
            if (now.rates().get(place) != typed) {
                now = now.withRate(place, typed);
                hands.onRate(now);
            }
        }

        void onNamed(int place) {
            hands.onSaid(now.naming(place));
        }
    }
}
