/// Measures of the page by GB/T 9704-2012 (5.2), in twentieths of a point.
struct WordPage: Sendable {
  /// A millimetre, times a thousand.
  private static let thousandth = 56_693

  static func millimetres(_ count: Int) -> Int { (count * thousandth + 500) / 1_000 }

  let width: Int
  let height: Int
  let isAcross: Bool
  let top: Int
  let right: Int
  let bottom: Int
  let left: Int

  /// 天头37mm、订口28mm、版心156mm×225mm; across for wide tables, with even margins.
  init(_ layout: Paper.Layout) {
    let (short, long) = (Self.millimetres(210), Self.millimetres(297))
    isAcross = layout == .wide
    (width, height) = isAcross ? (long, short) : (short, long)
    switch layout {
    case .letter:
      (top, left) = (Self.millimetres(37), Self.millimetres(28))
      (right, bottom) = (Self.millimetres(26), Self.millimetres(35))
    case .form, .wide:
      (top, left) = (Self.millimetres(20), Self.millimetres(20))
      (right, bottom) = (Self.millimetres(20), Self.millimetres(20))
    }
  }

  /// 版心 from left to right.
  var textWidth: Int { width - left - right }

  /// 22 lines on a page of a letter, with what is left below the last.
  static let linePitch = 579

  /// 28 characters of 三号 (16 points) to a line: by so much, in twentieths of a point, each is set closer.
  /// The grid could do it, but a cell narrower than a character makes LibreOffice take two for each.
  static let closer = (WordPage(.letter).textWidth - 28 * 320) / 28 - 1

  /// The section's properties.
  func properties(hasGrid: Bool) -> String {
    let turned = isAcross ? " w:orient=\"landscape\"" : ""
    let grid =
      hasGrid
      ? "<w:docGrid w:type=\"lines\" w:linePitch=\"\(Self.linePitch)\"/>" : ""
    return "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"odd\"/>"
      + "<w:footerReference w:type=\"even\" r:id=\"even\"/>"
      + "<w:pgSz w:w=\"\(width)\" w:h=\"\(height)\"\(turned)/>"
      + "<w:pgMar w:top=\"\(top)\" w:right=\"\(right)\" w:bottom=\"\(bottom)\" "
      + "w:left=\"\(left)\" w:header=\"851\" w:footer=\"\(bottom - Self.millimetres(7) - 280)\" "
      + "w:gutter=\"0\"/>\(grid)</w:sectPr>"
  }
}
