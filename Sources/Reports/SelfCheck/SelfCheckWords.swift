import RubricKit

/// Words of the check an agency makes before it sends its files.
enum SelfCheckWords {
  static let title = Words.text("行政执法案卷报送前自查", "Check before the files are sent")
  static let caution = Words.text(
    "补正应当如实进行、注明补正日期；不得倒签日期，不得事后补造证据和执法记录。",
    "Mend truthfully and date what is mended; never backdate, never make up evidence or records.")
  static let outlook = Words.text("得分", "Score")
  static let form = Words.text("先改录入", "Data first")
  static let mended = Words.text("改好后", "Once mended")
  static let cure = Words.text("改法", "How")
  static let nothingToMend = Words.text("没有能够补正的问题。", "Nothing to mend.")
  static let nothingJudged = FindingsWords.nothingJudged

  static func outlook(_ rubric: String, _ now: String, _ mended: String?) -> LocalizedText {
    let zh = mended.map { "；能补正的都补正后\($0)" } ?? ""
    let en = mended.map { "; with all mended that can be, \($0)" } ?? ""
    return Words.text("《\(rubric)》\(now)\(zh)", "\(rubric): \(now)\(en)")
  }

  static func score(_ points: String, _ grade: String) -> LocalizedText {
    Words.text("\(points)分（\(grade)）", "\(points) (\(grade))")
  }

  static func curable(_ count: Int) -> LocalizedText {
    Words.text("现在能够补正的 \(count) 项", "Can be mended now: \(count)")
  }

  static func incurable(_ count: Int) -> LocalizedText {
    Words.text(
      "已经不能补正的 \(count) 项：如实说明原因，不得补造，今后防止",
      "Can no longer be mended: \(count). Say why, make nothing up, prevent it in future")
  }

  static func untranscribed(_ count: Int) -> LocalizedText {
    Words.text("录入完整后才能判定的 \(count) 处", "Judged only once the data are complete: \(count)")
  }

  static func questions(_ count: Int) -> LocalizedText {
    Words.text("须由人判断的 \(count) 项，报送前逐项核对", "For a person to judge: \(count). Go through them")
  }

  static func gain(_ rubric: String, _ points: String, lifts effect: String?) -> LocalizedText {
    let zh = effect.map { "，不再一票否决（\($0)）" } ?? ""
    let en = effect.map { ", veto gone (\($0))" } ?? ""
    return Words.text("《\(rubric)》加\(points)分\(zh)", "\(rubric) +\(points)\(en)")
  }

  static let noGain = Words.text("不涉及得分", "no points")

  static let climb = Words.text("升等次", "Next grade")

  static func step(
    _ rubric: String, _ grade: String, _ points: String, numbers: String, all: Bool, shortest: Bool
  ) -> LocalizedText {
    let least = shortest ? ("最少", "at least") : ("", "")
    let which = all ? ("上列各项", "all of these") : ("第\(numbers)项", "no. \(numbers)")
    return Words.text(
      "《\(rubric)》\(least.0)补正\(which.0)，得\(points)分，\(grade)（待定的按符合计）",
      "\(rubric): mend \(least.1.isEmpty ? "" : least.1 + " ")\(which.1): \(points), \(grade) (if what is open "
        + "turns out in order)")
  }

  static func highest(_ rubric: String, _ grade: String) -> LocalizedText {
    Words.text(
      "《\(rubric)》待定的按符合计，已是\(grade)",
      "\(rubric): \(grade) already, if what is open turns out in order")
  }

  static func unreachable(_ rubric: String, _ grade: String) -> LocalizedText {
    Words.text(
      "《\(rubric)》能补正的都补正，仍为\(grade)", "\(rubric): still \(grade) with all mended that can be")
  }

  static func formErrors(_ count: Int) -> LocalizedText {
    Words.text(
      "案卷数据有格式错误 \(count) 处，用 caseaudit check 查看并改正，否则有的项目无法判定",
      "\(count) errors of form in the data; see caseaudit check and mend them first")
  }

  static func totals(cases: Int, curable: Int, incurable: Int, unjudged: Int) -> LocalizedText {
    Words.text(
      "合计：自查案卷 \(cases) 件，能够补正 \(curable) 项，不能补正 \(incurable) 项，未能评查 \(unjudged) 件。",
      "In all: \(cases) files, \(curable) items can be mended, \(incurable) cannot, "
        + "\(unjudged) files could not be judged.")
  }
}
