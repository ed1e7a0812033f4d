package cn.jiangxue.ui.standards;

import cn.jiangxue.contract.StandardsApi.VersionContent;
import com.vaadin.flow.component.html.Div;

/** The fields of one part of a version. */
abstract class PartForm extends Div {

    /** The version with what the fields of this part say now. */
    abstract VersionContent on(VersionContent content);
}
