package cn.jiangxue.local.elastic.analysis.zh;

import org.apache.lucene.analysis.Analyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;
import org.wltea.analyzer.lucene.IKAnalyzer;

/** Words by dictionary, each character in one word only: for queries. */
@NamedComponent("ik_smart")
public final class IkSmartAnalyzerFactory implements AnalyzerFactory {
    @Override
    public Analyzer create() {
        return new IKAnalyzer(true);
    }
}
