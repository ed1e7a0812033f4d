package cn.jiangxue.local.elastic.analysis.zh;

import org.apache.lucene.analysis.Tokenizer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.TokenizerFactory;
import org.wltea.analyzer.lucene.IKTokenizer;

/** Words by dictionary, each character in one word only. */
@NamedComponent("ik_smart")
public final class IkSmartTokenizerFactory implements TokenizerFactory {
    @Override
    public Tokenizer create() {
        return new IKTokenizer(true);
    }
}
