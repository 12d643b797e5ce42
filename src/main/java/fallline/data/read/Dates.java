package fallline.data.read;

import fallline.data.layout.Sentences;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates of a column as days since the first of them (the earliest, where they are in no order).
///
/// Understood are `2024-01-31` (with `/` or `.` as well), `2024-01`, `31.1.2024`, `1/31/2024`, `31 Jan 2024`, `Jan
/// 31, 2024`, each with a time of day behind it or not, and times of day alone. Which of day and month comes first
/// is decided by the whole column.
///
/// @param days one number a row, NaN where there is no date
/// @param first the earliest
/// @param doubt what could be read otherwise, as a sentence; empty if nothing
record Dates(double[] days, String first, Optional<String> doubt) {
    private static final String TIME =
            "(?:[ T]+(\\d{1,2}):(\\d{2})(?::(\\d{2}(?:[.,]\\d+)?))?\\s*([AaPp][Mm])?\\s*(Z|[+-]\\d{2}:?\\d{2})?)?";
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?" + TIME);
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})" + TIME);
    private static final Pattern DAY_WORD =
            Pattern.compile("(\\d{1,2})\\.?[ -](\\p{L}{3,9})\\.?[ -](\\d{4}|\\d{2})" + TIME);
    private static final Pattern WORD_DAY = Pattern.compile("(\\p{L}{3,9})\\.? (\\d{1,2}),? (\\d{4})" + TIME);
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2}(?:[.,]\\d+)?))?");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final double DAY = 86_400;
    private static final int CENTURY_TURN = 70;

    /// Reads a column.
    static Dates of(List<String> cells) {
        boolean dayBefore = false;
        boolean monthBefore = false;
        String example = "";
        for (String cell : cells) {
            Matcher matcher = YEAR_LAST.matcher(cell.strip());
            if (matcher.matches()) {
                dayBefore |= Integer.parseInt(matcher.group(1)) > 12;
                monthBefore |= Integer.parseInt(matcher.group(3)) > 12;
                example = example.isEmpty() ? cell.strip() : example;
            }
        }
        boolean open = !example.isEmpty() && !dayBefore && !monthBefore;
        boolean dayFirst = dayBefore || (open && example.indexOf('/') < 0);
        double[] days = new double[cells.size()];
        double first = Double.POSITIVE_INFINITY;
        String earliest = "";
        for (int row = 0; row < days.length; row++) {
            days[row] = day(cells.get(row).strip(), dayFirst);
            if (days[row] < first) {
                first = days[row];
                earliest = cells.get(row).strip();
            }
        }
        for (int row = 0; row < days.length; row++) {
            days[row] -= first;
        }
        Optional<String> doubt = open
                ? Optional.of(Sentences.quote(example) + " is read with the " + (dayFirst ? "day" : "month")
                        + " first, because "
                        + (dayFirst ? "so it is where a point or a dash parts dates" : "so it is where / parts dates")
                        + " and no date of the column decides.")
                : Optional.empty();
        return new Dates(days, earliest, doubt);
    }

    /// The day, counted from 1970, with the time as its fraction; NaN if it is no date.
    private static double day(String cell, boolean dayFirst) {
        if (cell.length() > 40) {
            return Double.NaN;
        }
        try {
            Matcher year = YEAR_FIRST.matcher(cell);
            if (year.matches()) {
                int day = year.group(3) == null ? 1 : Integer.parseInt(year.group(3));
                return date(year.group(1), Integer.parseInt(year.group(2)), day) + time(year, 4);
            }
            Matcher last = YEAR_LAST.matcher(cell);
            if (last.matches()) {
                int one = Integer.parseInt(last.group(1));
                int two = Integer.parseInt(last.group(3));
                return date(last.group(4), dayFirst ? two : one, dayFirst ? one : two) + time(last, 5);
            }
            Matcher word = DAY_WORD.matcher(cell);
            if (word.matches()) {
                return date(word.group(3), month(word.group(2)), Integer.parseInt(word.group(1))) + time(word, 4);
            }
            Matcher before = WORD_DAY.matcher(cell);
            if (before.matches()) {
                return date(before.group(3), month(before.group(1)), Integer.parseInt(before.group(2)))
                        + time(before, 4);
            }
            Matcher clock = CLOCK.matcher(cell);
            return clock.matches() ? clock(clock.group(1), clock.group(2), clock.group(3)) / DAY : Double.NaN;
        } catch (DateTimeException _) {
            return Double.NaN; // such as the 31st of February
        }
    }

    private static double date(String year, int month, int day) {
        int number = Integer.parseInt(year);
        if (year.length() == 2) {
            number += number < CENTURY_TURN ? 2000 : 1900;
        }
        return LocalDate.of(number, month, day).toEpochDay();
    }

    private static int month(String word) {
        return 1 + MONTHS.indexOf(word.substring(0, 3).toLowerCase(Locale.ROOT)); // 0 is refused as a date
    }

    /// The time of day behind a date, as a fraction of a day, at Greenwich if a zone stands there.
    private static double time(Matcher matcher, int group) {
        if (matcher.group(group) == null) {
            return 0;
        }
        double seconds = clock(matcher.group(group), matcher.group(group + 1), matcher.group(group + 2));
        String half = matcher.group(group + 3);
        if (half != null) {
            boolean noon = Integer.parseInt(matcher.group(group)) == 12;
            boolean afternoon = half.charAt(0) == 'p' || half.charAt(0) == 'P';
            seconds += afternoon == noon ? 0 : afternoon ? DAY / 2 : -DAY / 2;
        }
        String zone = matcher.group(group + 4);
        if (zone != null && !zone.equals("Z")) {
            String digits = zone.substring(1).replace(":", "");
            double shift =
                    3_600 * Integer.parseInt(digits.substring(0, 2)) + 60 * Integer.parseInt(digits.substring(2));
            seconds -= zone.charAt(0) == '-' ? -shift : shift;
        }
        return seconds / DAY;
    }

    private static double clock(String hours, String minutes, String seconds) {
        double rest = seconds == null ? 0 : Double.parseDouble(seconds.replace(',', '.'));
        return 3_600 * Integer.parseInt(hours) + 60 * Integer.parseInt(minutes) + rest;
    }
}
