package feiyan.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A dripping tap over a bucket, drawn: the demo shows no photo of anybody's home. */
final class DrawnTap {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;

    private DrawnTap() {}

    static byte[] png() {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        drawWall(pen);
        drawTap(pen);
        drawBucket(pen);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }

    private static void drawWall(Graphics2D pen) {
        pen.setColor(new Color(0xE9E4D8));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(new Color(0xD5CDBB));
        pen.setStroke(new BasicStroke(2));
        for (int at = 0; at < WIDTH; at += 80) {
            pen.drawLine(at, 0, at, HEIGHT);
            pen.drawLine(0, at, WIDTH, at);
        }
    }

    private static void drawTap(Graphics2D pen) {
        pen.setColor(new Color(0x7A858C));
        pen.fillRoundRect(0, 120, 340, 46, 20, 20);
        pen.fillRoundRect(290, 120, 50, 100, 20, 20);
        pen.fillRect(170, 76, 24, 50);
        pen.fillRoundRect(120, 60, 124, 26, 20, 20);
        pen.setColor(new Color(0x3E8EC4));
        pen.fillOval(303, 240, 24, 34);
        pen.fillOval(306, 300, 18, 26);
    }

    private static void drawBucket(Graphics2D pen) {
        pen.setColor(new Color(0xC0392B));
        pen.fillPolygon(new int[] {215, 415, 390, 240}, new int[] {350, 350, 470, 470}, 4);
        pen.setColor(new Color(0x3E8EC4));
        pen.fillOval(222, 338, 186, 26);
    }
}
