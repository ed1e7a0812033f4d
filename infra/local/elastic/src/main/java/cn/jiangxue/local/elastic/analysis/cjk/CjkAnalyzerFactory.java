package cn.jiangxue.local.elastic.analysis.cjk;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/** Pairs of neighbouring characters. */
@NamedComponent("cjk")
public final class CjkAnalyzerFactory implements AnalyzerFactory {
    @Override
    public Analyzer create() {
        return new CJKAnalyzer();
    }
}
