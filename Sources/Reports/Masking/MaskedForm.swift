/// What is left of a piece of personal data in a masked output.
enum MaskedForm {
  /// The masked form of a value of a kind as the case record lists it; nil where the value is too
  /// short to be looked for without destroying other text.
  static func of(kind: String, value: String) -> String? {
    let characters = Array(value)
    guard characters.count >= 2 else { return nil }
    switch kind {
    case "name": return isOrganisation(value) ? nil : name(characters)
    case "id": return keeping(characters, front: 3, back: 2)
    case "phone": return keeping(characters, front: 3, back: characters.count >= 11 ? 4 : 2)
    case "bank": return keeping(characters, front: 0, back: 4)
    case "address": return address(characters)
    default:
      // A short number (an age, a house number) stands in amounts and dates as well.
      let isShortNumber = characters.count < 6 && characters.allSatisfy(\.isNumber)
      return isShortNumber ? nil : "***"
    }
  }

  /// 张三 → 张某, 王小明 → 王某某, 欧阳某 → 欧阳某某 with a family name of two characters; names in
  /// Latin letters keep their first letter.
  static func name(_ characters: [Character]) -> String {
    guard let first = characters.first else { return "某" }
    if first.isASCII { return "\(first)***" }
    let isCompound =
      characters.count >= 3 && compoundSurnames.contains(String(characters.prefix(2)))
    if isCompound { return String(characters.prefix(2)) + "某某" }
    return String(first) + (characters.count == 2 ? "某" : "某某")
  }

  /// Organisations are no natural persons: their names are public (行政处罚公示 shows them).
  static func isOrganisation(_ name: String) -> Bool {
    guard name.count >= 5 else { return false }
    return organisationEndings.contains { name.hasSuffix($0) }
  }

  /// An address down to the county or township.
  static func address(_ characters: [Character]) -> String {
    let regions = Set<Character>("省市州盟县区旗镇乡")
    guard let last = characters.prefix(16).lastIndex(where: { regions.contains($0) }),
      last + 1 < characters.count
    else { return "***" }
    return String(characters[...last]) + "***"
  }

  /// The first and last characters, the rest as asterisks; short values keep nothing.
  static func keeping(_ characters: [Character], front: Int, back: Int) -> String {
    guard characters.count > front + back + 1 else {
      return String(repeating: "*", count: characters.count)
    }
    return String(characters.prefix(front))
      + String(repeating: "*", count: characters.count - front - back)
      + String(characters.suffix(back))
  }

  private static let compoundSurnames: Set<String> = [
    "欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "诸葛", "尉迟",
    "公羊", "赫连", "澹台", "皇甫", "宗政", "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离",
    "长孙", "宇文", "司徒", "鲜于", "司空", "闾丘", "子车", "亓官", "司寇", "巫马", "公西", "颛孙", "壤驷",
    "公良", "漆雕", "乐正", "宰父", "谷梁", "拓跋", "夹谷", "轩辕", "令狐", "段干", "百里", "呼延", "东郭",
    "南门", "羊舌", "微生", "梁丘", "左丘", "东门", "西门", "第五",
  ]

  private static let organisationEndings = [
    "公司", "集团", "工厂", "商行", "商店", "超市", "门市部", "经营部", "营业部", "分店", "饭店", "酒店",
    "餐厅", "药店", "药房", "医院", "诊所", "学校", "幼儿园", "合作社", "委员会", "协会", "中心", "银行",
    "事务所", "人民政府", "管理局", "大队", "中队", "支队", "办事处", "个体工商户", "食品厂", "加工厂",
  ]
}
