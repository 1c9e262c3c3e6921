/// Why an audit stream cannot be used. Lines count from 1.
public enum StreamError: Error, Sendable, Hashable {
  /// No bytes at all.
  case empty
  /// The line is no record of ours; detail as the JSON reader or the record gave it.
  case unreadable(line: Int, detail: String)
  /// The first record is not a manifest.
  case noManifest(line: Int)
  /// A manifest of a format this program does not know.
  case unknownFormat(line: Int, found: Int)
  /// A second manifest, or a record after the end.
  case outOfPlace(line: Int, record: String)
  /// The stream stops without its last record: it is incomplete.
  case noEnd(line: Int)
  /// The bytes are not those that were written.
  case wrongDigest(line: Int, expected: String, found: String)
  /// The last record counts other records than there are.
  case wrongCounts(line: Int)
  /// The stream is of a part of a run.
  case part(line: Int, shard: String)

  /// What is wrong and what to do.
  public var message: LocalizedText {
    switch self {
    case .part(_, let shard):
      LocalizedText(
        zh: "这是第 \(shard) 份的评查流，没有案卷之间的比对；请先用 merge 合并各份",
        en:
          "this is the stream of part \(shard), without what only the whole set shows; merge the parts first"
      )
    case .empty:
      LocalizedText(
        zh: "评查流为空；请用 --format jsonl 重新生成",
        en: "the audit stream is empty; write it again with --format jsonl")
    case .unreadable(let line, let detail):
      LocalizedText(
        zh: "评查流第\(line)行无法读取（\(detail)）；评查流应是 --format jsonl 的输出",
        en:
          "audit stream, line \(line): cannot be read (\(detail)); it must be what --format jsonl writes"
      )
    case .noManifest(let line):
      LocalizedText(
        zh: "评查流第\(line)行：缺少首条记录 manifest；文件开头不完整或不是评查流",
        en:
          "audit stream, line \(line): no manifest; the beginning is missing or this is no audit stream"
      )
    case .unknownFormat(let line, let found):
      LocalizedText(
        zh: "评查流第\(line)行：格式版本 \(found) 未知，本程序只识别版本 \(ManifestRecord.currentFormat)；请用生成它的程序版本处理",
        en:
          "audit stream, line \(line): format \(found) is unknown, this program reads \(ManifestRecord.currentFormat); use the version that wrote it"
      )
    case .outOfPlace(let line, let record):
      LocalizedText(
        zh: "评查流第\(line)行：记录 \(record) 的位置不对；请勿手工拼接评查流，合并请用 merge",
        en:
          "audit stream, line \(line): \(record) is out of place; do not join streams by hand, use merge"
      )
    case .noEnd(let line):
      LocalizedText(
        zh: "评查流在第\(line)行之后中断，缺少结束记录，内容不完整；请重新生成",
        en: "the audit stream breaks off after line \(line), its end is missing; write it again")
    case .wrongDigest(let line, _, _):
      LocalizedText(
        zh: "评查流第\(line)行：摘要不符，内容在生成后被改动或损坏；请重新生成",
        en:
          "audit stream, line \(line): the digest does not match, the content was changed or damaged; write it again"
      )
    case .wrongCounts(let line):
      LocalizedText(
        zh: "评查流第\(line)行：结束记录的件数与实际记录不符；请重新生成",
        en:
          "audit stream, line \(line): the counts at the end do not match the records; write it again"
      )
    }
  }
}
