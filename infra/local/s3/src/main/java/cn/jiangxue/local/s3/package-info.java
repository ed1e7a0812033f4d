/** The object store of one machine: S3 on a folder, loopback only. Production points at any S3 instead. */
@org.jspecify.annotations.NullMarked
package cn.jiangxue.local.s3;
