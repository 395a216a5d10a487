package city.gewu.appraisal.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A document of headings, paragraphs and tables as DOCX (ECMA-376). The same content gives the
/// same bytes: nothing of the moment it is written at goes into it.
public final class WordFile {

    /// The first day a ZIP file can name.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String TYPES =
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
            <Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>\
            <Override PartName="/word/footer.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>\
            </Types>
            """;
    private static final String RELATIONS =
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>\
            </Relationships>
            """;
    private static final String DOCUMENT_RELATIONS =
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>\
            <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer.xml"/>\
            </Relationships>
            """;

    /// The number of the page between dashes.
    private static final String FOOTER =
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
            <w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>\
            <w:r><w:t xml:space="preserve">— </w:t></w:r>\
            <w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>\
            <w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>
            """;

    /// An official document (GB/T 9704): the title in 22 points, the text in 16 with two characters
    /// before its first line, headings in Hei.
    private static final String STYLES =
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
            <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="FangSong"/><w:sz w:val="32"/></w:rPr></w:rPrDefault></w:docDefaults>\
            <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:spacing w:line="560" w:lineRule="exact"/></w:pPr></w:style>\
            <w:style w:type="paragraph" w:styleId="Text"><w:name w:val="Text"/><w:basedOn w:val="Normal"/><w:pPr><w:ind w:firstLine="640" w:firstLineChars="200"/><w:jc w:val="both"/></w:pPr></w:style>\
            <w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:pPr><w:spacing w:before="240" w:after="360"/><w:jc w:val="center"/></w:pPr><w:rPr><w:rFonts w:eastAsia="SimSun"/><w:b/><w:sz w:val="44"/></w:rPr></w:style>\
            <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:rFonts w:eastAsia="SimHei"/></w:rPr></w:style>\
            <w:style w:type="paragraph" w:styleId="Closing"><w:name w:val="Closing"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="560"/><w:ind w:right="1280"/><w:jc w:val="right"/></w:pPr></w:style>\
            <w:style w:type="paragraph" w:styleId="Cell"><w:name w:val="Cell"/><w:pPr><w:spacing w:before="40" w:after="40" w:line="320" w:lineRule="exact"/><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="24"/></w:rPr></w:style>\
            <w:style w:type="paragraph" w:styleId="Head"><w:name w:val="Head"/><w:basedOn w:val="Cell"/><w:rPr><w:rFonts w:eastAsia="SimHei"/></w:rPr></w:style>\
            <w:style w:type="paragraph" w:styleId="Small"><w:name w:val="Small"/><w:pPr><w:spacing w:before="40" w:after="80" w:line="300" w:lineRule="exact"/></w:pPr><w:rPr><w:sz w:val="20"/></w:rPr></w:style>\
            <w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:rFonts w:eastAsia="SimSun"/><w:sz w:val="28"/></w:rPr></w:style>\
            </w:styles>
            """;

    /// Twentieths of a point between the margins.
    private static final int WIDTH = 8_845;

    private final StringBuilder body = new StringBuilder();

    public WordFile title(String text) {
        return paragraph("Title", text);
    }

    public WordFile heading(String text) {
        return paragraph("Heading1", text);
    }

    public WordFile paragraph(String text) {
        return paragraph("Text", text);
    }

    /// The last line of the document, at the right.
    public WordFile closing(String text) {
        return paragraph("Closing", text);
    }

    public WordFile small(String text) {
        return paragraph("Small", text);
    }

    private WordFile paragraph(String style, String text) {
        body.append("<w:p><w:pPr><w:pStyle w:val=\"").append(style).append("\"/></w:pPr>");
        run(text);
        body.append("</w:p>");
        return this;
    }

    private void run(String text) {
        body.append("<w:r><w:t xml:space=\"preserve\">")
                .append(escaped(text))
                .append("</w:t></w:r>");
    }

    /// A column of a table.
    ///
    /// @param share of the width, in hundredths
    public record Column(String heading, int share) {

        private int width() {
            return WIDTH * share / 100;
        }
    }

    /// A table; its first line is repeated on every page.
    public WordFile table(List<Column> columns, List<List<String>> rows) {
        body.append(
                "<w:tbl><w:tblPr><w:tblW w:w=\"%d\" w:type=\"dxa\"/><w:tblBorders>"
                        .formatted(columns.stream().mapToInt(Column::width).sum()));
        for (var side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
            body.append(
                    "<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
                            .formatted(side));
        }
        body.append("</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
        columns.forEach(one -> body.append("<w:gridCol w:w=\"%d\"/>".formatted(one.width())));
        body.append("</w:tblGrid>");
        row("Head", columns, columns.stream().map(Column::heading).toList(), "<w:tblHeader/>");
        rows.forEach(cells -> row("Cell", columns, cells, ""));
        body.append("</w:tbl>");
        return this;
    }

    private void row(String style, List<Column> columns, List<String> cells, String properties) {
        body.append("<w:tr><w:trPr><w:cantSplit/>").append(properties).append("</w:trPr>");
        for (int i = 0; i < cells.size(); i++) {
            body.append(
                    "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr>"
                            .formatted(columns.get(i).width(), style));
            run(cells.get(i));
            body.append("</w:p></w:tc>");
        }
        body.append("</w:tr>");
    }

    /// The file.
    public byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            put(zip, "[Content_Types].xml", TYPES);
            put(zip, "_rels/.rels", RELATIONS);
            put(zip, "word/document.xml", document());
            put(zip, "word/styles.xml", STYLES);
            put(zip, "word/footer.xml", FOOTER);
            put(zip, "word/_rels/document.xml.rels", DOCUMENT_RELATIONS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private String document() {
        return """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>%s<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr></w:body></w:document>
        """
                .formatted(body);
    }

    /// Stored, not compressed: another JDK might compress otherwise.
    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        var sum = new CRC32();
        sum.update(bytes);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static String escaped(String text) {
        var safe = new StringBuilder();
        text.codePoints()
                .filter(one -> one >= ' ' || one == '\t')
                .forEach(one -> {
                    switch (one) {
                        case '&' -> safe.append("&amp;");
                        case '<' -> safe.append("&lt;");
                        case '>' -> safe.append("&gt;");
                        default -> safe.appendCodePoint(one);
                    }
                });
        return safe.toString();
    }
}
