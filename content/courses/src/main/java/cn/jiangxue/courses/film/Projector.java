package cn.jiangxue.courses.film;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;

/** Turns a film into pictures: background, scene, header and the line of progress at the foot. */
final class Projector {
    /** Captions of a player lie below this height; scenes keep what matters above it. */
    static final double CAPTION_TOP = 610;

    private static final double FADE_SECONDS = 0.25;

    private final Film film;

    Projector(Film film) {
        this.film = film;
    }

    /** Draws the picture at a moment of the film, in seconds. */
    void draw(BufferedImage picture, double at) {
        int index = sceneAt(at);
        Scene scene = film.scenes().get(index);
        double t = at - film.startOf(index);
        Pen pen = new Pen(picture);
        ground(pen);
        scene.drawing().draw(pen, new Marks(pen), t);
        double veil = Math.max(1 - t / FADE_SECONDS, 1 - (scene.seconds() - t) / FADE_SECONDS);
        if (veil > 0 && at > FADE_SECONDS && at < film.seconds() - FADE_SECONDS) {
            pen.box(Palette.fade(Palette.PAPER, veil), 0, 0, Pen.WIDTH, Pen.HEIGHT, 0);
        }
        if (!scene.title().isEmpty()) {
            header(pen, scene, Ease.between(t, 0, 0.4));
        }
        progress(pen, at / film.seconds());
        pen.done();
    }

    private int sceneAt(double at) {
        for (int i = film.scenes().size() - 1; i > 0; i--) {
            if (at >= film.startOf(i)) {
                return i;
            }
        }
        return 0;
    }

    private static void ground(Pen pen) {
        pen.box(
                new GradientPaint(0, 0, Palette.PAPER, 0, Pen.HEIGHT, Palette.PAPER_LOW),
                0,
                0,
                Pen.WIDTH,
                Pen.HEIGHT,
                0);
        Color dot = Palette.fade(Palette.INK_SOFT, 0.10);
        for (int x = 40; x < Pen.WIDTH; x += 60) {
            for (int y = 150; y < Pen.HEIGHT - 20; y += 60) {
                pen.disc(dot, x, y, 2.5);
            }
        }
    }

    private void header(Pen pen, Scene scene, double shown) {
        pen.box(Palette.WHITE, 0, 0, Pen.WIDTH, 108, 0);
        pen.box(Palette.ACCENT, 0, 104, Pen.WIDTH, 4, 0);
        double w = pen.width(film.trade(), 34, true) + 48;
        pen.box(Palette.ACCENT_SOFT, Pen.WIDTH - 40 - w, 24, w, 58, 29);
        pen.centred(film.trade(), Pen.WIDTH - 40 - w / 2, 53, 34, true, Palette.ACCENT);
        Pen at = pen.shifted(-16 * (1 - shown), 0).veiled(shown);
        double x = 44;
        if (scene.step() > 0) {
            at.disc(Palette.ACCENT, 80, 52, 36);
            at.centred(String.valueOf(scene.step()), 80, 52, 44, true, Palette.WHITE);
            x = 136;
        }
        at.written(scene.title(), x, 52, 50, true, Palette.INK);
    }

    private void progress(Pen pen, double share) {
        pen.box(Palette.fade(Palette.INK, 0.12), 0, Pen.HEIGHT - 8, Pen.WIDTH, 8, 0);
        pen.box(Palette.ACCENT, 0, Pen.HEIGHT - 8, Pen.WIDTH * share, 8, 0);
    }
}
