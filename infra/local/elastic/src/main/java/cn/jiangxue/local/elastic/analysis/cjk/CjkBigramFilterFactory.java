package cn.jiangxue.local.elastic.analysis.cjk;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.TokenFilterFactory;

/** Pairs of neighbouring characters, from single ones. */
@NamedComponent("cjk_bigram")
public final class CjkBigramFilterFactory implements TokenFilterFactory {
    @Override
    public TokenStream create(TokenStream in) {
        return new CJKBigramFilter(in);
    }
}
