package cn.jiangxue.ui.parts;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import java.util.Map;

/** An address as a code for a phone's camera, drawn as one path. */
public final class QrCode extends Div {

    private static final int QUIET = 2;

    public QrCode(String address, String name) {
        addClassName("jx-qr");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", name);
        Svg drawing = new Svg(drawing(matrix(address)));
        drawing.getElement().setAttribute("aria-hidden", "true");
        add(drawing);
    }

    private static BitMatrix matrix(String address) {
        try {
            return new QRCodeWriter()
                    .encode(
                            address,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    QUIET));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("no code can hold " + address, tooLong);
        }
    }

    private static String drawing(BitMatrix matrix) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' shape-rendering='crispEdges' focusable='false'><path fill='#fff' d='M0 0h%dv%dH0z'/><path fill='#101816' d='%s'/></svg>"
                .formatted(matrix.getWidth(), matrix.getHeight(), matrix.getWidth(), matrix.getHeight(), path);
    }
}
