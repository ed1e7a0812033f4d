package cn.jiangxue.ui.teach;

import cn.jiangxue.contract.CatalogApi;
import cn.jiangxue.ui.shell.Pages;
import cn.jiangxue.ui.shell.Problems;
import cn.jiangxue.ui.text.Languages;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import java.util.UUID;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.json.JsonMapper;

/** A video of a course, played by a trainer. Nothing is counted; the page only opens previews for the element, and renews them. */
@Tag("jx-preview")
@JavaScript("context://webjars/hls.js/1.4.12/dist/hls.min.js")
@JavaScript("context://jx/preview.js")
final class VideoPreview extends Component implements HasSize {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    VideoPreview(CatalogApi catalog, UUID courseId, UUID mediaId, String name) {
        getElement().setAttribute("name", name);
        getElement().setAttribute("poster", "/media/" + mediaId + "/poster.jpg");
        getElement().setAttribute("cannot-play", Texts.raw("learn.player.cannotPlay"));
        getElement().addEventListener("jx-wants-preview", event -> open(catalog, courseId, mediaId));
    }

    private void open(CatalogApi catalog, UUID courseId, UUID mediaId) {
        try {
            getElement().callJsFunction("open", JSON.valueToTree(catalog.previewVideo(courseId, mediaId)));
        } catch (RestClientException refused) {
            Pages.say(Problems.of(refused, Languages.current()).title());
        }
    }
}
