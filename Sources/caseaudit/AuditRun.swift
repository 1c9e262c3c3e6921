internal import FoundationEssentials
internal import Reports
internal import RubricKit

/// Judges what the PATHs hold, or replays a saved stream, into a consumer.
enum AuditRun {
  /// The same for one agency; one that is not there is wrong use.
  static func run<Consumer: AuditRecordConsumer>(
    _ options: AuditOptions, paths: [String], agency: String?, into consumer: inout Consumer
  ) async throws -> AuditCauses {
    guard let agency else { return try await run(options, paths: paths, into: &consumer) }
    var filter = AgencyFilter(consumer, name: agency)
    let causes = try await run(options, paths: paths, into: &filter)
    guard filter.hasMatched else {
      let list = filter.agencies.map { "\($0.name)（\($0.code)）" }.joined(separator: "、")
      throw Failure(
        .usage,
        LocalizedText(
          zh: "没有名称含“\(agency)”的单位；有案卷的单位：\(list)",
          en: "no agency's name contains “\(agency)”; agencies with case files: \(list)"),
        options.lang)
    }
    consumer = filter.next
    return causes
  }

  /// - Returns: what the exit status depends on.
  static func run<Consumer: AuditRecordConsumer>(
    _ options: AuditOptions, paths: [String], into consumer: inout Consumer
  ) async throws -> AuditCauses {
    if paths.count == 1, isStream(paths[0]) {
      return try replay(paths[0], options, into: &consumer)
    }
    return try await run(try AuditSetup(options, paths: paths), options, into: &consumer)
  }

  /// Judges what was found.
  static func run<Consumer: AuditRecordConsumer>(
    _ setup: AuditSetup, _ options: AuditOptions, into consumer: inout Consumer
  ) async throws -> AuditCauses {
    let progress = ProgressLine(total: setup.found.files.count, options)
    defer { progress.clear() }
    let causes: AuditCauses
    do {
      causes = try await setup.audit.run(setup.found, into: &consumer, progress: progress.show)
    } catch let error as UnusableRubricError {
      throw Failure(error, options.lang)
    } catch let error as FactStoreError {
      throw Failure(.cannotWrite, error.message, options.lang)
    }
    if causes.cases == 0 {
      let words = LocalizedText(zh: "没有找到任何案卷（*.xml）", en: "no case file (*.xml) was found")
      StandardError.write(words[options.lang])
    }
    return causes
  }

  /// Whether a path is a saved stream.
  private static func isStream(_ path: String) -> Bool {
    var isFolder = false
    return path.hasSuffix(".jsonl")
      && FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder
  }

  private static func replay<Consumer: AuditRecordConsumer>(
    _ path: String, _ options: AuditOptions, into consumer: inout Consumer
  ) throws -> AuditCauses {
    var counts = AuditCounts()
    do {
      let stream = try StreamFile(path)
      while let record = try stream.next() {
        counts.count(record)
        try consumer.consume(record)
      }
    } catch let error as StreamError {
      throw Failure(.notJudged, error.message, options.lang)
    } catch let error as StreamFile.Unreadable {
      throw Failure(.usage, error.message, options.lang)
    }
    return counts.causes
  }

  /// Runs an output over standard output, and ends with the right status.
  static func end(_ causes: AuditCauses, failOn level: FailLevel? = nil) throws {
    let status = causes.status(failOn: level)
    if status != .done { throw status.code }
  }
}

/// `已评查 12/40` on a terminal, nothing elsewhere.
struct ProgressLine {
  private let total: Int
  private let isShown: Bool
  private let lang: Language

  init(total: Int, _ options: AuditOptions) {
    self.total = total
    lang = options.lang
    isShown = !options.quiet && total > 20 && StandardError.isTerminal
  }

  func show(_ done: Int) {
    guard isShown else { return }
    let words = LocalizedText(zh: "已评查", en: "judged")
    StandardError.writePlain("\r\(words[lang]) \(done)/\(total)")
  }

  func clear() {
    if isShown { StandardError.writePlain("\r\u{1B}[K") }
  }
}
