package fallline.app.controls;

import java.util.AbstractList;
import javafx.collections.ObservableListBase;

/// The lines of a table in the order in which they are shown, by their places in what the table shows.
public final class Places extends ObservableListBase<Integer> {
    private int[] places = new int[0];

    @Override
    public Integer get(int index) {
        return places[index];
    }

    @Override
    public int size() {
        return places.length;
    }

    /// Shows other lines, or the same in another order.
    ///
    /// @param next is not copied
    public void set(int[] next) {
        int[] old = places;
        beginChange();
        places = next;
        nextReplace(0, next.length, new Replaced(old));
        endChange();
    }

    private static final class Replaced extends AbstractList<Integer> {
        private final int[] old;

        Replaced(int[] old) {
            this.old = old;
        }

        @Override
        public Integer get(int index) {
            return old[index];
        }

        @Override
        public int size() {
            return old.length;
        }
    }
}
