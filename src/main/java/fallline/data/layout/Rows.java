package fallline.data.layout;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Goes through the lines of a text and cuts each into cells.
///
/// Lines without anything in them, lines of comment, lines that are to be skipped and rows of which every cell is
/// empty are passed over. Blanks around cells are cut off; a cell may stand in quotes, with blanks before and
/// behind them, and then holds separators, line ends and doubled quotes. Lines end in CR, LF or both.
///
/// It is the row that it stands on: [#next] moves it. It belongs to one thread.
public final class Rows {
    private static final int PLAIN = 0;
    private static final int QUOTED = 1;
    private static final int DOUBLED = 2;

    private final byte[] text;
    private final int end;
    private final Format format;
    private final byte separator;
    private final boolean blanks;
    private int at;
    private int nextLine;
    private int skipped;
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private byte[] kinds = new byte[16];
    private int count;
    private int line;
    private int offset;
    private int comments;

    /// @param from where the first line begins
    /// @param end where the last ends
    /// @param firstLine the number of the first line
    public Rows(byte[] text, int from, int end, int firstLine, Format format) {
        this.text = text;
        this.at = from;
        this.end = end;
        this.nextLine = firstLine;
        this.format = format;
        this.separator = (byte) format.separator();
        this.blanks = format.isBlanks();
        int found = Arrays.binarySearch(format.skip(), firstLine);
        this.skipped = found >= 0 ? found : -found - 1;
    }

    public byte[] text() {
        return text;
    }

    /// How many cells the row has.
    public int count() {
        return count;
    }

    public int start(int cell) {
        return starts[cell];
    }

    public int end(int cell) {
        return ends[cell];
    }

    public boolean isEmpty(int cell) {
        return starts[cell] == ends[cell];
    }

    /// The number of the line in which the row begins.
    public int line() {
        return line;
    }

    /// Where the row begins.
    public int offset() {
        return offset;
    }

    /// The number of the line that comes next.
    public int nextLine() {
        return nextLine;
    }

    /// How many lines of comment were passed over.
    int comments() {
        return comments;
    }

    /// A cell as text.
    public String cell(int index) {
        String cell = new String(text, starts[index], ends[index] - starts[index], StandardCharsets.UTF_8);
        if (kinds[index] != DOUBLED) {
            return kinds[index] == PLAIN ? cell : cell.strip();
        }
        String quote = text[starts[index] - 1] == '\'' ? "'" : "\"";
        return cell.replace("\\" + quote, quote).replace(quote + quote, quote).strip();
    }

    /// Moves to the next row.
    ///
    /// @return whether there is one
    /// @throws QuoteException if a quote is not closed
    public boolean next() {
        while (at < end) {
            line = nextLine;
            offset = at;
            count = 0;
            while (skipped < format.skip().length && format.skip()[skipped] < line) {
                skipped++; // it was within a cell in quotes
            }
            if (skipped < format.skip().length && format.skip()[skipped] == line) {
                passLine();
                continue;
            }
            int first = at;
            while (first < end && (text[first] == ' ' || text[first] == '\t')) {
                first++;
            }
            if (first < end && format.isComment(text[first])) {
                comments++;
                passLine();
                continue;
            }
            if (blanks) {
                cutAtBlanks();
            } else {
                cut();
            }
            if (anything()) {
                return true;
            }
        }
        return false;
    }

    private boolean anything() {
        for (int i = 0; i < count; i++) {
            if (starts[i] < ends[i]) {
                return true;
            }
        }
        return false;
    }

    private void passLine() {
        while (at < end && text[at] != '\n' && text[at] != '\r') {
            at++;
        }
        endLine();
    }

    /// Steps over a line's end.
    private void endLine() {
        if (at < end) {
            at += text[at] == '\r' && at + 1 < end && text[at + 1] == '\n' ? 2 : 1;
            nextLine++;
        }
    }

    private void cut() {
        while (true) {
            int from = skipBlanks(at);
            boolean quoted = from < end && isQuote(text[from]);
            if (quoted) {
                quoted(from);
            } else {
                plain(from);
            }
            if (at < end && text[at] == separator && separator != 0) {
                at++;
                continue;
            }
            endLine();
            return;
        }
    }

    private void plain(int from) {
        int i = from;
        while (i < end) {
            byte b = text[i];
            if ((b == separator && b != 0) || b == '\n' || b == '\r') {
                break;
            }
            i++;
        }
        at = i;
        add(from, backOverBlanks(from, i), PLAIN);
    }

    private boolean isQuote(byte b) {
        return b == '"' || (format.apostrophes() && b == '\'');
    }

    private void quoted(int from) {
        byte quote = text[from];
        int opened = nextLine;
        boolean doubled = false;
        int i = from + 1;
        while (true) {
            if (i >= end) {
                throw new QuoteException(opened, true);
            }
            byte b = text[i];
            if (b == '\n' || (b == '\r' && (i + 1 >= end || text[i + 1] != '\n'))) {
                nextLine++;
            } else if (b == '\\' && format.apostrophes() && i + 1 < end && text[i + 1] == quote) {
                doubled = true;
                i++;
            } else if (b == quote) {
                if (i + 1 < end && text[i + 1] == quote) {
                    doubled = true;
                    i++;
                } else {
                    break;
                }
            }
            i++;
        }
        int close = i;
        i = skipBlanks(i + 1);
        boolean ended =
                i >= end || text[i] == '\n' || text[i] == '\r' || (!blanks && text[i] == separator && separator != 0);
        if (!ended && !(blanks && i > close + 1)) {
            throw new QuoteException(opened, false);
        }
        at = i;
        int start = from + 1;
        if (doubled) {
            add(start, close, DOUBLED);
        } else {
            start = skipBlanks(start);
            add(Math.min(start, close), backOverBlanks(Math.min(start, close), close), QUOTED);
        }
    }

    private void cutAtBlanks() {
        at = skipBlanks(at);
        while (at < end && text[at] != '\n' && text[at] != '\r') {
            if (isRemark(at)) {
                while (at < end && text[at] != '\n' && text[at] != '\r') {
                    at++;
                }
                break;
            }
            if (isQuote(text[at])) {
                quoted(at);
            } else {
                int from = at;
                while (at < end && text[at] != ' ' && text[at] != '\t' && text[at] != '\n' && text[at] != '\r') {
                    at++;
                }
                add(from, at, PLAIN);
            }
            at = skipBlanks(at);
        }
        endLine();
    }

    /// Whether a comment begins behind the cells: a sign that stands alone, unlike `#N/A`.
    private boolean isRemark(int i) {
        boolean alone = i + 1 >= end || text[i + 1] == ' ' || text[i + 1] == '\t' || text[i + 1] == text[i];
        return alone && format.isComment(text[i]);
    }

    private int skipBlanks(int from) {
        int i = from;
        while (i < end) {
            if (text[i] == ' ' || (text[i] == '\t' && separator != '\t')) {
                i++;
            } else if (text[i] == (byte) 0xC2 && i + 1 < end && text[i + 1] == (byte) 0xA0) {
                i += 2;
            } else {
                break;
            }
        }
        return i;
    }

    private int backOverBlanks(int from, int to) {
        int i = to;
        while (i > from) {
            if (text[i - 1] == ' ' || text[i - 1] == '\t') {
                i--;
            } else if (i - 1 > from && text[i - 1] == (byte) 0xA0 && text[i - 2] == (byte) 0xC2) {
                i -= 2;
            } else {
                break;
            }
        }
        return i;
    }

    private void add(int from, int to, int kind) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
            kinds = Arrays.copyOf(kinds, 2 * count);
        }
        starts[count] = from;
        ends[count] = to;
        kinds[count] = (byte) kind;
        count++;
    }
}
