package fallline.objective;

import java.util.ArrayList;
import java.util.List;

/// Every implementation of the innermost loops that this machine has.
final class AllLanes {
    private AllLanes() {}

    static List<Lanes> all() {
        List<Lanes> all = new ArrayList<>();
        all.add(new ScalarLanes());
        return all;
    }
}
