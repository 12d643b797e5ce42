package fallline.data.read;

import fallline.data.layout.Format;
import fallline.data.layout.Layout;
import fallline.data.layout.Rows;
import fallline.data.layout.TableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The cells of a text, read in parts on all cores: plain numbers at once, other columns when they are asked for.
///
/// A text with quotes is one part, since a line end may stand within a cell.
final class TextCells implements CellSource {
    private static final int PART = 1 << 20;

    private final TableText text;
    private final Layout layout;
    private final Watch watch;
    private final int[] bounds;
    private final List<PlainChunk> parts;
    private final int[] firstRows;
    private final int[] firstLines;
    private int[] lines = new int[0];

    /// Reads all plain numbers.
    ///
    /// @param given the columns that are wanted as text anyway
    /// @throws QuoteException if a quote is not closed
    TextCells(TableText text, Layout layout, boolean[] given, Watch watch) {
        this.text = text;
        this.layout = layout;
        this.watch = watch;
        bounds = bounds();
        int count = bounds.length - 1;
        watch.begin(bounds[count] - (long) bounds[0]);
        parts = IntStream.range(0, count)
                .parallel()
                .mapToObj(part -> {
                    PlainChunk chunk = new PlainChunk(layout.columns(), given);
                    chunk.read(rows(part), watch);
                    return chunk;
                })
                .toList();
        firstRows = new int[count + 1];
        firstLines = new int[count + 1];
        for (int part = 0; part < count; part++) {
            firstRows[part + 1] = Math.addExact(firstRows[part], parts.get(part).rows());
            firstLines[part + 1] =
                    firstLines[part] + (count == 1 ? 0 : parts.get(part).lines());
        }
    }

    /// The rows of a part. Lines are counted from the part's first, but in a text of one part as in the file.
    private Rows rows(int part) {
        int first = bounds.length == 2 ? layout.dataLine() : 1;
        Format format = bounds.length == 2 ? layout.format() : layout.format().withSkip(new int[0]);
        return new Rows(text.utf8(), bounds[part], bounds[part + 1], first, format);
    }

    private int[] bounds() {
        byte[] bytes = text.utf8();
        int from = layout.dataOffset();
        int[] skip = layout.format().skip();
        boolean skips = skip.length > 0 && skip[skip.length - 1] >= layout.dataLine();
        if (skips || bytes.length - from < 2 * PART || hasQuote(bytes, from)) {
            return new int[] {from, bytes.length};
        }
        List<Integer> bounds = new ArrayList<>();
        bounds.add(from);
        long at = from + (long) PART;
        while (at < bytes.length) {
            int end = (int) at;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            end = Math.min(bytes.length, end + 1);
            if (end < bytes.length) {
                bounds.add(end);
            }
            at = end + (long) PART;
        }
        bounds.add(bytes.length);
        return bounds.stream().mapToInt(Integer::intValue).toArray();
    }

    private boolean hasQuote(byte[] bytes, int from) {
        boolean apostrophes = layout.format().apostrophes();
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '"' || (apostrophes && bytes[i] == '\'')) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int rows() {
        return firstRows[firstRows.length - 1];
    }

    @Override
    public State state(int column) {
        boolean any = parts.stream().anyMatch(part -> part.isAny(column));
        if (!any) {
            return State.EMPTY;
        }
        if (parts.stream().anyMatch(part -> part.isOther(column))) {
            return State.OTHER;
        }
        boolean either = parts.stream().anyMatch(part -> part.isEither(column));
        return either && pointed(column).isEmpty() ? State.UNSURE : State.PLAIN;
    }

    @Override
    public double[] numbers(int column) {
        double[] all = new double[rows()];
        for (int part = 0; part < parts.size(); part++) {
            System.arraycopy(
                    parts.get(part).values(column),
                    0,
                    all,
                    firstRows[part],
                    parts.get(part).rows());
        }
        return all;
    }

    @Override
    public Optional<String> pointed(int column) {
        return parts.stream()
                .map(part -> part.pointed(column))
                .filter(number -> !number.isEmpty())
                .findFirst();
    }

    @Override
    public List<Gap> gaps(int column) {
        List<Gap> all = new ArrayList<>();
        for (int part = 0; part < parts.size() && all.size() < PlainChunk.MOST_GAPS; part++) {
            add(parts.get(part).gaps(column), part, all);
        }
        return all;
    }

    private void add(List<Gap> gaps, int part, List<Gap> all) {
        int shift = parts.size() == 1 ? 0 : layout.dataLine() - 1 + firstLines[part];
        for (Gap gap : gaps) {
            all.add(new Gap(gap.row() + firstRows[part], gap.line() + shift, gap.text()));
        }
    }

    @Override
    public long gapCount(int column) {
        return parts.stream().mapToLong(part -> part.gapCount(column)).sum();
    }

    @Override
    public List<List<String>> texts(int[] columns) {
        List<WordChunk> chunks = IntStream.range(0, parts.size())
                .parallel()
                .mapToObj(part -> {
                    WordChunk chunk = new WordChunk(columns);
                    chunk.read(rows(part), layout.columns(), watch);
                    return chunk;
                })
                .toList();
        lines = new int[rows()];
        for (int part = 0; part < chunks.size(); part++) {
            int shift = parts.size() == 1 ? 0 : layout.dataLine() - 1 + firstLines[part];
            for (int row = 0; row < chunks.get(part).rows(); row++) {
                lines[firstRows[part] + row] = chunks.get(part).line(row) + shift;
            }
        }
        List<List<String>> texts = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            List<String> all = new ArrayList<>(rows());
            for (WordChunk chunk : chunks) {
                all.addAll(chunk.words(i));
            }
            texts.add(all);
        }
        return texts;
    }

    @Override
    public double[] exact(int column) {
        return new double[0];
    }

    @Override
    public int line(int row) {
        return lines[row];
    }

    @Override
    public List<Gap> ragged() {
        List<Gap> all = new ArrayList<>();
        for (int part = 0; part < parts.size() && all.size() < PlainChunk.MOST_GAPS; part++) {
            add(parts.get(part).ragged(), part, all);
        }
        return all;
    }

    @Override
    public long raggedCount() {
        return parts.stream().mapToLong(PlainChunk::raggedCount).sum();
    }
}
