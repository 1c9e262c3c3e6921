internal import RubricKit

/// Where a result goes: standard output, or a file that appears whole or not at all.
enum Destination {
  static func write(
    to path: String?, _ body: (DescriptorSink) async throws -> AuditCauses
  ) async throws -> AuditCauses {
    guard let path else {
      let sink = DescriptorSink.standardOutput()
      let causes: AuditCauses
      do {
        causes = try await body(sink)
      } catch let failure as Failure {
        try sink.flush()
        throw failure
      }
      try sink.flush()
      return causes
    }
    let file = try WholeFile(path)
    do {
      let causes = try await body(file.sink)
      try file.finish()
      return causes
    } catch {
      file.abandon()
      throw error
    }
  }
}
