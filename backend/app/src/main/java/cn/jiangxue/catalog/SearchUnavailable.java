package cn.jiangxue.catalog;

/** The search engine does not answer, or has nothing to answer from. The catalogue then lists from the document store. */
final class SearchUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SearchUnavailable(Throwable cause) {
        super("the search engine does not answer", cause);
    }
}
