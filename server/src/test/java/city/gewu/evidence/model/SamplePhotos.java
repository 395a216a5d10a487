package city.gewu.evidence.model;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;

/// Photos as cameras make them: a drawn street, and the facts beside it.
public final class SamplePhotos {

    private SamplePhotos() {}

    /// A JPEG of one of several streets, the same in any size.
    public static byte[] street(int number, int width, int height) throws IOException {
        var random = new Random(number);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var draw = image.createGraphics();
        draw.scale(width, height);
        for (int i = 0; i < 60; i++) {
            draw.setColor(new Color(random.nextInt(1 << 24)));
            draw.fill(
                    new Rectangle2D.Double(
                            random.nextDouble(),
                            random.nextDouble(),
                            random.nextDouble() / 2,
                            random.nextDouble() / 2));
        }
        draw.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }

    /// Puts an EXIF segment in front: taken on 2 March 2026 at 09:00, at 112.2, 31.03.
    public static byte[] withFacts(byte[] jpeg, int orientation) {
        var tiff = ByteBuffer.allocate(400);
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 4);
        entry(tiff, 0x0110, 2, 8, 200);
        entry(tiff, 0x0112, 3, 1, orientation << 16);
        entry(tiff, 0x8769, 4, 1, 80);
        entry(tiff, 0x8825, 4, 1, 100);
        tiff.position(80).putShort((short) 1);
        entry(tiff, 0x9003, 2, 20, 210);
        tiff.position(100).putShort((short) 4);
        entry(tiff, 1, 2, 2, 'N' << 24);
        entry(tiff, 2, 5, 3, 240);
        entry(tiff, 3, 2, 2, 'E' << 24);
        entry(tiff, 4, 5, 3, 270);
        tiff.position(200).put("Mate 60\0".getBytes(StandardCharsets.US_ASCII));
        tiff.position(210).put("2026:03:02 09:00:00\0".getBytes(StandardCharsets.US_ASCII));
        degrees(tiff.position(240), 31, 1, 48);
        degrees(tiff.position(270), 112, 12, 0);
        byte[] head = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(jpeg.length + 10 + tiff.capacity())
                .put(jpeg, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (2 + head.length + tiff.capacity()))
                .put(head)
                .put(tiff.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static void degrees(ByteBuffer tiff, int degrees, int minutes, int seconds) {
        tiff.putInt(degrees).putInt(1).putInt(minutes).putInt(1).putInt(seconds).putInt(1);
    }
}
