import Foundation

/// Lets the people of a case speak in words of their own: sentences among the answers of an interview.
struct Testimony {
  private var state: UInt64

  init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  private static let people = ["组长", "会计", "仓管员", "门卫", "司机", "采购员", "班长", "技术员", "实习生", "隔壁店主"]
  private static let doings = [
    "搬货", "对账", "检修设备", "打扫车间", "接待客户", "清点库存", "去镇上办事", "送孩子上学", "参加同村的酒席", "在医院陪护",
  ]
  private static let objects = [
    "一本登记簿", "几张收据", "两箱样品", "一份旧合同", "墙上的公示牌", "一沓照片", "三把钥匙", "一部对讲机", "送货单的存根", "一张排班表",
  ]
  private static let means = ["口头说的", "发在工作群里", "写在黑板上", "打电话讲的", "让人带的话", "开早会时提的"]

  /// The file with longer answers; short ones are formalities.
  func told(in text: String) -> String {
    var speaker = self
    let parts = text.components(separatedBy: "</answer>")
    let told = parts.dropLast().map { part -> String in
      let length = part.components(separatedBy: ">").last?.utf16.count ?? 0
      return length > 20 ? part + speaker.sentences(length / 80 + 1) : part
    }
    return (told + parts.suffix(1)).joined(separator: "</answer>")
  }

  private mutating func sentences(_ count: Int) -> String {
    (0..<count).map { _ in sentence() }.joined()
  }

  private mutating func sentence() -> String {
    let (who, other) = (pick(Self.people), pick(Self.people))
    return switch below(4) {
    case 0: "那几天\(who)正在\(pick(Self.doings))，大约有\(below(40) + 3)分钟没有见到\(other)。"
    case 1: "我记得\(who)手里拿着\(pick(Self.objects))，放在第\(below(12) + 1)个柜子上，后来\(other)收走了。"
    case 2: "这件事是\(who)\(pick(Self.means))，当时还有\(below(9) + 2)个人听到，\(other)可以证明。"
    default: "前一天我\(pick(Self.doings))，晚上\(below(4) + 7)点多才回来，\(who)给我留了\(pick(Self.objects))。"
    }
  }

  private mutating func pick(_ from: [String]) -> String { from[below(from.count)] }

  private mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
