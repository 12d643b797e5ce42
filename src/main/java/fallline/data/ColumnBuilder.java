package fallline.data;

import fallline.data.Column.NumberColumn;
import fallline.data.Column.TextColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One column while it is being read: numbers until the first word, from then on text.
///
/// A word in the first cell that is not missing makes a column of text. A word further down does too, but the cells
/// above it are gone by then (numbers only are kept, which is what bounds the memory): such a column
/// [#needsSecondPass].
final class ColumnBuilder {
    private static final int CHUNK = 1 << 15;
    private static final int DISTINCT = 4_096;

    private enum State {
        NUMBERS,
        TEXT,
        LATE_TEXT
    }

    private final String name;
    private final Map<String, String> distinct = new HashMap<>();
    private List<double[]> chunks = new ArrayList<>();
    private double[] chunk = new double[64];
    private int filled;
    private int size;
    private boolean anyNumber;
    private List<String> words = new ArrayList<>();
    private State state = State.NUMBERS;
    private boolean second;

    ColumnBuilder(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /// Whether cells are still numbers.
    boolean isNumbers() {
        return state == State.NUMBERS;
    }

    /// Whether every cell so far was missing.
    boolean isEmpty() {
        return state == State.NUMBERS && !anyNumber;
    }

    /// Whether the text must be read again from the top with [#addText].
    boolean needsSecondPass() {
        return state == State.LATE_TEXT;
    }

    int size() {
        return state == State.TEXT ? words.size() : size;
    }

    void addNumber(double value) {
        anyNumber = true;
        add(value);
    }

    void addMissing() {
        switch (state) {
            case NUMBERS -> add(Double.NaN);
            case TEXT -> words.add("");
            case LATE_TEXT -> size++;
        }
    }

    /// Adds a word.
    ///
    /// @return whether it ended a run of numbers
    boolean addWord(String word) {
        boolean first = state == State.NUMBERS && anyNumber;
        if (state == State.NUMBERS) {
            chunks = List.of();
            chunk = new double[0];
            state = anyNumber ? State.LATE_TEXT : State.TEXT;
            if (state == State.TEXT) {
                for (int i = 0; i < size; i++) {
                    words.add("");
                }
            }
        }
        if (state == State.TEXT) {
            addText(word);
        } else {
            size++;
        }
        return first;
    }

    /// Makes the cell added last a missing one.
    void blankLast() {
        switch (state) {
            case NUMBERS -> chunk[filled - 1] = Double.NaN;
            case TEXT -> words.set(words.size() - 1, "");
            case LATE_TEXT -> {
                // the second pass will know
            }
        }
    }

    /// Starts a second pass over a column that [#needsSecondPass].
    void restart() {
        words = new ArrayList<>(size);
        state = State.TEXT;
        second = true;
    }

    /// Whether [#restart] was called.
    boolean isSecond() {
        return second;
    }

    /// Adds a cell of text as it stands; equal words share one string.
    void addText(String word) {
        String known = distinct.get(word);
        if (known == null) {
            known = word;
            if (distinct.size() < DISTINCT) {
                distinct.put(word, word);
            }
        }
        words.add(known);
    }

    /// The finished column; the builder is empty afterwards.
    Column build() {
        if (state == State.TEXT) {
            return new TextColumn(name, words);
        }
        double[] values = new double[size];
        int at = 0;
        for (double[] full : chunks) {
            System.arraycopy(full, 0, values, at, full.length);
            at += full.length;
        }
        System.arraycopy(chunk, 0, values, at, filled);
        chunks = List.of();
        chunk = new double[0];
        return new NumberColumn(name, values);
    }

    private void add(double value) {
        if (filled == chunk.length) {
            chunks.add(chunk);
            chunk = new double[Math.min(CHUNK, 2 * chunk.length)];
            filled = 0;
        }
        chunk[filled++] = value;
        size++;
    }
}
