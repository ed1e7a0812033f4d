package cn.jiangxue.transparency;

/** One log of this service, with all that belongs to it. */
record OpenLog(LeafSource source, LogStore store, HeadSigner signer, Sequencer sequencer) {

    String name() {
        return source.log();
    }
}
