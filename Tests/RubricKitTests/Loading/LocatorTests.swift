import Foundation
import Testing

@testable import RubricKit

/// An empty folder with rubrics folders where a test wants them; gone when the test is over.
private final class Places {
  let root = NSTemporaryDirectory() + "places-\(UUID().uuidString)"

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
