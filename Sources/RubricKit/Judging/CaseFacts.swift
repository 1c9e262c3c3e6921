internal import CaseXML

/// What identifies a case file, read without any rubric.
struct CaseFacts: Sendable, Hashable {
  var agency: AgencyRecord
  var caseNumber: String
  var caseName: String
  var kind: String

  init(_ root: XMLElement) {
    func text(_ names: String...) -> String {
      var element: XMLElement? = root
      for name in names { element = element?.first(name) }
      return ElementReader.collapsed(element?.text ?? "")
    }
    agency = AgencyRecord(code: text("agency", "code"), name: text("agency", "name"))
    caseNumber = text("caseNumber")
    caseName = text("caseName")
    kind = root.attribute("kind") ?? ""
  }
}
