package cn.jiangxue.ui.files;

import cn.jiangxue.contract.PromotionApi.EvidenceLink;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;

/** A file of a case, looked at: pictures in place, everything else in a window of its own. */
final class EvidenceViewer extends Dialog {

    EvidenceViewer(String name, String contentType, EvidenceLink link) {
        addClassNames("jx-dialog", "jx-viewer");
        setHeaderTitle(name);
        Div body = new Div();
        body.addClassName("jx-form");
        if (contentType.startsWith("image/") && !contentType.equals("image/heic")) {
            Image picture = new Image(link.url(), name);
            picture.addClassName("jx-viewer-picture");
            body.add(picture);
        } else {
            body.add(new Paragraph(Texts.t("files.evidence.outside")));
        }
        Anchor open = new Anchor(link.url(), Texts.t("files.evidence.window"), AnchorTarget.BLANK);
        open.getElement().setAttribute("rel", "noopener noreferrer");
        open.addClassNames("jx-button", "jx-button-secondary");
        body.add(open);
        add(body);
        getFooter().add(Buttons.plain(Texts.t("shell.close"), this::close));
    }
}
