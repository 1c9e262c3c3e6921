internal import CaseXML
internal import FoundationEssentials

/// One worker: reads, parses and judges one file after the other. Confined to its task.
struct FileJudge {
  private let context: AuditContext
  private let parser: XMLParser
  private let judge: CaseJudge

  init(context: AuditContext) throws(UnusableRubricError) {
    self.context = context
    judge = CaseJudge(context: context)
    var schema: CompiledSchema?
    if let bytes = context.schema {
      do {
        schema = try CompiledSchema(bytes)
      } catch {
        throw OwnFileParser.unusable(error, file: "schema/case-file.xsd")
      }
    }
    parser = XMLParser(limits: context.limits, names: context.compiled.names, schema: schema)
  }

  /// The verdict on one file; whatever goes wrong is a verdict too, and the batch goes on.
  func judge(_ file: FoundFiles.File) -> CaseJudge.Verdict {
    guard file.size <= context.limits.maxBytes else {
      return unjudged(
        file, "too-large",
        LocalizedText(
          zh: "文件过大（\(file.size) 字节，上限 \(context.limits.maxBytes)），未读取；附件请另存，不要嵌入案卷",
          en: "file too large (\(file.size) bytes, at most \(context.limits.maxBytes)); not read; "
            + "keep attachments beside the case file, not in it"))
    }
    guard let data = FileManager.default.contents(atPath: file.path) else {
      return unjudged(
        file, "unreadable",
        LocalizedText(zh: "无法读取文件，请检查权限", en: "the file cannot be read; check its permissions"))
    }
    let bytes = [UInt8](data)
    do {
      let parsed = try parser.parse(bytes)
      let verdict = judge.judge(parsed, name: file.name, digest: Digest.sha256(bytes))
      if file.named, let root = verdict.notCase {
        return unjudged(
          file, "not-a-case",
          LocalizedText(zh: "不是案卷，根元素为 <\(root)>", en: "not a case file; its root is <\(root)>"))
      }
      return verdict
    } catch {
      let diagnostic = error.diagnostic
      var verdict = unjudged(file, diagnostic.code, diagnostic.text)
      if case .unjudged(var record)? = verdict.record {
        record.line = diagnostic.position?.line
        record.column = diagnostic.position?.column
        verdict.record = .unjudged(record)
      }
      return verdict
    }
  }

  private func unjudged(_ file: FoundFiles.File, _ cause: String, _ message: LocalizedText)
    -> CaseJudge.Verdict
  {
    CaseJudge.Verdict(record: .unjudged(CaseJudge.unjudged(file.name, cause, message, nil)))
  }
}
