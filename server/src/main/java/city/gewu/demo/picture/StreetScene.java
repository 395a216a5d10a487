package city.gewu.demo.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/// A small drawing of a street, with what is wrong in it or without: a photo nobody can mistake for
/// a real one.
public final class StreetScene {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 360;
    private static final int GROUND = 210;
    private static final int KERB = 265;

    private final BufferedImage image =
            new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D to = image.createGraphics();
    private final Random random;

    private StreetScene(long seed) {
        this.random = new Random(seed);
        to.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }

    /// @param scene `waste`, `stall`, `car`, `bike`, `poster`, `green`, `road`, `site`, `lamp`,
    ///   `water` or `cover`
    /// @param number which of several streets
    /// @param wrong whether the problem is still there
    /// @return a JPEG
    public static byte[] draw(String scene, int number, boolean wrong) throws IOException {
        var street = new StreetScene(31L * scene.hashCode() + number);
        street.drawStreet();
        street.drawScene(scene, wrong);
        PixelText.draw(street.to, "DEMO %02d".formatted(number), 14, 328, 3);
        street.to.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(street.image, "jpeg", bytes);
        return bytes.toByteArray();
    }

    private void drawStreet() {
        fill(0xc9d8df, 0, 0, WIDTH, GROUND);
        int[] walls = {0xb9aa98, 0xc9bda9, 0xa8b0b4, 0xbfa898, 0xd0c8b8};
        int x = -20;
        while (x < WIDTH) {
            int width = 70 + random.nextInt(70);
            int top = 25 + random.nextInt(95);
            fill(walls[random.nextInt(walls.length)], x, top, width, GROUND - top);
            for (int row = top + 12; row < GROUND - 45; row += 24) {
                for (int column = x + 10; column < x + width - 14; column += 20) {
                    fill(0x6f8390, column, row, 10, 13);
                }
            }
            fill(0x4c565c, x + 6, GROUND - 34, width - 14, 34);
            fill(random.nextBoolean() ? 0x8a4b3a : 0x2f6b74, x + 4, GROUND - 44, width - 10, 10);
            x += width;
        }
        fill(0xb5b1a8, 0, GROUND, WIDTH, KERB - GROUND);
        to.setColor(new Color(0x9d998f));
        for (int line = 20; line < WIDTH; line += 34) {
            to.drawLine(line, GROUND, line - 22, KERB);
        }
        fill(0x8d8a84, 0, KERB, WIDTH, 5);
        fill(0x5d6266, 0, KERB + 5, WIDTH, HEIGHT - KERB);
        for (int dash = random.nextInt(60) - 60; dash < WIDTH; dash += 90) {
            fill(0xd8d6cf, dash, 318, 46, 5);
        }
        tree(40 + random.nextInt(60));
        tree(330 + random.nextInt(100));
    }

    private void tree(int x) {
        fill(0x6d5a48, x, 150, 8, 84);
        to.setColor(new Color(0x5f8a5c));
        to.fillOval(x - 28, 96, 64, 74);
    }

    private void drawScene(String scene, boolean wrong) {
        int x = 170 + random.nextInt(90);
        switch (scene) {
            case "waste" -> waste(x, wrong);
            case "stall" -> stall(x, wrong);
            case "car" -> car(x, wrong ? 212 : 272);
            case "bike" -> bikes(x, wrong);
            case "poster" -> poster(x, wrong);
            case "green" -> green(x, wrong);
            case "road" -> road(x, wrong);
            case "site" -> site(x, wrong);
            case "lamp" -> lamp(x, wrong);
            case "water" -> water(x, wrong);
            default -> cover(x, wrong);
        }
    }

    private void waste(int x, boolean wrong) {
        fill(0x2f6b4f, x + 70, 198, 34, 46);
        fill(0x27533f, x + 67, 192, 40, 8);
        for (int i = 0; wrong && i < 16; i++) {
            int[] colours = {0xe8e4da, 0x33383c, 0xb8502f, 0x9aa7ad};
            to.setColor(new Color(colours[random.nextInt(colours.length)]));
            to.fillOval(x - 10 + random.nextInt(85), 222 + random.nextInt(28), 18, 13);
        }
    }

    private void stall(int x, boolean wrong) {
        int at = wrong ? x : x + 500;
        fill(0xa8623a, at, 218, 110, 30);
        fill(0xd9b64a, at - 8, 172, 126, 12);
        fill(0x555b5f, at, 184, 4, 36);
        fill(0x555b5f, at + 104, 184, 4, 36);
        for (int i = 0; i < 9; i++) {
            to.setColor(new Color(i % 2 == 0 ? 0xd0552f : 0x7aa04a));
            to.fillOval(at + 6 + i * 11, 208, 13, 13);
        }
    }

    private void car(int x, int y) {
        fill(0x35566b, x, y + 18, 130, 28);
        fill(0x486f87, x + 26, y, 74, 20);
        fill(0xbcd0d8, x + 34, y + 4, 26, 14);
        fill(0xbcd0d8, x + 66, y + 4, 26, 14);
        to.setColor(new Color(0x22282c));
        to.fillOval(x + 16, y + 36, 24, 24);
        to.fillOval(x + 92, y + 36, 24, 24);
    }

    private void bikes(int x, boolean wrong) {
        to.setStroke(new BasicStroke(3f));
        for (int i = 0; i < 6; i++) {
            int at = x - 40 + (wrong ? random.nextInt(170) : i * 26);
            int y = wrong ? 214 + random.nextInt(26) : 222;
            to.setColor(new Color(i % 2 == 0 ? 0x2f8fb0 : 0xd2a52a));
            to.drawOval(at, y, 18, 18);
            to.drawOval(at + 24, y, 18, 18);
            to.drawLine(at + 9, y + 9, at + 20, y - 8);
            to.drawLine(at + 20, y - 8, at + 33, y + 9);
        }
    }

    private void poster(int x, boolean wrong) {
        fill(0x7d8489, x + 40, 90, 9, 150);
        for (int i = 0; wrong && i < 6; i++) {
            fill(
                    i % 2 == 0 ? 0xf2efe6 : 0xe2b23a,
                    x + 26 + random.nextInt(18),
                    110 + i * 19,
                    24,
                    15);
        }
    }

    private void green(int x, boolean wrong) {
        fill(0x7da873, x - 60, 216, 210, 40);
        for (int i = 0; wrong && i < 12; i++) {
            fill(
                    i % 3 == 0 ? 0xe8e4da : 0x8a6a44,
                    x - 50 + random.nextInt(190),
                    220 + random.nextInt(30),
                    14,
                    6);
        }
    }

    private void road(int x, boolean wrong) {
        to.setColor(new Color(wrong ? 0x2b2e30 : 0x6d7276));
        to.fillOval(x - 30, 282, 150, 34);
        if (wrong) {
            fill(0xd4572b, x + 130, 268, 12, 34);
        }
    }

    private void site(int x, boolean wrong) {
        for (int i = 0; i < 6; i++) {
            boolean gap = wrong && i == 3;
            fill(gap ? 0x9b8a6c : 0x3f7fa3, x - 90 + i * 42, gap ? 190 : 150, 40, gap ? 55 : 95);
        }
        if (wrong) {
            to.setColor(new Color(0xa98f63));
            to.fillOval(x - 20, 222, 130, 40);
        }
    }

    private void lamp(int x, boolean wrong) {
        fill(0x565d62, x + 40, 70, 6, 172);
        fill(0x565d62, x + 40, 66, 60, 5);
        to.setColor(new Color(wrong ? 0x50565a : 0xf6e08a));
        to.fillOval(x + 84, 66, 26, 14);
        if (wrong) {
            to.setStroke(new BasicStroke(2f));
            to.drawArc(x - 80, 110, 130, 120, 200, 140);
        }
    }

    private void water(int x, boolean wrong) {
        if (wrong) {
            to.setColor(new Color(0x7f97a3));
            to.fillOval(x - 110, 272, 290, 60);
            to.setColor(new Color(0xa9bcc5));
            to.fillOval(x - 60, 284, 150, 18);
        }
        fill(0x3b4043, x + 20, 268, 52, 8);
    }

    private void cover(int x, boolean wrong) {
        to.setColor(new Color(0x3a3f43));
        to.fillOval(x, 280, 84, 32);
        if (wrong) {
            to.setColor(Color.BLACK);
            to.fillArc(x + 6, 283, 72, 26, 20, 150);
        } else {
            to.setColor(new Color(0x70777c));
            to.drawOval(x + 12, 285, 60, 22);
        }
    }

    private void fill(int colour, int x, int y, int width, int height) {
        to.setColor(new Color(colour));
        to.fillRect(x, y, width, height);
    }
}
