import Foundation
import Testing

@testable import Reports
import RubricKit

@Suite("Writing a folder")
struct DirectoryWriterTests {
  private let files = ["甲/一.txt": "1", "甲/评查表/二.txt": "2", "总.txt": "3"]

  /// A fresh folder that is removed afterwards.
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "caseaudit-\(UInt64.random(in: 0...UInt64.max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func read(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  private func entries(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test("writes every file, for the owner only, and leaves nothing beside")
  func writes() throws {
    try inFolder { (folder: String) throws in
      try DirectoryWriter().write(files, to: "\(folder)/新/出")
      for (path, text) in files { #expect(read("\(folder)/新/出/\(path)") == text) }
      #expect(try entries("\(folder)/新") == ["出"])
      let mode = try FileManager.default.attributesOfItem(atPath: "\(folder)/新/出/甲/一.txt")
      #expect((mode[.posixPermissions] as? Int) == 0o600)
      let top = try FileManager.default.attributesOfItem(atPath: "\(folder)/新/出")
      #expect((top[.posixPermissions] as? Int) == 0o700)
    }
  }

  @Test("takes an empty folder, refuses one with something in it and leaves it as it was")
  func notEmpty() throws {
    try inFolder { (folder: String) throws in
      let target = "\(folder)/出"
      try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: false)
      try DirectoryWriter().write(files, to: target + "/")
      #expect(throws: DirectoryError.notEmpty(target)) {
        try DirectoryWriter().write(["三.txt": "3"], to: target)
      }
      #expect(read("\(target)/总.txt") == "3")
      #expect(try entries(folder) == ["出"])
    }
  }

  @Test("replaces only what it wrote itself")
  func replaces() throws {
    try inFolder { (folder: String) throws in
      let target = "\(folder)/出"
      try DirectoryWriter().write(files, to: target)
      try DirectoryWriter(replaces: true).write(["三.txt": "3"], to: target)
      #expect(try entries(target) == [DirectoryWriter.listName, "三.txt"])
      #expect(try entries(folder) == ["出"])
      try Data("x".utf8).write(to: URL(filePath: "\(target)/签字.docx"))
      #expect(throws: DirectoryError.notOurs(target, file: "签字.docx")) {
        try DirectoryWriter(replaces: true).write(files, to: target)
      }
      #expect(read("\(target)/签字.docx") == "x")
      #expect(read("\(target)/三.txt") == "3")
    }
  }

  @Test("refuses a file, a link, and paths that name no folder")
  func places() throws {
    try inFolder { (folder: String) throws in
      try Data("x".utf8).write(to: URL(filePath: "\(folder)/文件"))
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/链接", withDestinationPath: folder)
      for name in ["文件", "链接"] {
        #expect(throws: DirectoryError.notAFolder("\(folder)/\(name)")) {
          try DirectoryWriter(replaces: true).write(files, to: "\(folder)/\(name)")
        }
      }
      for path in ["", ".", "..", "/", "\(folder)/.."] {
        #expect(throws: DirectoryError.noName(path)) {
          try DirectoryWriter().write(files, to: path)
        }
      }
      #expect(try entries(folder) == ["文件", "链接"])
    }
  }

  @Test("refuses paths that leave the folder, and leaves nothing behind")
  func unsafe() throws {
    try inFolder { (folder: String) throws in
      for path in ["../x", "/x", "a//b", "a/./b", ""] {
        #expect(throws: DirectoryError.unsafePath(path)) {
          try DirectoryWriter().write([path: "x"], to: "\(folder)/出")
        }
      }
      #expect(try entries(folder).isEmpty)
    }
  }

  @Test("says why where the place cannot be written")
  func unwritable() throws {
    try inFolder { (folder: String) throws in
      try Data("x".utf8).write(to: URL(filePath: "\(folder)/文件"))
      let error = #expect(throws: DirectoryError.self) {
        try DirectoryWriter().write(files, to: "\(folder)/文件/出")
      }
      #expect(error?.message.zh.contains("\(folder)/文件") == true)
    }
  }
}
