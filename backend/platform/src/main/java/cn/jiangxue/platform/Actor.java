package cn.jiangxue.platform;

/** Who a request comes from, as its verified token says. Route methods take the kind of actor they serve as an argument. */
public sealed interface Actor permits Caller, StudyGrant, PreviewGrant, ServiceCaller {}
