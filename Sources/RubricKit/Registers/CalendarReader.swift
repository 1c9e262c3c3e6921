import CaseXML

extension WorkingDayCalendar {
  /// The kind of the calendar's register.
  public static let registerKind = "calendar"

  /// Reads the register of kind `calendar`: `<holiday name en>`, then per year its `<source>`s,
  /// `<off from to name>` and `<work on name>`.
  ///
  /// Refuses gaps, years without a source, days named twice and make-up days on weekdays: each of
  /// them would move deadlines without anyone noticing.
  public init(_ file: RegisterFile) throws(RegisterError) {
    guard let first = file.from, let last = file.to else {
      throw .invalid(
        file: file.name, file.root.position,
        .missingAttribute(file.from == nil ? "from" : "to"))
    }
    var reader = CalendarReader(file: file.name)
    for element in file.root.children { try reader.take(element) }
    guard let years = reader.years, first == CivilDate(year: years.first, month: 1, day: 1),
      last == CivilDate(year: years.last, month: 12, day: 31)
    else { throw .invalid(file: file.name, file.root.position, .years) }
    self.init(from: first, to: last, named: reader.named)
  }
}

private struct CalendarReader {
  let file: String
  var named: [CivilDate: DayKind] = [:]
  var years: (first: Int, last: Int)?
  private var english: [String: String] = [:]

  init(file: String) {
    self.file = file
  }

  mutating func take(_ element: XMLElement) throws(RegisterError) {
    switch element.name {
    case "holiday":
      try RegisterFile.allow(["name", "en"], on: element, file: file)
      let name = try RegisterFile.required("name", of: element, file: file)
      english[name] = try RegisterFile.required("en", of: element, file: file)
    case "year": try takeYear(element)
    default: throw fault(element, .unexpected("<\(element.name)>"))
    }
  }

  private mutating func takeYear(_ element: XMLElement) throws(RegisterError) {
    try RegisterFile.allow(["number"], on: element, file: file)
    let text = try RegisterFile.required("number", of: element, file: file)
    guard let year = Int(text), years.map({ $0.last + 1 == year }) ?? true else {
      throw fault(element, .years)
    }
    years = (years?.first ?? year, year)
    guard element.first("source").map({ !$0.trimmedText.isEmpty }) ?? false else {
      throw fault(element, .noSource(year: year))
    }
    for day in element.children where day.name != "source" {
      switch day.name {
      case "off": try takeOff(day, year: year)
      case "work": try takeWork(day, year: year)
      default: throw fault(day, .unexpected("<\(day.name)>"))
      }
    }
  }

  private mutating func takeOff(_ element: XMLElement, year: Int) throws(RegisterError) {
    try RegisterFile.allow(["from", "to", "name"], on: element, file: file)
    let period = try RegisterFile.period(of: element, file: file)
    guard let from = period.from else { throw fault(element, .missingAttribute("from")) }
    let name = try holiday(element)
    let to = period.to ?? from
    // A holiday of more than a month is a mistyped date.
    guard from.days(to: to) <= 31 else { throw fault(element, .misplacedDay(to)) }
    for day in from.day...to.day {
      try put(CivilDate(day: day), .holiday(name), year: year, element)
    }
  }

  private mutating func takeWork(_ element: XMLElement, year: Int) throws(RegisterError) {
    try RegisterFile.allow(["on", "name"], on: element, file: file)
    guard let date = try RegisterFile.date("on", of: element, file: file) else {
      throw fault(element, .missingAttribute("on"))
    }
    guard date.weekday.isWeekend else { throw fault(element, .notAWeekend(date)) }
    try put(date, .makeUp(holiday: try holiday(element)), year: year, element)
  }

  private mutating func put(_ date: CivilDate, _ kind: DayKind, year: Int, _ element: XMLElement)
    throws(RegisterError)
  {
    guard date.year == year, named.updateValue(kind, forKey: date) == nil else {
      throw fault(element, .misplacedDay(date))
    }
  }

  /// The names of holidays that fall together stand in one attribute, separated by 、.
  private func holiday(_ element: XMLElement) throws(RegisterError) -> LocalizedText {
    let name = try RegisterFile.required("name", of: element, file: file)
    var translated: [String] = []
    for part in name.split(separator: "、") {
      guard let known = english[String(part)] else {
        throw fault(element, .unknownHoliday(String(part)))
      }
      translated.append(known)
    }
    return LocalizedText(zh: name, en: translated.joined(separator: " and "))
  }

  private func fault(_ element: XMLElement, _ fault: RegisterError.Fault) -> RegisterError {
    .invalid(file: file, element.position, fault)
  }
}
