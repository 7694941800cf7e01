import Containers
import Ingest
import TestKit
import Testing

/// A page, and the rows that a person sees on it.
struct PageCase: CustomTestStringConvertible {
  let testDescription: String
  let page: String
  let rows: [String]

  init(_ name: String, _ page: String, _ rows: String...) {
    (testDescription, self.page, self.rows) = (name, page, rows)
  }

  /// What stands in the one cell of a table.
  static func cell(_ text: String, _ expected: String) -> PageCase {
    PageCase(
      text, "<table><tr><td>\(text)</td></tr></table>", expected.isEmpty ? "1:" : "1: A=\(expected)"
    )
  }

  /// What stands before a table of one cell, which is there all the same.
  static func before(_ text: String) -> PageCase {
    PageCase(text, "\(text)<table><tr><td>a</td></tr></table>", "1: A=a")
  }
}

private let texts: [PageCase] = [
  .cell("ก", "ก"),
  .cell("  a  \n\t b ", "a b"),
  .cell("&nbsp; a\u{A0}\u{A0}b&nbsp;", "a b"),
  .cell("&nbsp;", ""),
  .cell("a<br>b<BR/>c", "a\nb\nc"),
  .cell("<br>a<br><br>b<br>", "a\n\nb"),
  .cell("<div>a</div><div>b</div>c", "a\nb\nc"),
  .cell("<p>a<p>b", "a\nb"),
  .cell("<div align=center><div>a</div></div>", "a"),
  .cell("a <b>b</b><i> c</i>d", "a b cd"),
  .cell("<pre> a\r\n  b\n</pre>c", "a\n  b\nc"),
  .cell("a<!-- b -->c<!-->d<!--->e<!-- --!>f<!----->g", "acdefg"),
  .cell("a<!--[if gte mso 9]><td>x</td><![endif]-->b<![if x]>c<![endif]>", "abc"),
  .cell("a<![CDATA[b]]>c<?php echo ?>d</?x>e</>f", "acdef"),
  .cell("a<script>'</td>'</script>b<style>td{}</style>c", "abc"),
  .cell("a<script><!--<script></script>--></script>b", "ab"),
  .cell("a<script><!--></script>b", "ab"),
  .cell("<textarea>a<td>&amp;</textarea >b", "a<td>&b"),
  .cell("a < b <3 c", "a < b <3 c"),
  .cell("a > b \" '", "a > b \" '"),
  .cell("<font color=\"a>b\">c</font>", "c"),
  .cell("<a href=x/y>a</a><a href=''>b</a><a 'x\">c", "abc"),
  .cell("<select><option>a<option selected>b</select>", "a\nb"),
  .cell("a\0b", "ab"),
  .cell("&lt;td&gt; &amp;amp; &quot;&apos;", "<td> &amp; \"'"),
  .cell("&ndash;&mdash;&hellip;&lsquo;&rsquo;&ldquo;&rdquo;&bull;&copy;", "–—…‘’“”•©"),
  .cell("&frac12;&Eacute;&euro;&le;", "½É€≤"),
  .cell("&#3585;&#xE02;&#X0E02;&#3586x", "กขขขx"),
  .cell("&#147;a&#148;&#x96;&#129;", "“a”–\u{81}"),
  .cell("&#0;&#xD800;&#x110000;&#99999999999;", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
  .cell(
    "&copy2 &notit; &ampx a&b &; &# &#x &unknown; &ndash",
    "©2 ¬it; &x a&b &; &# &#x &unknown; &ndash"),
  .cell("x&#32;&#10;y&#9;", "x y"),
]

private let structures: [PageCase] = [
  PageCase("names in any case", "<TaBLe><TR><Td>a</tD><TH>b</TH></TR></TABLE>", "1: A=a B=b"),
  PageCase(
    "end tags left out", "<table><tr><td>a<td>b<tr><th>c<td>d</table>", "1: A=a B=b", "2: A=c B=d"),
  PageCase("cells without a row", "<table><td>a<td>b</tr><td>c</table>", "1: A=a B=b", "2: A=c"),
  PageCase(
    "sections", "<table><caption>x<thead><tr><td>a<tbody><td>b<tfoot><td>c</tfoot><td>d</table>",
    "1: A=a", "2: A=b", "3: A=c", "4: A=d"),
  PageCase("a column ends a row", "<table><td>a<col><td>b</table>", "1: A=a", "2: A=b"),
  PageCase("text between cells", "<table>x<tr>x<td>a</td>x</tr>x</table>", "1: A=a"),
  PageCase(
    "rows without cells", "<table><tr></tr><tr><td></td></tr><tr><td>a</table>", "1:", "2:",
    "3: A=a"),
  PageCase("end tags of nothing", "</table></td><table></tr></td><tr></table></tr>", "1:"),
  PageCase("tags that close themselves", "<table/><tr/><td/>a<td/>b</table>", "1: A=a B=b"),
  PageCase("no end at all", "<table><tr><td>a", "1: A=a"),
  PageCase(
    "two tables", "<table><td>a</table>x<table><td>b</table>", "1: A=a", "table 2", "1: A=b"),
  PageCase(
    "a table in a cell",
    "<table><tr><td>a<table><tr><td>x</table>b<td>c</tr><tr><td>d</table>",
    "1: A=a\nb B=c", "2: A=d", "table 2", "1: A=x"),
  PageCase(
    "a table in a table, not in a cell", "<table><tr><td>a</td><table><tr><td>b</table>",
    "1: A=a", "table 2", "1: A=b"),
  PageCase(
    "tables in tables in tables",
    "<table><td><table><td>1<table><td>2</table>3</table><table><td>4</table>5</table>",
    "1: A=5", "table 2", "1: A=1\n3", "table 3", "1: A=2", "table 4", "1: A=4"),
  PageCase(
    "tables that scripts and comments speak of",
    "<script>'<table>'</script><!--<table>--><title><table></title><table><td>a</table>", "1: A=a"),
  PageCase(
    "columns that are shown as one",
    "<table><tr><td colspan=2>a<td>b<tr><td>c<td colspan='x'>d</table>",
    "1: [A1:B1] A=a C=b", "2: A=c B=d"),
  PageCase(
    "rows that are shown as one",
    "<table><tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d</table>",
    "1: [A1:A2] A=a B=b", "2: B=c", "3: A=d"),
  PageCase(
    "a block that is shown as one",
    "<table><tr><td>a<td rowspan=\"2\" colspan=\"2\">b<td>c<tr><td>d<td>e</table>",
    "1: A=a [B1:C2] B=b D=c", "2: A=d D=e"),
  PageCase(
    "rows shown as one to the end of their section",
    "<table><tbody><tr><td rowspan=0>a<td>b<tr><td>c<tbody><tr><td>d</table>",
    "1: A=a B=b", "2: B=c [A1:A2]", "3: A=d"),
  PageCase(
    "a span that its section ends",
    "<table><thead><tr><td rowspan=9>a<tbody><tr><td>b</table>", "1: [A1:A9] A=a", "2: A=b"),
  PageCase(
    "spans beyond all measure", "<table><tr><td colspan=0>a<td colspan=99999999999>b</table>",
    "1: A=a [B1:ALM1] B=b"),
  PageCase(
    "hidden rows",
    "<table><tr style=\"color:red; Display : None\"><td>a<tr hidden><td>b<tr><td>c</table>",
    "1 hidden: A=a", "2 hidden: A=b", "3: A=c"),
  .before("<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0//EN\" \"x\">"),
  .before("<!---><!-----x-----><!-- > -- -->"),
  .before("<!-- <td a=\"--><!-- <tr> -->"),
  .before("<style><!-- <table> --></style>"),
  .before("<script>if (a<b && c<d) { x = '<!--'; }</script>"),
  .before("<script src=x></script ><iframe><table></iframe>"),
  .before("<img alt=\"<table>\"><p title='a\">'>"),
]

@Suite struct HTMLPageTests {
  @Test(arguments: texts + structures)
  func readsWhatAPersonSees(_ page: PageCase) throws {
    #expect(try PageLines.read(page.page) == page.rows)
  }

  @Test(arguments: texts + structures)
  func readsTheSameThroughAnyWindow(_ page: PageCase) throws {
    for window in 1...60 { #expect(try PageLines.read(page.page, window: window) == page.rows) }
  }

  /// A window of any size gives what one gives that holds the whole page; nothing traps or hangs.
  @Test(arguments: 0..<16 as Range<UInt64>)
  func readsDamagedPagesTheSameThroughAnyWindow(seed: UInt64) {
    var random = SeededGenerator(seed)
    for _ in 0..<60 {
      let page = Self.damaged(&random)
      let whole = Self.outcome(page, window: 256 << 10)
      for window in [1, 13, Int.random(in: 17...400, using: &random)] {
        #expect(
          Self.outcome(page, window: window) == whole, "\(String(decoding: page, as: UTF8.self))")
      }
    }
  }

  private static func outcome(_ page: [UInt8], window: Int) -> [String] {
    do { return try PageLines.read(page, window: window) } catch { return ["\(error)"] }
  }

  /// Pieces of the pages above in any order, some with bytes changed or taken away.
  private static func damaged(_ random: inout SeededGenerator) -> [UInt8] {
    var page: [UInt8] = []
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      guard let piece = (texts + structures).randomElement(using: &random) else { continue }
      page += Array(piece.page.utf8)
    }
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      let place = Int.random(in: 0..<page.count, using: &random)
      if Bool.random(using: &random) {
        page[place] = Array("<>&;=-!/\"' \0\u{A0}a".utf8).randomElement(using: &random) ?? 0
      } else {
        page.removeSubrange(place..<min(page.count, place + Int.random(in: 0...9, using: &random)))
        if page.isEmpty { page = [0x3C] }
      }
    }
    return page
  }

  @Test(arguments: ["<table><tr><td>", "<div>", "<table>", "<table><td><pre><", "<td>", "<!--"])
  func endsWhateverIsRepeated(_ piece: String) {
    let page = String(repeating: piece, count: 100_000)
    let isRefused = piece == "<table>" || piece == "<table><tr><td>" || piece == "<table><td><pre><"
    let message = "The page has more than 20000 tables, as no export has."
    #expect(Self.outcome(Array(page.utf8), window: 4096) == (isRefused ? [message] : []))
  }

  @Test func boundsWhatAPageMayHold() {
    let wide = "<table>" + String(repeating: "<td>", count: 16_385)
    #expect(
      Self.outcome(Array(wide.utf8), window: 4096)
        == ["Row 1 has more than 16384 columns, as none in Excel can."])
    let long = "<table><td>" + String(repeating: "ยาว", count: 500_000)
    #expect(
      Self.outcome(Array(long.utf8), window: 4096)
        == ["A cell in row 1 has more than 4194304 bytes, as none in Excel can."])
    let tag = "<table><td title='" + String(repeating: "x", count: 17 << 20) + "'>"
    #expect(
      Self.outcome(Array(tag.utf8), window: 4096)
        == ["A single tag has more than 8388608 bytes, as none should."])
  }

  @Test(arguments: [
    "<table><tr><td>a</td><td>b", "<table><tr><td>a</td></tr><tr><td>b</td><td",
    "<table><td>a<td title='",
  ])
  func refusesAPageThatWasCutShort(_ page: String) {
    #expect(throws: ContainerError(.truncated, "")) { try PageLines.read(page) }
    let error = #expect(throws: ContainerError.self) {
      try PageLines.read("<table><tr><td>a</td></tr><tr><td>b")
    }
    #expect(
      error?.message
        == "The page ends in the middle of a table, in row 2. It was cut short, perhaps "
        + "while it was downloaded: fetch it again.")
  }

  @Test func takesTheNumbersThatExcelKeepsBesideTheirText() throws {
    let page = """
      <table><tr><td x:num="123.4">123</td><td x:num="1234.50">1,234.5</td><td x:num>7</td>\
      <td x:str="a">b</td><td x:num="42005">1/1/2558</td><td x:num="x">5</td><td X:NUM=0.5></td></table>
      """
    #expect(
      try PageLines.read(Array(page.utf8), kinds: true) == [
        "1: A=n 123.4 B=n 1234.5 C=s 7 D=s b E=s 1/1/2558 F=s 5 G=n 0.5"
      ])
  }

  @Test func readsPlainCellsAsAllOthers() throws {
    let cells = ["a", " a", "a ", " ", "", "a b", "โรงเรียนวัดตัวอย่าง สาขาสอง", "๑", "x>y", "\u{A0}ก"]
    let expected = ["a", "a", "a", "", "", "a b", "โรงเรียนวัดตัวอย่าง สาขาสอง", "๑", "x>y", "ก"]
    let tags = [
      "<td>", "<td class=\"a\" align=right>", "<TH\n a='>'>", "<td\t>", "<td x='\"' / b>",
    ]
    for tag in tags {
      let end = tag.lowercased().hasPrefix("<th") ? "</th>" : "</td>"
      let row = "<tr>" + cells.map { "\(tag)\($0)\(end)\n" }.joined() + "</tr>"
      let filled = expected.enumerated().filter { !$0.element.isEmpty }
        .map { " \(RowLines.letters($0.offset))=\($0.element)" }.joined()
      #expect(try PageLines.read("<table>\(row)\(row)</table>") == ["1:" + filled, "2:" + filled])
    }
  }
}
