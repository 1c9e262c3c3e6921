/// Why streams cannot be merged.
public enum StreamMergeError: Error, Sendable, Hashable {
  /// They were not made with the same things.
  case differs(part: LocalizedText, first: String, second: String)
  /// A file stands in two of them.
  case twice(path: String, first: String, second: String)
  /// A part of the run is not among them.
  case missingPart(String)
  /// A part stands there twice, or belongs to another division.
  case repeatedPart(String)

  /// What is wrong and what to do.
  public var message: LocalizedText {
    switch self {
    case .differs(let part, let first, let second):
      LocalizedText(
        zh: "\(first) 和 \(second) 的\(part.zh)不同，不能合并；请用同样的\(part.zh)重新评查",
        en:
          "\(first) and \(second) differ in \(part.en) and cannot be merged; judge again with the same"
      )
    case .twice(let path, let first, let second):
      LocalizedText(
        zh: "\(first) 和 \(second) 都有 \(path)，合并后会重复计算",
        en: "\(first) and \(second) both have \(path), which would count twice")
    case .missingPart(let part):
      LocalizedText(
        zh: "缺少第 \(part) 份，合并后会漏评案卷",
        en: "part \(part) is missing: its case files would be left out")
    case .repeatedPart(let part):
      LocalizedText(
        zh: "第 \(part) 份重复，或者分法不同", en: "part \(part) is there twice, or of another division")
    }
  }
}

extension ManifestRecord {
  /// What differs first between two manifests, as people call it.
  func difference(from other: ManifestRecord) -> LocalizedText? {
    if self == other { return nil }
    if tool != other.tool || format != other.format {
      return LocalizedText(zh: "程序版本", en: "the version of the program")
    }
    if asOf != other.asOf { return LocalizedText(zh: "评查日期（--as-of）", en: "the day (--as-of)") }
    if registers != other.registers || calendar != other.calendar {
      return LocalizedText(zh: "登记册", en: "the registers")
    }
    if options != other.options {
      return LocalizedText(zh: "选项、认定或者豁免", en: "options, answers or waivers")
    }
    if profile != other.profile { return LocalizedText(zh: "本地口径", en: "the profile") }
    return LocalizedText(zh: "评查标准", en: "the rubrics")
  }
}
