package cn.jiangxue.content.media;

import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;

/** The collections of this feature. */
record MediaCollections(
        Documents<MediaDocument> media, Documents<RenditionDocument> renditions, Documents<CaptionDocument> captions) {

    static MediaCollections of(DocumentsFactory factory) {
        return new MediaCollections(
                factory.of(MediaDocument.COLLECTION, MediaDocument.class),
                factory.of(RenditionDocument.COLLECTION, RenditionDocument.class),
                factory.of(CaptionDocument.COLLECTION, CaptionDocument.class));
    }
}
