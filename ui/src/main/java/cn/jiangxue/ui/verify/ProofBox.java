package cn.jiangxue.ui.verify;

import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Takes a proof or a statement and checks it in the browser; nothing of it comes to this side. */
@Tag("jx-proof")
@JavaScript("context://jx/proof.js")
final class ProofBox extends Component implements HasSize {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<String> TEXTS = List.of(
            "paste",
            "file",
            "key",
            "check",
            "mark.holds",
            "mark.fails",
            "mark.open",
            "verdict.holds",
            "verdict.fails",
            "verdict.open",
            "step.form.fails",
            "step.tooLarge.fails",
            "step.browser.open",
            "step.head.holds",
            "step.head.fails",
            "step.signature.holds",
            "step.signature.fails",
            "step.signature.open",
            "step.signatureOwn.holds",
            "step.signatureOwn.fails",
            "step.signatureOwn.open",
            "step.inclusion.holds",
            "step.inclusion.fails",
            "step.sequence.holds",
            "step.sequence.fails",
            "step.sum.holds",
            "step.sum.fails",
            "step.sum.open");

    ProofBox() {
        Map<String, String> texts = new TreeMap<>();
        TEXTS.forEach(key -> texts.put(key, Texts.raw("verify.proof.js." + key)));
        getElement().setAttribute("texts", JSON.writeValueAsString(texts));
    }
}
