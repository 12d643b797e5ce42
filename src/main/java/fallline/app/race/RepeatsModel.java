package fallline.app.race;

import fallline.analysis.repeat.RepeatOrder;
import fallline.analysis.repeat.Repeater;
import fallline.analysis.repeat.Repeats;
import fallline.app.work.Answered;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.app.work.Questions;
import fallline.picture.RepeatedRuns;
import fallline.workbench.Mailbox;
import fallline.workbench.Scene;
import fallline.workbench.Subscription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Repeats in the background the runs of a scene that are to be repeated, and keeps what is known of them.
///
/// It belongs to one thread.
public final class RepeatsModel {
    /// What is to be computed, in this order.
    private record Round(Map<String, RepeatOrder> orders) {}

    private final Asking<Round, Boolean> asking;
    private final Mailbox<Map<String, Repeats>> news;
    private final Map<String, Repeats> known = new HashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private Map<String, RepeatOrder> wanted = Map.of();

    /// Whether the user wants no more of what is wanted now.
    private boolean stopped;

    public RepeatsModel(Questions questions) {
        news = new Mailbox<>(questions.own(), RepeatsModel::join, this::onNews);
        asking = questions.on(Lane.ANALYSIS, "Repeating runs with other seeds", this::work, new Done());
    }

    private static Map<String, Repeats> join(Map<String, Repeats> older, Map<String, Repeats> newer) {
        Map<String, Repeats> all = new HashMap<>(older);
        all.putAll(newer);
        return all;
    }

    /// Calls `listener` whenever more is known, or less.
    public Subscription listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// What is known of what the runs of the scene are now, by the name of the run.
    public Map<String, Repeats> known(Scene scene) {
        return RepeatedRuns.fitting(scene, known);
    }

    /// Whether nothing more is to come.
    public boolean atRest() {
        return !asking.waits();
    }

    /// Begins what this scene wants, and gives up what it does not want any more.
    public void follow(Scene scene) {
        Map<String, RepeatOrder> now = RepeatedRuns.orders(scene);
        known.keySet()
                .removeIf(run -> scene.experiment().runOrFirst(run).repeats().isEmpty()
                        || scene.experiment().indexOf(run) < 0);
        if (isSame(now, wanted)) {
            return;
        }
        wanted = now;
        stopped = false;
        Map<String, RepeatOrder> open = open();
        if (open.isEmpty()) {
            asking.withdraw();
        } else {
            asking.ask(new Round(open));
        }
    }

    /// Those that are not whole yet.
    private Map<String, RepeatOrder> open() {
        Map<String, RepeatOrder> open = new LinkedHashMap<>();
        wanted.forEach((run, order) -> {
            boolean whole = Optional.ofNullable(known.get(run))
                    .filter(repeats -> repeats.order().isSame(order) && repeats.isWhole())
                    .isPresent();
            if (!whole) {
                open.put(run, order);
            }
        });
        return open;
    }

    /// Whether the same repeats are wanted; another run that is chosen changes nothing.
    private static boolean isSame(Map<String, RepeatOrder> one, Map<String, RepeatOrder> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream().allMatch(entry -> Optional.ofNullable(other.get(entry.getKey()))
                        .filter(entry.getValue()::isSame)
                        .isPresent());
    }

    /// On a thread of the lane.
    private Boolean work(Round round, BooleanSupplier cancelled) {
        round.orders().forEach((run, order) -> {
            Repeats all = Repeater.all(order, cancelled, soFar -> tell(run, soFar, cancelled));
            tell(run, all, cancelled);
        });
        return true;
    }

    private void tell(String run, Repeats repeats, BooleanSupplier cancelled) {
        if (!cancelled.getAsBoolean()) {
            news.post(Map.of(run, repeats));
        }
    }

    private void onNews(Map<String, Repeats> letter) {
        letter.forEach((run, repeats) -> {
            RepeatOrder order = wanted.get(run);
            if (order != null && repeats.order().isSame(order)) {
                known.put(run, repeats);
            }
        });
        changed();
    }

    private void changed() {
        List.copyOf(listeners).forEach(Runnable::run);
    }

    /// Whether the user stopped them before they were whole.
    public boolean isStopped() {
        return stopped;
    }

    private final class Done implements Answered<Round, Boolean> {
        @Override
        public void answered(Round round, Boolean all) {
            changed();
        }

        @Override
        public void unanswered(Round round) {
            stopped = true;
            changed();
        }
    }
}
