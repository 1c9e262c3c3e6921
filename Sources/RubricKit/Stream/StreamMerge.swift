/// Puts the streams of several runs, or of the parts of one, together: the cases in the order of their
/// paths, then what the whole set shows, judged once. Merged parts are the same bytes as one run.
public struct StreamMerge {
  /// Gives the records of a checked stream one by one.
  public protocol Source {
    /// What people call it, e.g. its file name.
    var name: String { get }
    /// The next record; nil behind the end.
    ///
    /// - Throws: ``StreamError``.
    mutating func next() throws -> AuditRecord?
  }

  private struct Reading {
    var source: any Source
    /// The records of the next file that comes from here, at most a case and its facts.
    var waiting: [AuditRecord] = []
    /// The first record behind those.
    var ahead: AuditRecord?
    var remarks: [RemarkRecord] = []
    var end: EndRecord?

    var path: String? { waiting.first?.path }
  }

  private var readings: [Reading]
  private let manifest: ManifestRecord
  private var wholeSet: WholeSet

  /// Begins to read the streams.
  ///
  /// - Throws: ``StreamMergeError`` where they were not made with the same rubrics, registers, day and
  ///   program; what a source throws.
  public init(_ sources: [any Source]) throws {
    readings = sources.map { Reading(source: $0) }
    var first: (name: String, manifest: ManifestRecord)?
    for index in readings.indices {
      let name = readings[index].source.name
      guard case .manifest(let manifest) = try readings[index].source.next() else {
        throw StreamError.noManifest(line: 1)
      }
      if let first, let part = first.manifest.difference(from: manifest) {
        throw StreamMergeError.differs(part: part, first: first.name, second: name)
      }
      if first == nil { first = (name, manifest) }
      readings[index].ahead = try readings[index].source.next()
    }
    guard let first else { throw StreamError.empty }
    manifest = first.manifest
    wholeSet = WholeSet(manifest: first.manifest, asOf: try CivilDate(first.manifest.asOf))
  }

  /// Hands the merged stream to a consumer.
  ///
  /// - Throws: ``StreamMergeError`` where a file stands in two streams or a part is missing;
  ///   ``FactStoreError``; what a source or the consumer throws.
  public mutating func run<Consumer: AuditRecordConsumer>(into consumer: inout Consumer) throws
    -> AuditCauses
  {
    try consumer.consume(.manifest(manifest))
    // Folders that could not be opened come first in every stream.
    for index in readings.indices {
      while case .unjudged(let record) = readings[index].ahead,
        record.cause == UnjudgedRecord.unreadableFolder
      {
        try hand([.unjudged(record)], to: &consumer)
        readings[index].ahead = try readings[index].source.next()
      }
      try fill(index)
    }
    while let index = try nextInOrder() {
      let path = readings[index].path
      try hand(readings[index].waiting, to: &consumer)
      try fill(index)
      // One run may have several files of one name; they follow each other.
      while let path, readings[index].path == path {
        try hand(readings[index].waiting, to: &consumer)
        try fill(index)
      }
    }
    try checkParts()
    for record in try closing() { try consumer.consume(record) }
    return wholeSet.counts.causes
  }

  private mutating func hand(
    _ records: [AuditRecord], to consumer: inout some AuditRecordConsumer
  ) throws {
    for record in records {
      try wholeSet.take(record)
      try consumer.consume(record)
    }
  }

  /// The stream whose next file comes first.
  private func nextInOrder() throws(StreamMergeError) -> Int? {
    var best: (index: Int, path: String)?
    for (index, reading) in readings.enumerated() {
      guard let path = reading.path else { continue }
      if let best, path == best.path {
        throw .twice(
          path: path, first: readings[best.index].source.name, second: reading.source.name)
      }
      if best.map({ Paths.precedes(path, $0.path) }) ?? true { best = (index, path) }
    }
    return best?.index
  }

  /// Reads on to the end of the next file's records, or to the end.
  private mutating func fill(_ index: Int) throws {
    readings[index].waiting = []
    while let record = readings[index].ahead {
      switch record {
      case .caseFile, .unjudged:
        guard readings[index].waiting.isEmpty else { return }
        readings[index].waiting = [record]
      case .facts: readings[index].waiting.append(record)
      case .remark(let remark): readings[index].remarks.append(remark)
      case .end(let end): readings[index].end = end
      // Said again of the whole set.
      case .setFinding, .setQuestion, .adjustment, .manifest: break
      }
      readings[index].ahead = try readings[index].source.next()
    }
  }

  /// Either no stream is a part, or every part of one run is there once.
  private func checkParts() throws(StreamMergeError) {
    let parts = readings.compactMap { $0.end?.shard }
    guard let count = parts.first.flatMap({ Shard($0)?.count }) else { return }
    for number in 1...count {
      let part = "\(number)/\(count)"
      let found = parts.filter { $0 == part }.count
      if found == 0 { throw .missingPart(part) }
      if found > 1 { throw .repeatedPart(part) }
    }
    if let odd = parts.first(where: { Shard($0)?.count != count }) { throw .repeatedPart(odd) }
  }

  private mutating func closing() throws(FactStoreError) -> [AuditRecord] {
    for end in readings.compactMap(\.end) {
      wholeSet.counts.notCases.merge(end.notCases, uniquingKeysWith: +)
      wholeSet.counts.otherFiles.merge(end.otherFiles, uniquingKeysWith: +)
    }
    let remarks = MergedRemarks(readings.map(\.remarks))
    return try wholeSet.closing(before: remarks.ofTheRun, after: remarks.ofDecisions)
  }
}

extension AuditRecord {
  fileprivate var path: String? {
    switch self {
    case .caseFile(let record): record.path
    case .unjudged(let record): record.path
    default: nil
    }
  }
}
