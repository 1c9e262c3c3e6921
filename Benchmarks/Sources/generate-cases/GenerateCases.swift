import ArgumentParser
import CaseGeneration
import Foundation
import RubricKit

/// Writes any number of case files with planted faults, and beside each what was planted.
@main
struct GenerateCases: ParsableCommand {
  @Argument(help: "Folder to write to; must not exist.")
  var folder: String

  @Option(help: "How many case files.")
  var count = 1000

  @Option(help: "The same seed gives the same files.")
  var seed: UInt64 = 7

  @Option(help: "The folder Rubrics.")
  var rubrics: String

  @Option(help: "Base cases, by name.")
  var base = ["ordinary-penalty", "ordinary-penalty-hearing"]

  @Option(help: "Registers of a county whose agencies the files are to come from.")
  var county: String?

  @Option(
    help: "Cases of many counties, so many from each; 0: as copies of the base cases' county.")
  var perCounty = 0

  @Option(help: "Registers of the base cases, written to FOLDER.registers for all the counties.")
  var registers: String?

  @Flag(
    help: """
      Contradictions between cases and their innocent look-alikes instead of faults in one file; what was
      planted is written to FOLDER.answers.
      """)
  var contradictions = false

  func run() throws {
    let manager = FileManager.default
    guard !manager.fileExists(atPath: folder) else {
      throw ValidationError("\(folder) exists")
    }
    if contradictions { return try writeContradictions() }
    let library = try RubricLibrary.load(folder: rubrics)
    var generator = try CaseGenerator(library: library, bases: base, seed: seed)
    var cast = try county.map { try CountyCast(registers: $0, rubrics: rubrics) }
    if let registers {
      try CountyRegisters.write(
        from: registers, to: "\(folder).registers",
        counties: perCounty == 0 ? 1 : (count - 1) / perCounty + 1)
    }
    for number in 0..<count {
      let made = generator.next(number)
      if let (place, name, text) = cast?.cast(made.source, number) {
        try manager.createDirectory(
          atPath: "\(folder)/\(place)", withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(place)/\(name)"))
        continue
      }
      let source = variation(number)?.applied(to: made.source) ?? made.source
      // Folders of a few hundred files, as an office would keep them.
      let place = "\(folder)/agency-\(number / 250 + 1)"
      try manager.createDirectory(atPath: place, withIntermediateDirectories: true)
      try Data(source).write(to: URL(filePath: "\(place)/\(made.name)"))
      let planted = made.planted.joined(separator: "\n")
      try Data(planted.utf8).write(to: URL(filePath: "\(place)/\(made.name).planted"))
    }
  }
  /// Each case of a county happens on days of its own, so that nobody is in two places: no base case
  /// has two appointments 17 days apart.
  private func variation(_ number: Int) -> CaseVariation? {
    guard perCounty > 0 else { return nil }
    return CaseVariation(
      county: number / perCounty, serial: number % perCounty, days: number % perCounty * 17)
  }

  private func writeContradictions() throws {
    let counties = try ContradictionCounties(rubrics: rubrics)
    let number = max(1, count / Contradiction.bases.count)
    var answers = ""
    for county in (1...number).map(counties.county) {
      for (name, source) in county.cases {
        let url = URL(filePath: "\(folder)/\(name)")
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(source).write(to: url)
      }
      answers += ([county.kind.rawValue] + county.concerned).joined(separator: "\t") + "\n"
    }
    try Data(answers.utf8).write(to: URL(filePath: "\(folder).answers"))
    guard let registers else { return }
    try CountyRegisters.write(from: registers, to: "\(folder).registers", counties: number + 1)
    try CountyRegisters.addThresholds(
      to: "\(folder).registers",
      counties: (1...number).filter { counties.county($0).kind == .belowThreshold })
  }
}
