/// How papers look. Sizes and margins of letters follow GB/T 9704-2012: A4, 天头 37 mm, 订口 28 mm,
/// 版心 156 × 225 mm; text 三号 (16 pt) 仿宋, title 二号 (22 pt) 小标宋, headings 黑体 and 楷体.
enum PaperCSS {
  private static let song =
    "FZXiaoBiaoSong-B05S,\"方正小标宋简体\",\"方正小标宋_GBK\",STZhongsong,\"华文中宋\","
    + "\"Noto Serif CJK SC\",\"Source Han Serif SC\",SimSun,\"宋体\",serif"
  private static let fangsong =
    "FangSong_GB2312,\"仿宋_GB2312\",FangSong,\"仿宋\",STFangsong,\"华文仿宋\","
    + "\"Noto Serif CJK SC\",\"Source Han Serif SC\",SimSun,\"宋体\",serif"
  private static let hei =
    "SimHei,\"黑体\",STHeiti,\"华文黑体\",\"Noto Sans CJK SC\",\"Source Han Sans SC\",sans-serif"
  private static let kai =
    "KaiTi_GB2312,\"楷体_GB2312\",KaiTi,\"楷体\",STKaiti,\"华文楷体\",\"Noto Serif CJK SC\",serif"

  static func text(_ layout: Paper.Layout) -> String {
    page(layout) + shared + (layout == .letter ? letter : form) + screen(layout)
  }

  private static func page(_ layout: Paper.Layout) -> String {
    let size =
      switch layout {
      case .letter: "size: A4; margin: 37mm 26mm 35mm 28mm;"
      case .form: "size: A4; margin: 20mm 18mm 18mm 22mm;"
      case .wide: "size: A4 landscape; margin: 22mm 15mm 15mm 15mm;"
      }
    return """
      @page {
        \(size)
        @bottom-center { content: "— " counter(page) " —"; font: 14pt \(song); }
      }

      """
  }

  private static let shared = """
    * { box-sizing: border-box; }
    body { margin: 0; color: #000; background: #fff; font-family: \(fangsong); }
    p { margin: 0; }
    h1 { margin: 0; font-family: \(song); font-size: 22pt; font-weight: normal;
      line-height: 32pt; text-align: center; }
    h1 span { display: inline-block; }
    .subtitle { text-align: center; text-indent: 0 !important; }
    .letterhead { font-family: \(song); font-size: 36pt; line-height: 1.4; color: #f00;
      text-align: center; text-indent: 0 !important; }
    .mark { font-family: \(hei); text-indent: 0 !important; }
    table { width: 100%; border-collapse: collapse; }
    th, td { border: 0.5pt solid #000; padding: 3pt 3pt; vertical-align: middle;
      overflow-wrap: anywhere; }
    th { padding: 3pt 2pt; font-family: \(hei); font-weight: normal; text-align: center; }
    thead { display: table-header-group; }
    tr { break-inside: avoid; }
    td.mid { text-align: center; }
    tr.section td { font-family: \(hei); background: #f2f2f2; print-color-adjust: exact; }
    tr.total td { font-family: \(hei); }
    h2, h3 { break-after: avoid; }
    ul.lines { list-style: none; margin: 4pt 0; padding: 0; }
    .signatures, .closing, .attachments { break-inside: avoid; }

    """

  private static let letter = """
    body { font-size: 16pt; line-height: 29pt; }
    p { text-indent: 2em; text-align: justify; }
    h1 { margin: 29pt 0; }
    h1 + .subtitle { margin: -20pt 0 29pt; font-family: \(kai); }
    .number { text-align: center; text-indent: 0; margin-top: 12mm; white-space: pre; }
    hr.red { border: 0; border-top: 1.5pt solid #d40000; margin: 4mm 0 0;
      print-color-adjust: exact; }
    .addressee { text-indent: 0; }
    h2, h3 { margin: 0; font-size: 16pt; font-weight: normal; text-indent: 2em; }
    h2 { font-family: \(hei); }
    h3 { font-family: \(kai); }
    table { margin: 6pt 0 10pt; font-size: 12pt; line-height: 18pt; }
    .attachments { margin-top: 29pt; }
    .attachments p { padding-left: 5em; text-indent: -3em; white-space: pre-wrap; }
    .closing { margin-top: 58pt; text-align: right; }
    .closing p { text-align: right; text-indent: 0; padding-right: 4em; white-space: pre; }
    .footnote { margin-top: 29pt; padding-top: 6pt; border-top: 0.5pt solid #000;
      font-size: 12pt; line-height: 18pt; text-indent: 0; }

    """

  private static let form = """
    body { font-size: 10.5pt; line-height: 15pt; }
    h1 { margin: 0 0 8pt; }
    .subtitle { margin-bottom: 8pt; font-size: 12pt; font-family: \(kai); }
    .mark { font-size: 14pt; margin-bottom: 4pt; }
    h2 { margin: 12pt 0 5pt; font-family: \(hei); font-size: 12pt; font-weight: normal; }
    h3 { margin: 8pt 0 4pt; font-family: \(kai); font-size: 12pt; font-weight: normal; }
    table.facts { margin-top: 6pt; }
    table.facts th { width: 13%; background: #f2f2f2; print-color-adjust: exact; }
    ul.lines li { padding-left: 1em; text-indent: -1em; }
    .signatures { display: flex; flex-wrap: wrap; gap: 16pt 0; margin-top: 22pt; }
    .signatures p { width: 50%; white-space: pre; font-size: 12pt; }
    .footnote { margin-top: 10pt; font-size: 9pt; line-height: 13pt; }

    """

  /// On a screen the paper lies as a sheet on a grey ground.
  private static func screen(_ layout: Paper.Layout) -> String {
    let sheet =
      switch layout {
      case .letter: "width: 210mm; min-height: 297mm; padding: 37mm 26mm 35mm 28mm;"
      case .form: "width: 210mm; min-height: 297mm; padding: 20mm 18mm 18mm 22mm;"
      case .wide: "width: 297mm; min-height: 210mm; padding: 22mm 15mm 15mm 15mm;"
      }
    return """
      @media screen {
        body { background: #d8d8d8; }
        main { \(sheet) margin: 8mm auto; background: #fff; box-shadow: 0 1mm 4mm #888; }
      }

      """
  }
}
