package cn.jiangxue.credential;

import cn.jiangxue.credential.rules.GradeBadge;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;

/** The JSON-LD contexts that ship with the program. Nothing is ever fetched: another address is an error. */
final class BundledContexts implements DocumentLoader {

    private final Map<String, Document> bundled = Map.of(
            GradeBadge.VC_CONTEXT, read("contexts/credentials-v2.jsonld"),
            GradeBadge.OB_CONTEXT, read("contexts/ob-v3p0-3.0.3.jsonld"));

    @Override
    public Document loadDocument(URI url, DocumentLoaderOptions options) throws JsonLdError {
        Document document = bundled.get(url.toString());
        if (document == null) {
            throw new JsonLdError(JsonLdErrorCode.LOADING_DOCUMENT_FAILED, "not a bundled context: " + url);
        }
        return document;
    }

    private static Document read(String resource) {
        try (InputStream in = BundledContexts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing from the program: " + resource);
            }
            return JsonDocument.of(in);
        } catch (JsonLdError e) {
            throw new IllegalStateException("damaged: " + resource, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
