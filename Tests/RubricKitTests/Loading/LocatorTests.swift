import Foundation
import Testing

@testable import RubricKit

/// An empty folder with rubrics and registers where a test wants them; gone when the test is over.
private final class Places {
  let root = NSTemporaryDirectory() + "places-\(UUID().uuidString)"

  func folder(_ name: String) throws -> String {
    let folder = "\(root)/\(name)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }

  func link(_ name: String, to target: String) throws -> String {
    try FileManager.default.createSymbolicLink(
      atPath: "\(root)/\(name)", withDestinationPath: target)
    return "\(root)/\(name)"
  }

  func rubrics(_ name: String) throws -> String {
    let folder = "\(root)/\(name)"
    try FileManager.default.createDirectory(
      atPath: "\(folder)/schema", withIntermediateDirectories: true)
    try Data().write(to: URL(filePath: "\(folder)/schema/rubric.xsd"))
    return folder
  }

  func file(_ name: String) throws {
    let file = URL(filePath: "\(root)/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data().write(to: file)
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }
}

@Suite("Where the rubrics are found")
struct LocatorTests {
  @Test("The folder named wins; where it holds none, no other is taken instead")
  func named() throws {
    let places = Places()
    let named = try places.rubrics("named")
    let other = try places.rubrics("other")
    let environment = ["CASEAUDIT_RUBRICS": other]
    let found = RubricLocator(named: named, environment: environment, executable: "/bin/x")
    #expect(try found.locate() == named)
    let wrong = RubricLocator(
      named: "\(places.root)/none", environment: environment, executable: "/bin/x")
    let error = #expect(throws: RubricLocator.NotFound.self) { try wrong.locate() }
    #expect(error?.searched == ["\(places.root)/none"])
  }

  @Test("The environment comes before the program's own place")
  func environment() throws {
    let places = Places()
    let set = try places.rubrics("set")
    _ = try places.rubrics("install/share/caseaudit/Rubrics")
    let program = "\(places.root)/install/bin/caseaudit"
    #expect(
      try RubricLocator(
        named: nil, environment: ["CASEAUDIT_RUBRICS": set], executable: program
      ).locate() == set)
  }

  @Test("An installed program finds what was installed beside it")
  func installed() throws {
    let places = Places()
    let share = try places.rubrics("install/share/caseaudit/Rubrics")
    let program = "\(places.root)/install/bin/caseaudit"
    #expect(
      try RubricLocator(named: nil, environment: [:], executable: program).locate() == share)
  }

  @Test("A program in a checkout finds the checkout's rubrics")
  func checkout() throws {
    let places = Places()
    let rubrics = try places.rubrics("checkout/Rubrics")
    try places.file("checkout/Package.swift")
    let program = "\(places.root)/checkout/.build/debug/caseaudit"
    #expect(
      try RubricLocator(named: nil, environment: [:], executable: program).locate() == rubrics)
  }

  @Test("Where there are none, every place looked at is named")
  func nowhere() throws {
    let locator = RubricLocator(
      named: nil, environment: ["CASEAUDIT_RUBRICS": "/none"], executable: "/x/bin/caseaudit")
    let error = #expect(throws: RubricLocator.NotFound.self) { try locator.locate() }
    #expect(error?.searched == ["/none", "/x/share/caseaudit/Rubrics"])
    #expect(error?.message.zh.contains("--rubrics") == true)
  }
}

@Suite("Where the registers are found")
struct RegisterLocatorTests {
  private func locate(
    _ paths: String..., named: String? = nil, environment: [String: String] = [:]
  ) throws -> RegisterLocator.Place? {
    try RegisterLocator(named: named, environment: environment).locate(for: paths)
  }

  @Test("The folder named wins over the environment, and that over the folder beside the files")
  func order() throws {
    let places = Places()
    let cases = try places.folder("county/cases")
    let beside = try places.folder("county/registers")
    let set = try places.folder("set")
    let named = try places.folder("named")
    let environment = ["CASEAUDIT_REGISTERS": set]
    #expect(try locate(cases, named: named, environment: environment)?.folder == named)
    #expect(try locate(cases, environment: environment)?.folder == set)
    #expect(try locate(cases, environment: ["CASEAUDIT_REGISTERS": ""])?.folder == beside)
  }

  @Test("A folder named that is not there is refused, and no other is taken instead")
  func missing() throws {
    let places = Places()
    let cases = try places.folder("county/cases")
    _ = try places.folder("county/registers")
    #expect(throws: RegisterLocator.Failure.namedFolderMissing("\(places.root)/none")) {
      try locate(cases, named: "\(places.root)/none")
    }
  }

  @Test("Registers inside what is judged come before those beside it, and are known as inside")
  func inside() throws {
    let places = Places()
    let cases = try places.folder("county/cases")
    let inner = try places.folder("county/cases/registers")
    _ = try places.folder("county/registers")
    #expect(try locate(cases) == .init(folder: inner, insideJudged: true))
  }

  @Test("Registers are looked for one folder up, and no further")
  func parent() throws {
    let places = Places()
    let cases = try places.folder("county/2025/cases")
    _ = try places.folder("county/registers")
    #expect(try locate(cases) == nil)
    #expect(try locate("\(places.root)/county/2025")?.insideJudged == false)
  }

  @Test("Paths with different registers are refused; one folder by two ways is one")
  func disagreement() throws {
    let places = Places()
    let first = try places.folder("a/cases")
    let second = try places.folder("b/cases")
    _ = try places.folder("a/registers")
    _ = try places.link("b/registers", to: "../a/registers")
    #expect(try locate(first, second) != nil)
    let third = try places.folder("c/cases")
    _ = try places.folder("c/registers")
    #expect(throws: RegisterLocator.Failure.self) { try locate(first, third) }
  }
}
