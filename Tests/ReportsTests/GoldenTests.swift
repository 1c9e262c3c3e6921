import Foundation
import Testing

@testable import Reports
@testable import RubricKit

@Suite("The outputs over the sample")
struct GoldenTests {
  /// Every output by the name of its golden.
  static let outputs: [String: String] = {
    var outputs: [String: String] = [:]
    let records = Sample.records
    outputs["stream.jsonl"] = try? Outputs.stream(records)
    outputs["stream.json"] = try? Outputs.stream(records, .document)
    for language in Language.allCases {
      let suffix = language.rawValue
      outputs["score.\(suffix).txt"] = try? Outputs.table(records, language)
      outputs["score.\(suffix).csv"] = try? Outputs.scoreCSV(records, language)
      outputs["findings.\(suffix).txt"] = try? Outputs.findings(records, language)
      outputs["findings.\(suffix).csv"] = try? Outputs.findingsCSV(records, language)
      outputs["findings.\(suffix).sarif"] = try? Outputs.sarif(records, language)
      // Papers in English differ by their words only, so one format shows them.
      for format in [PaperFormat.html, .text] where language == .zh || format == .text {
        let options = NoticeOptions(language: language, format: format)
        let set = Outputs.notices(records, options)
        let folder = "notices-\(format.rawValue)-\(suffix)"
        outputs["\(folder)/summary"] = set.summary.text(language)
        for (path, text) in set.files where !path.hasSuffix(".xlsx") {
          outputs["\(folder)/\(path)"] = String(decoding: text, as: UTF8.self)
        }
      }
    }
    return outputs
  }()

  @Test("are the goldens", arguments: GoldenTests.outputs.keys.sorted())
  func golden(name: String) throws {
    try Goldens.check(try #require(Self.outputs[name]), name)
  }

  @Test("leave no golden without a case")
  func stale() throws {
    let names = FileManager.default.subpaths(atPath: Goldens.folder) ?? []
    let files = names.filter {
      var isFolder = false
      _ = FileManager.default.fileExists(atPath: "\(Goldens.folder)/\($0)", isDirectory: &isFolder)
      return !isFolder
    }
    let stale = Set(files).subtracting(Self.outputs.keys)
    if Goldens.updates {
      for file in stale { try FileManager.default.removeItem(atPath: "\(Goldens.folder)/\(file)") }
    } else {
      #expect(stale.isEmpty)
    }
  }
}
