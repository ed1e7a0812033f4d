package cn.jiangxue.local.elastic.analysis.zh;

import org.apache.lucene.analysis.Tokenizer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.TokenizerFactory;
import org.wltea.analyzer.lucene.IKTokenizer;

/** Every word of the dictionary that the text contains. */
@NamedComponent("ik_max_word")
public final class IkMaxWordTokenizerFactory implements TokenizerFactory {
    @Override
    public Tokenizer create() {
        return new IKTokenizer(false);
    }
}
