package cn.jiangxue.transparency;

/** One log of this service, with all that belongs to it. */
record OpenLog(LeafSource source, LogStore store, KnownTiles tiles, HeadSigner signer, Sequencer sequencer) {

    OpenLog(LeafSource source, LogStore store, HeadSigner signer, Sequencer sequencer) {
        this(source, store, new KnownTiles(store), signer, sequencer);
    }

    String name() {
        return source.log();
    }
}
