package fallline.data.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The cells of a sheet below its header.
///
/// @param sheet the sheet
/// @param places the places of the rows of data in it
/// @param given the columns that are wanted as text anyway
record SheetCells(Sheet sheet, int[] places, boolean[] given) implements CellSource {
    @Override
    public int rows() {
        return places.length;
    }

    @Override
    public State state(int column) {
        boolean any = false;
        for (int row : places) {
            if (!sheet.word(row, column).isEmpty()) {
                return State.OTHER;
            }
            any |= !Double.isNaN(sheet.number(row, column));
        }
        if (!any) {
            return State.EMPTY;
        }
        return given[column] ? State.OTHER : State.PLAIN;
    }

    @Override
    public double[] numbers(int column) {
        return exact(column);
    }

    @Override
    public Optional<String> pointed(int column) {
        return Optional.empty(); // a workbook's numbers have no marks
    }

    @Override
    public List<Gap> gaps(int column) {
        List<Gap> gaps = new ArrayList<>();
        for (int i = 0; i < places.length && gaps.size() < PlainChunk.MOST_GAPS; i++) {
            if (Double.isNaN(sheet.number(places[i], column))) {
                gaps.add(new Gap(i + 1, line(i), ""));
            }
        }
        return gaps;
    }

    @Override
    public long gapCount(int column) {
        long count = 0;
        for (int row : places) {
            count += Double.isNaN(sheet.number(row, column)) ? 1 : 0;
        }
        return count;
    }

    @Override
    public List<List<String>> texts(int[] columns) {
        List<List<String>> texts = new ArrayList<>();
        for (int column : columns) {
            List<String> words = new ArrayList<>(places.length);
            for (int row : places) {
                words.add(sheet.word(row, column));
            }
            texts.add(words);
        }
        return texts;
    }

    @Override
    public double[] exact(int column) {
        double[] numbers = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            numbers[i] = sheet.number(places[i], column);
        }
        return numbers;
    }

    @Override
    public int line(int row) {
        return sheet.line(places[row]);
    }

    @Override
    public List<Gap> ragged() {
        return List.of();
    }

    @Override
    public long raggedCount() {
        return 0;
    }
}
