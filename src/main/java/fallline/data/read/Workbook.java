package fallline.data.read;

import fallline.data.layout.ReadException;
import fallline.text.Quote;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;

/// A workbook as spreadsheets save it (`.xlsx`), of which one sheet is read.
///
/// @param name the sheet's name
/// @param names all sheets
/// @param sheet its cells
record Workbook(String name, List<String> names, Sheet sheet) {
    private static final int ROWS_BETWEEN_CHECKS = 1 << 10;
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final LocalDate MAC_EPOCH = LocalDate.of(1904, 1, 1);
    private static final double MOST_DAYS = 3_000_000;

    /// Whether bytes are a ZIP archive, as workbooks are.
    ///
    /// @throws ReadException if they are a workbook of the kind before 2007
    static boolean is(byte[] bytes) {
        if (bytes.length > 8 && bytes[0] == (byte) 0xD0 && bytes[1] == (byte) 0xCF && bytes[2] == 0x11) {
            throw new ReadException("A workbook of the old kind (.xls) cannot be read: save it as .xlsx or as CSV.");
        }
        return bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }

    /// Reads a sheet: the one that is named, or the first to be seen that has cells.
    ///
    /// @throws ReadException if it is no workbook, is damaged, or has no such sheet
    static Workbook read(String file, byte[] bytes, Optional<String> wanted, Watch watch) {
        watch.begin(rowsIn(file, bytes, watch));
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true))) {
            List<org.dhatim.fastexcel.reader.Sheet> sheets = book.getSheets().toList();
            List<String> names = sheets.stream()
                    .map(org.dhatim.fastexcel.reader.Sheet::getName)
                    .toList();
            Cells cells = new Cells(book.isDate1904() ? MAC_EPOCH : EPOCH);
            if (wanted.isPresent() && !names.contains(wanted.get())) {
                throw new ReadException(file + " has no sheet " + Quote.of(wanted.get()) + ": choose one of "
                        + Quote.list(names) + ".");
            }
            Sheet empty = new Sheet("");
            for (org.dhatim.fastexcel.reader.Sheet one : sheets) {
                boolean taken =
                        wanted.map(one.getName()::equals).orElse(one.getVisibility() == SheetVisibility.VISIBLE);
                Sheet sheet = taken ? cells.read(one, watch) : empty;
                if (sheet.rows() > 0 || (taken && wanted.isPresent())) {
                    return new Workbook(one.getName(), names, sheet);
                }
            }
            throw new ReadException(file + " has no sheet with cells: choose another file.");
        } catch (ReadException | CancellationException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new ReadException(
                    file + " is a damaged workbook (" + Quote.shortened(String.valueOf(e.getMessage()))
                            + "): save it again, or as CSV.",
                    e);
        }
    }

    /// How many rows the sheets have, found by unpacking all there is, within bounds.
    private static long rowsIn(String file, byte[] bytes, Watch watch) {
        long rows = 0;
        long all = 0;
        boolean book = false;
        byte[] block = new byte[1 << 16];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                book |= entry.getName().equals("xl/workbook.xml");
                boolean sheet = entry.getName().startsWith("xl/worksheets/");
                int got;
                while ((got = zip.read(block)) > 0) {
                    all += got;
                    if (all > TableBytes.MOST_UNPACKED) {
                        throw new ReadException(file + " unpacks to more than 1 GB: save a part of it as CSV.");
                    }
                    rows += sheet ? rowsIn(block, got) : 0;
                    watch.check();
                }
            }
        } catch (IOException e) {
            throw new ReadException(
                    file + " is a damaged archive (" + Quote.shortened(String.valueOf(e.getMessage()))
                            + "): get or save it again.",
                    e);
        }
        if (!book) {
            throw new ReadException(
                    file + " is an archive and no Excel workbook: unpack it, or save the table as .xlsx or CSV.");
        }
        return rows;
    }

    private static int rowsIn(byte[] block, int length) {
        int rows = 0;
        for (int i = 0; i + 4 < length; i++) {
            rows += block[i] == '<' && block[i + 1] == 'r' && block[i + 2] == 'o' && block[i + 3] == 'w' ? 1 : 0;
        }
        return rows;
    }

    /// Turns the library's cells into ours.
    private static final class Cells {
        /// Excel allows 255 characters.
        private static final int LONGEST_FORMAT = 1_000;

        private final LocalDate epoch;
        private final Map<String, Boolean> dates = new HashMap<>();

        Cells(LocalDate epoch) {
            this.epoch = epoch;
        }

        Sheet read(org.dhatim.fastexcel.reader.Sheet from, Watch watch) throws IOException {
            Sheet sheet = new Sheet(from.getName());
            int told = 0;
            int seen = 0;
            try (Stream<Row> rows = from.openStream()) {
                for (Iterator<Row> all = rows.iterator(); all.hasNext(); ) {
                    add(all.next(), sheet);
                    if (++seen % ROWS_BETWEEN_CHECKS == 0) {
                        watch.add(seen - told);
                        told = seen;
                    }
                }
            }
            return sheet;
        }

        private void add(Row row, Sheet sheet) {
            boolean begun = false;
            for (Cell cell : row) {
                Object value = cell == null ? null : cell.getValue();
                if (value == null || (value instanceof String text && text.isBlank())) {
                    continue;
                }
                if (!begun) {
                    sheet.addRow(row.getRowNum());
                    begun = true;
                }
                int column = cell.getColumnIndex();
                if (value instanceof BigDecimal number) {
                    if (isDate(cell) && Math.abs(number.doubleValue()) < MOST_DAYS) {
                        sheet.put(column, date(number.doubleValue()));
                    } else {
                        sheet.put(column, number.doubleValue());
                    }
                } else {
                    String text = value instanceof Boolean truth ? (truth ? "TRUE" : "FALSE") : value.toString();
                    sheet.put(column, text.strip());
                }
            }
        }

        private boolean isDate(Cell cell) {
            Integer id = cell.getDataFormatId();
            if (id != null && ((id >= 14 && id <= 22) || (id >= 45 && id <= 47))) {
                return true;
            }
            String format = cell.getDataFormatString();
            return format != null && dates.computeIfAbsent(format, Cells::isDate);
        }

        /// Years, days or hours, outside quotes, brackets and escapes.
        private static boolean isDate(String format) {
            if (format.length() > LONGEST_FORMAT) {
                return false;
            }
            String bare = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.", "");
            return !bare.equals("General") && bare.matches("(?s).*[yYdDhH].*");
        }

        /// As `2024-01-31`, `2024-01-31 12:30:00` or `12:30:00`.
        private String date(double serial) {
            double day = Math.floor(serial);
            long seconds =
                    Math.round((serial - day) * ChronoUnit.DAYS.getDuration().toSeconds());
            LocalDateTime when =
                    epoch.plusDays((long) day).atTime(LocalTime.MIDNIGHT).plusSeconds(seconds);
            String time = when.toLocalTime().format(java.time.format.DateTimeFormatter.ISO_LOCAL_TIME);
            if (serial >= 0 && serial < 1) {
                return time;
            }
            return seconds == 0 ? when.toLocalDate().toString() : when.toLocalDate() + " " + time;
        }
    }
}
