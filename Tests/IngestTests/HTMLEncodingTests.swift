import Containers
import Ingest
import Testing

@Suite struct HTMLEncodingTests {
  private static let rows = ["1: A=โรงเรียน B=วัดตัวอย่าง…", "2: A=ก ข"]

  /// A page with a Thai table, which says that it is written in an encoding.
  private static func page(saying encoding: String) -> String {
    let meta =
      encoding.isEmpty
      ? "" : "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=\(encoding)\">"
    return "<html><head>\(meta)</head><table><tr><td>โรงเรียน</td><td>วัดตัวอย่าง…</td></tr>"
      + "<tr><td>ก&nbsp;\u{A0}ข</td></tr></table></html>"
  }

  private static func windows874(_ text: String) -> [UInt8] { Windows874.encode(text) ?? [] }

  @Test(arguments: ["", "utf-8", "windows-874", "TIS-620", "iso-8859-1", "utf-16", "nonsense"])
  func theBytesSayWhatEncodingItIs(_ said: String) throws {
    let text = Self.page(saying: said)
    for bytes in [Array(text.utf8), Self.windows874(text)] {
      for window in [1, 40, 256 << 10] {
        #expect(try PageLines.read(bytes, window: window) == Self.rows)
      }
    }
    #expect(try HTMLPage(ByteSource(Array(text.utf8))).encoding == "utf-8")
    #expect(try HTMLPage(ByteSource(Self.windows874(text))).encoding == "windows-874")
  }

  @Test func aMarkSaysWhatEncodingItIs() throws {
    let text = Self.page(saying: "windows-874")
    let marked = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    #expect(try HTMLPage(ByteSource(marked)).encoding == "utf-8-bom")
    #expect(try PageLines.read(marked) == Self.rows)
  }

  @Test(arguments: [false, true])
  func readsUTF16(isBigEndian: Bool) throws {
    // Long enough for several blocks, with pairs at every place.
    let rows = (0..<5000).map { "<tr><td>ก\($0)😀</td></tr>" }.joined()
    let text = "\u{FEFF}<p>x<table><td>a</table><table>\(rows)</table><table><td>b</table>"
    let bytes = text.utf16.flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isBigEndian ? pair.reversed() : pair
    }
    let expected =
      ["1: A=a", "table 2"] + (0..<5000).map { "\($0 + 1): A=ก\($0)😀" } + ["table 3", "1: A=b"]
    for window in [100, 256 << 10] {
      #expect(try PageLines.read(bytes, window: window) == expected)
    }
    let encoding = try HTMLPage(ByteSource(bytes)).encoding
    #expect(encoding == (isBigEndian ? "utf-16be" : "utf-16le"))
  }

  @Test(arguments: [false, true])
  func readsUTF16WithoutAMark(isBigEndian: Bool) throws {
    let units = Array(Self.page(saying: "utf-16").utf16)
    let bytes = units.flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isBigEndian ? pair.reversed() : pair
    }
    #expect(try PageLines.read(bytes) == Self.rows)
  }

  @Test func findsTheEncodingFarBelowPlainASCII() throws {
    let filler = "<style>" + String(repeating: "a { color: red }\n", count: 20_000) + "</style>"
    let bytes = Self.windows874(filler + Self.page(saying: "utf-8"))
    #expect(try PageLines.read(bytes) == Self.rows)
  }
}
