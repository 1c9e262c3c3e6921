import CaseXML
import XPath

extension CaseFunctions {
  /// What is to be known about a single day.
  static let dateFunctions: [CaseFunction] = [
    CaseFunction(
      "age-on", [.date, .date], result: .number,
      zh: "某日的周岁。生日当天尚未满该周岁，自生日的次日起满。",
      en: "Age in completed years on a day. A year of age is completed on the day after the "
        + "birthday."
    ) { (call) throws(FunctionError) in
      let (birth, day) = (try call.date(0), try call.date(1))
      guard let age = birth.age(on: day) else {
        throw .other(
          zh: "出生日期\(birth.text(.zh))晚于\(day.text(.zh))",
          en: "the birth date \(birth) is after \(day)")
      }
      call.note(
        LocalizedText(
          zh: "\(birth.text(.zh))出生，\(day.text(.zh))：\(age)周岁",
          en: "born \(birth.text(.en)), on \(day.text(.en)): \(age) years old"))
      return .number(Double(age))
    },
    CaseFunction(
      "is-working-day", [.date], result: .boolean,
      zh: "是否工作日（含调休上班的周末）。",
      en: "Whether offices work on the day, make-up weekend days included."
    ) { (call) throws(FunctionError) in
      let day = try call.date(0)
      let calendar = try calendar(call.services)
      do throws(CalendarError) {
        let kind = try calendar.kind(of: day)
        call.note(
          LocalizedText(
            zh: "\(day.text(.zh))（\(day.weekday.name.zh)）：\(kind.text.zh)",
            en: "\(day.text(.en)) (\(day.weekday.name.en)): \(kind.text.en)"))
        return .boolean(kind.isWorking)
      } catch {
        throw failure(error)
      }
    },
    CaseFunction(
      "date-text", [.date], result: .string,
      zh: "日期的中文写法，如2024年5月6日、2024年5月6日9时30分。",
      en: "A date in Chinese, such as 2024年5月6日."
    ) { (call) throws(FunctionError) in
      .string(TextSlice(try call.moment(0).text(.zh)))
    },
  ]
}
