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
    guard !FileManager.default.fileExists(atPath: folder) else {
      throw ValidationError("\(folder) exists")
    }
    if contradictions { return try writeContradictions() }
    let library = try RubricLibrary.load(folder: rubrics)
    let generator = try CaseGenerator(library: library, bases: base, seed: seed)
    if let county { return try writeCounty(county, generator) }
    try writeCases(generator)
  }

  private func writeCases(_ made: CaseGenerator) throws {
    var generator = made
    if let registers {
      try CountyRegisters.write(
        from: registers, to: "\(folder).registers",
        counties: perCounty == 0 ? 1 : (count - 1) / perCounty + 1)
    }
    for number in 0..<count {
      let made = generator.next(number)
      let source = variation(number)?.applied(to: made.source) ?? made.source
      // Folders of a few hundred files, as an office would keep them.
      let path = "agency-\(number / 250 + 1)/\(made.name)"
      try write(source, path)
      try write(Array(made.planted.joined(separator: "\n").utf8), "\(path).planted")
    }
  }

  private func writeCounty(_ registers: String, _ made: CaseGenerator) throws {
    var generator = made
    var county = try County(registers: registers, rubrics: rubrics, count: count) { number in
      let made = generator.next(number)
      return (made.base, made.source)
    }
    let (files, planted) = county.files()
    for (path, source) in files { try write(source, path) }
    let answers = planted.map { ([$0.kind.rawValue] + $0.paths).joined(separator: "\t") + "\n" }
    try Data(answers.joined().utf8).write(to: URL(filePath: "\(folder).answers"))
  }

  private func write(_ bytes: [UInt8], _ path: String) throws {
    let url = URL(filePath: "\(folder)/\(path)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
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
        try write(source, name)
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
