import Render
import Testing

struct MarkupTests {
  private static func written(_ text: String, _ unwritable: Markup.Unwritable) -> String {
    var markup = Markup(unwritable)
    markup.text(text)
    return String(decoding: markup.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("<script>alert('x')</script>", "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"),
    ("a & \"b\"", "a &amp; &quot;b&quot;"),
    // A sign with a mark on it is one Character, and a sign all the same.
    ("\"\u{0E31} on=\u{0E49}<\u{0301}b", "&quot;\u{0E31} on=\u{0E49}&lt;\u{0301}b"),
    ("ก\u{0}\u{1B}\u{7F}\r", "ก\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("tab\tline\n", "tab\tline\n"),
    ("\u{FFFE}\u{FFFF}\u{FFFD}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("_x0041_", "_x0041_"),
  ])
  func textStaysTextInAPage(text: String, escaped: String) {
    #expect(Self.written(text, .replaced) == escaped)
  }

  @Test(arguments: [
    ("<a&\"b\"'>", "&lt;a&amp;&quot;b&quot;&#39;&gt;"),
    ("\u{0}\u{1B}\r\u{7F}", "_x0000__x001B__x000D__x007F_"),
    ("\u{FFFE}\u{FFFF}", "_xFFFE__xFFFF_"),
    ("_x0041_", "_x005F_x0041_"),
    ("__x00e1__x0041_x", "__x005F_x00e1__x005F_x0041_x"),
    ("_x00G1_ _x041_", "_x00G1_ _x041_"),
    ("_x0041", "_x0041"),
  ])
  func textStaysTextInAWorkbook(text: String, escaped: String) {
    #expect(Self.written(text, .spelled) == escaped)
  }
}
