package fallline.data.read;

import fallline.data.layout.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Some columns of a part of a text, as text; equal cells share one string.
final class WordChunk {
    private static final int DISTINCT = 4_096;
    private static final int ROWS_BETWEEN_CHECKS = 1 << 12;

    private final int[] wanted;
    private final List<List<String>> words = new ArrayList<>();
    private final Map<String, String> distinct = new HashMap<>();
    private int[] lines = new int[256];
    private int rows;

    WordChunk(int[] wanted) {
        this.wanted = wanted;
        for (int i = 0; i < wanted.length; i++) {
            words.add(new ArrayList<>());
        }
    }

    /// @param columns how many cells a whole row has
    void read(Rows cells, int columns, Watch watch) {
        while (cells.next()) {
            if (rows == lines.length) {
                lines = Arrays.copyOf(lines, 2 * rows);
            }
            lines[rows++] = cells.line();
            boolean whole = PlainChunk.isWhole(cells, columns);
            for (int i = 0; i < wanted.length; i++) {
                words.get(i).add(whole && !cells.isEmpty(wanted[i]) ? shared(cells.cell(wanted[i])) : "");
            }
            if (rows % ROWS_BETWEEN_CHECKS == 0) {
                watch.check();
            }
        }
    }

    private String shared(String word) {
        String known = distinct.get(word);
        if (known == null) {
            known = word;
            if (distinct.size() < DISTINCT) {
                distinct.put(word, word);
            }
        }
        return known;
    }

    int rows() {
        return rows;
    }

    int line(int row) {
        return lines[row];
    }

    List<String> words(int column) {
        return words.get(column);
    }
}
