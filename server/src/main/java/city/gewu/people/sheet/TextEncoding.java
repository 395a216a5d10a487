package city.gewu.people.sheet;

import city.gewu.platform.RefusedException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Tells UTF-8 from GB18030. A file that is UTF-8 throughout is UTF-8. One that is not is GB18030
/// only when nearly all its characters are common ones: a broken byte in a UTF-8 file must not turn
/// names into other names.
final class TextEncoding {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /// Share of two-byte characters that lie where GB 2312 has the common ones.
    private static final double COMMON = 0.9;

    private TextEncoding() {}

    static String decode(byte[] file) {
        boolean wide = file.length > 1 && (isMark(file, 0xFF, 0xFE) || isMark(file, 0xFE, 0xFF));
        if (wide) {
            throw refused("UTF-16");
        }
        String text =
                decode(file, StandardCharsets.UTF_8)
                        .or(() -> isCommonChinese(file) ? decode(file, GB18030) : Optional.empty())
                        .orElseThrow(() -> refused("neither UTF-8 nor GB18030"));
        return text.startsWith(String.valueOf(BYTE_ORDER_MARK)) ? text.substring(1) : text;
    }

    private static boolean isMark(byte[] file, int first, int second) {
        return (file[0] & 0xFF) == first && (file[1] & 0xFF) == second;
    }

    private static Optional<String> decode(byte[] file, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(file))
                            .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    private static boolean isCommonChinese(byte[] file) {
        int pairs = 0;
        int common = 0;
        int at = 0;
        while (at + 1 < file.length) {
            int lead = file[at] & 0xFF;
            if (lead < 0x80) {
                at++;
                continue;
            }
            int trail = file[at + 1] & 0xFF;
            pairs++;
            common += lead >= 0xA1 && lead <= 0xF7 && trail >= 0xA1 ? 1 : 0;
            at += 2;
        }
        return common >= pairs * COMMON;
    }

    private static RefusedException refused(String what) {
        return new RefusedException(
                "people.bad-encoding",
                "The characters of the file are %s.".formatted(what),
                "Save it as CSV UTF-8 and send it again.");
    }
}
