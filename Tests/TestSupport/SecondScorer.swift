internal import Foundation

/// Lets the second scorer, `Tests/SecondScorer/second_scorer.py`, work out a stream's scores.
///
/// - Returns: its exit code, 0 where both scorers agree, and what it printed.
public func secondScorer(_ stream: String) throws -> (status: Int32, output: String) {
  let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  let path = NSTemporaryDirectory() + "stream-\(UUID().uuidString).jsonl"
  try Data(stream.utf8).write(to: URL(filePath: path))
  defer { try? FileManager.default.removeItem(atPath: path) }
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/python3")
  process.arguments = [tests.appending(path: "SecondScorer/second_scorer.py").path, path]
  let output = Pipe()
  process.standardOutput = output
  process.standardError = output
  process.standardInput = FileHandle.nullDevice
  try process.run()
  let data = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (process.terminationStatus, String(decoding: data, as: UTF8.self))
}
