/// One run over a set of case files: judges them on all workers and hands the records to a consumer
/// in the order of the stream.
public struct Audit: Sendable {
  /// What the files are judged with.
  public let context: AuditContext
  /// The stream's first record.
  public let manifest: ManifestRecord
  /// Number of workers, at least 1. Changes no byte of the output.
  public let jobs: Int
  /// Remarks to be written at the end besides those of the run.
  public let remarks: [RemarkRecord]
  /// Which part of a run the files are; nil: all of it.
  public let shard: Shard?

  /// Plans an audit.
  public init(
    context: AuditContext, manifest: ManifestRecord, jobs: Int, remarks: [RemarkRecord] = [],
    shard: Shard? = nil
  ) {
    self.context = context
    self.manifest = manifest
    self.jobs = max(1, jobs)
    self.remarks = remarks
    self.shard = shard
  }

  /// Judges the files; the consumer gets every record.
  ///
  /// - Parameter progress: called with the number of files done so far.
  /// - Throws: what the consumer throws, e.g. because its output cannot be written; ``FactStoreError``.
  public func run<Consumer: AuditRecordConsumer>(
    _ found: FoundFiles, into consumer: inout Consumer, progress: ((Int) -> Void)? = nil
  ) async throws -> AuditCauses {
    var assembler = RecordAssembler(audit: self, found: found)
    for record in try assembler.opening() { try consumer.consume(record) }
    let files = found.files
    let coordinator = Coordinator<CaseJudge.Verdict>(
      count: files.count, batch: 4, window: 32 * jobs)
    let workers = (0..<min(jobs, files.count)).map { _ in
      Task {
        let worker: FileJudge
        do {
          worker = try FileJudge(context: context)
        } catch {
          await coordinator.callOff()
          throw error
        }
        while let range = await coordinator.take() {
          await coordinator.submit(range, range.map { worker.judge(files[$0]) })
        }
      }
    }
    var done = 0
    do {
      for await verdicts in coordinator.results {
        try Task.checkCancellation()
        for verdict in verdicts {
          for record in try assembler.records(of: verdict) { try consumer.consume(record) }
        }
        done += verdicts.count
        progress?(done)
        await coordinator.consumed(verdicts.count)
      }
    } catch {
      await coordinator.callOff()
      throw error
    }
    for worker in workers { try await worker.value }
    try Task.checkCancellation()
    for record in try assembler.closing() { try consumer.consume(record) }
    return assembler.causes
  }
}
