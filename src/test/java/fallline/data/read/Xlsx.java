package fallline.data.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Workbooks for tests, written by hand from the format's parts (ECMA-376): cells are numbers, dates ([Day]) or text.
public final class Xlsx {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    private Xlsx() {}

    /// A cell that shows a date.
    public record Day(double serial) {}

    /// A sheet.
    public record Page(String name, List<? extends List<?>> rows) {}

    /// A workbook of these sheets.
    public static byte[] of(Page... pages) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            StringBuilder types = new StringBuilder(HEAD + "<Types xmlns=\"" + PACKAGE + "content-types\">"
                    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                    + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
                    + ".spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd"
                    + ".openxmlformats-officedocument.spreadsheetml.styles+xml\"/>");
            StringBuilder sheets = new StringBuilder();
            StringBuilder relations = new StringBuilder(
                    "<Relationship Id=\"rIdS\" Type=\"" + DOCUMENT + "/styles\" Target=\"styles.xml\"/>");
            for (int i = 1; i <= pages.length; i++) {
                types.append("<Override PartName=\"/xl/worksheets/sheet")
                        .append(i)
                        .append(".xml\" ContentType=\"application/"
                                + "vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>");
                sheets.append("<sheet name=\"")
                        .append(pages[i - 1].name())
                        .append("\" sheetId=\"")
                        .append(i)
                        .append("\" r:id=\"rId")
                        .append(i)
                        .append("\"/>");
                relations
                        .append("<Relationship Id=\"rId")
                        .append(i)
                        .append("\" Type=\"" + DOCUMENT + "/worksheet\" Target=\"worksheets/sheet")
                        .append(i)
                        .append(".xml\"/>");
                part(zip, "xl/worksheets/sheet" + i + ".xml", sheet(pages[i - 1].rows()));
            }
            part(zip, "[Content_Types].xml", types + "</Types>");
            part(
                    zip,
                    "_rels/.rels",
                    HEAD + "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId1\" "
                            + "Type=\"" + DOCUMENT + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            part(
                    zip,
                    "xl/workbook.xml",
                    HEAD + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + DOCUMENT + "\"><sheets>" + sheets
                            + "</sheets></workbook>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    HEAD + "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + relations + "</Relationships>");
            part(
                    zip,
                    "xl/styles.xml",
                    HEAD + "<styleSheet xmlns=\"" + MAIN + "\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/>"
                            + "<xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String sheet(List<? extends List<?>> rows) {
        StringBuilder xml = new StringBuilder(HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        for (int row = 0; row < rows.size(); row++) {
            xml.append("<row r=\"").append(row + 1).append("\">");
            List<?> cells = rows.get(row);
            for (int column = 0; column < cells.size(); column++) {
                String place = "<c r=\"" + (char) ('A' + column) + (row + 1) + "\"";
                Object cell = cells.get(column);
                switch (cell) {
                    case Number number ->
                        xml.append(place).append("><v>").append(number).append("</v></c>");
                    case Day day ->
                        xml.append(place)
                                .append(" s=\"1\"><v>")
                                .append(day.serial())
                                .append("</v></c>");
                    case String text when text.isEmpty() -> {
                        // no cell at all
                    }
                    default ->
                        xml.append(place)
                                .append(" t=\"inlineStr\"><is><t>")
                                .append(cell)
                                .append("</t></is></c>");
                }
            }
            xml.append("</row>");
        }
        return xml.append("</sheetData></worksheet>").toString();
    }
}
