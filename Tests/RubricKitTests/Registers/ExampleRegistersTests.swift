import CaseXML
import Foundation
import RubricKit
import Testing

@Suite("The registers of the example county") struct ExampleRegistersTests {
  /// What a case file of ExampleFiles says about who acted, with what power, and when.
  struct Facts {
    var name: String
    var agency: String
    var power: String?
    var township: Bool
    var officers: [(certificate: String, name: String, validTo: String?)]
    var reviewer: [String: String]
    var usesPower: Bool
    var days: [CivilDate]
  }

  let registers: Registers
  let cases: [Facts]

  init() throws {
    registers = try Registers(
      folder: ShippedRegisters.exampleFolder, named: "registers", schema: ShippedRegisters.schema)
    cases = try Self.read()
  }

  static func read() throws -> [Facts] {
    let root = URL(filePath: ShippedRegisters.exampleFolder).deletingLastPathComponent().path
    let all = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    var facts: [Facts] = []
    for name in all.sorted()
    where name.hasSuffix(".xml") && !name.hasSuffix(".answers.xml") && !name.hasPrefix("registers")
    {
      let bytes = try Array(Data(contentsOf: URL(filePath: "\(root)/\(name)")))
      guard let file = try XMLParser().parse(bytes).document.rootElement,
        let agency = file.first("agency")
      else { continue }
      // An agency's own file names its legal reviewers and when it was compiled.
      let holder = file.first("legalReviewers") ?? file
      let officers = holder.first("officers")?.children(named: "officer") ?? []
      let dates =
        (file.first("documents")?.children ?? []).compactMap { $0.first("date") }
        + [file.first("compiledOn")].compactMap { $0 }
      facts.append(
        Facts(
          name: name, agency: agency.first("code")?.trimmedText ?? "",
          power: agency.first("powerItem")?.trimmedText,
          township: agency.attribute("kind") == "township",
          officers: officers.compactMap { officer in
            officer.first("certificate").map {
              (
                $0.trimmedText, officer.first("name")?.trimmedText ?? "",
                officer.first("certificateValidTo")?.trimmedText
              )
            }
          },
          reviewer: Dictionary(
            uniqueKeysWithValues: officers.compactMap { officer in
              guard let certificate = officer.first("certificate")?.trimmedText,
                let number = officer.first("legalQualification")?.trimmedText
              else { return nil }
              return (certificate, number)
            }),
          usesPower: file.name == "caseFile" && file.attribute("kind") != "inspection",
          days: dates.compactMap { try? CivilDate($0.trimmedText) }
        ))
    }
    return facts
  }

  func row(_ kind: String, _ key: String, _ day: CivilDate) throws -> Register.Row? {
    guard case .row(let row) = try #require(registers.table(kind)).answer(key, on: day) else {
      return nil
    }
    return row
  }

  @Test("name every officer of the case files with his certificate, on every day of the case")
  func officers() throws {
    #expect(cases.count > 20)
    for file in cases {
      #expect(!file.officers.isEmpty && !file.days.isEmpty, "\(file.name)")
      for officer in file.officers {
        for day in file.days {
          let row = try row("officers", officer.certificate, day)
          #expect(row?.fields["name"] == officer.name, "\(file.name) \(officer.certificate) \(day)")
          #expect(row?.fields["agency"] == file.agency, "\(file.name) \(officer.certificate)")
          if let end = officer.validTo { #expect(row?.fields["validTo"] == end, "\(file.name)") }
        }
      }
    }
  }

  @Test("name every legal reviewer with his qualification")
  func reviewers() throws {
    let all = cases.flatMap { file in file.reviewer.map { ($0, file.days) } }
    #expect(!all.isEmpty)
    for (reviewer, days) in all {
      for day in days {
        let row = try row("legal-reviewers", reviewer.key, day)
        #expect(row?.fields["qualification"] == reviewer.value, "\(reviewer.key)")
      }
    }
  }

  @Test("hold the power of every act that was punished or forced, or its delegation")
  func powers() throws {
    for file in cases where file.usesPower {
      let power = try #require(file.power, "\(file.name)")
      for day in file.days {
        let held = try #require(try row("powers", power, day), "\(file.name)")
        #expect(held.values("agency").contains(file.agency) != file.township, "\(file.name)")
        if file.township {
          #expect(try row("delegations", "\(file.agency)/\(power)", day) != nil, "\(file.name)")
        }
      }
    }
  }
}
