internal import ArgumentParser

/// `--format` of the reports for a rubric's author.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json

  var isJSON: Bool { self == .json }
}
