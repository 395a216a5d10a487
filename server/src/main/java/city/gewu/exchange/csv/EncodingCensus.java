package city.gewu.exchange.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Counts, byte by byte, how well a file reads as UTF-8 and as GB18030, and so tells which it is. A
/// file that is UTF-8 throughout is UTF-8. One that is not is GB18030 only when it reads almost
/// throughout as common Chinese characters: a single broken byte in a UTF-8 file must not turn the
/// whole of it into other characters.
final class EncodingCensus {

    static final Charset GB18030 = Charset.forName("GB18030");

    private static final int BOM_LENGTH = 3;

    private final int[] head = new int[BOM_LENGTH];
    private long bytes;
    private long zeroBytes;

    private int continuationsLeft;
    private long utf8Characters;
    private long utf8Broken;

    private int pairLead;
    private boolean fourByteForm;
    private long commonChinese;
    private long otherPairs;
    private long gbBroken;

    void accept(byte[] buffer, int length) {
        for (int at = 0; at < length; at++) {
            int next = buffer[at] & 0xFF;
            if (bytes < BOM_LENGTH) {
                head[(int) bytes] = next;
            }
            bytes++;
            if (next == 0) {
                zeroBytes++;
            }
            utf8(next);
            gb18030(next);
        }
    }

    boolean isEmpty() {
        return bytes == 0 || (bytes == BOM_LENGTH && startsWithBom());
    }

    /// Text has no zero bytes; a workbook, a picture and UTF-16 have.
    boolean isText() {
        return zeroBytes == 0;
    }

    boolean startsWithBom() {
        return bytes >= BOM_LENGTH && head[0] == 0xEF && head[1] == 0xBB && head[2] == 0xBF;
    }

    boolean startsAsUtf16() {
        return bytes >= 2
                && ((head[0] == 0xFF && head[1] == 0xFE) || (head[0] == 0xFE && head[1] == 0xFF));
    }

    boolean startsAsZip() {
        return bytes >= 2 && head[0] == 'P' && head[1] == 'K';
    }

    Charset charset() {
        long broken = utf8Broken + (continuationsLeft > 0 ? 1 : 0);
        if (startsWithBom() || broken == 0 || utf8Characters > broken) {
            return StandardCharsets.UTF_8;
        }
        boolean chinese = commonChinese > 10 * (otherPairs + gbBroken);
        return chinese ? GB18030 : StandardCharsets.UTF_8;
    }

    private void utf8(int next) {
        if (continuationsLeft > 0) {
            if (next >> 6 == 0b10) {
                continuationsLeft--;
                utf8Characters += continuationsLeft == 0 ? 1 : 0;
                return;
            }
            utf8Broken++;
            continuationsLeft = 0;
        }
        if (next >= 0xC2 && next <= 0xDF) {
            continuationsLeft = 1;
        } else if (next >= 0xE0 && next <= 0xEF) {
            continuationsLeft = 2;
        } else if (next >= 0xF0 && next <= 0xF4) {
            continuationsLeft = 3;
        } else if (next >= 0x80) {
            utf8Broken++;
        }
    }

    private void gb18030(int next) {
        if (pairLead == 0) {
            if (next > 0x80 && next < 0xFF) {
                pairLead = next;
            } else if (next >= 0x80) {
                gbBroken++;
            }
            return;
        }
        int lead = pairLead;
        pairLead = 0;
        if (next >= 0x30 && next <= 0x39) {
            // Half of a four-byte character: its other half has the same shape.
            otherPairs += fourByteForm ? 1 : 0;
            fourByteForm = !fourByteForm;
        } else if (lead >= 0xA1 && next >= 0xA1 && next < 0xFF) {
            commonChinese++;
        } else if (next >= 0x40 && next != 0x7F && next < 0xFF) {
            otherPairs++;
        } else {
            gbBroken++;
        }
    }
}
