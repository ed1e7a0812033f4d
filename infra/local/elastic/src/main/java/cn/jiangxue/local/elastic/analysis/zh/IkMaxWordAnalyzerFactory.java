package cn.jiangxue.local.elastic.analysis.zh;

import org.apache.lucene.analysis.Analyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;
import org.wltea.analyzer.lucene.IKAnalyzer;

/** Every word of the dictionary that the text contains: for indexing. */
@NamedComponent("ik_max_word")
public final class IkMaxWordAnalyzerFactory implements AnalyzerFactory {
    @Override
    public Analyzer create() {
        return new IKAnalyzer(false);
    }
}
