import Containers
import Testing

@Suite struct PageTreeTests {
  private static func page(_ text: String) throws -> PageTree { try PageTree(Array(text.utf8)) }

  @Test(arguments: [
    (text: "<td>ก<td>ข<table>", path: "//td[2]", gives: "ข"),
    (
      text: "<meta charset=tis-620><p>ก่อน &#3618;&nbsp;&lt;", path: "string(//p)",
      gives: "ก่อน ย\u{A0}<"
    ),
    (text: "<b>080005&nbsp:&nbspวัด</b>", path: "//b", gives: "080005\u{A0}:\u{A0}วัด"),
    (text: "<p>ก\0ข</p>", path: "//p", gives: "ก ข"),
    (
      text: "<a href='x?School_ID=1&amp;y=2&z=3'>ก</a>", path: "//a/@href",
      gives: "x?School_ID=1&y=2&z=3"
    ),
    (text: "<p>ก</p>", path: "//td", gives: ""),
    (text: "<p>1</p><p>2</p>", path: "count(//p)", gives: "2"),
    (text: "", path: "//p", gives: ""),
  ])
  func givesWhatABrowserShows(example: (text: String, path: String, gives: String)) throws {
    #expect(try Self.page(example.text).text(XPath(example.path)) == example.gives)
  }

  @Test func entitiesOfAPageAreNotExpanded() throws {
    let page = try Self.page(
      "<!DOCTYPE html [<!ENTITY a SYSTEM 'file:///etc/passwd'><!ENTITY b 'secret'>]>"
        + "<b>x&a;&b;</b>")
    #expect(try page.text(XPath("string(//b)")) == "x&a;&b;")
  }

  @Test func findsNodesWithinNodes() throws {
    let page = try Self.page("<tr><td>1<td>2</tr><table><tr><td>3<td>4</table>")
    let cells = try page.nodes(XPath("//table", givesNodes: true)).map { table in
      try table.nodes(XPath(".//td", givesNodes: true)).map { try $0.text(XPath(".")) }
    }
    #expect(cells == [["3", "4"]])
    // Namespaces are no nodes that could outlive their result.
    #expect(try page.nodes(XPath("//td/namespace::*", givesNodes: true)).isEmpty)
  }

  @Test(arguments: [
    (path: "//td[", givesNodes: false, reason: "is no XPath 1.0 expression"),
    (path: "", givesNodes: false, reason: "is no XPath 1.0 expression"),
    (
      path: "lower-case(//td)", givesNodes: false,
      reason: "names a function or a variable that XPath 1.0 does not have"
    ),
    (
      path: "$school", givesNodes: false,
      reason: "names a function or a variable that XPath 1.0 does not have"
    ),
    (path: "string(//td)", givesNodes: true, reason: "gives no nodes"),
    (
      path: String(repeating: "(", count: 2001), givesNodes: false,
      reason: "is longer than 2000 bytes"
    ),
  ])
  func saysWhatIsWrongWithAPath(example: (path: String, givesNodes: Bool, reason: String)) {
    let mistake = #expect(throws: XPathMistake.self) {
      try XPath(example.path, givesNodes: example.givesNodes)
    }
    #expect(mistake?.reason == example.reason)
  }

  @Test func refusesAPageThatIsTooDeepOrTooLarge() {
    #expect(throws: ContainerError(.tooLarge, "")) {
      try Self.page(String(repeating: "<div>", count: 1000) + "<p>1</p>")
    }
    #expect(throws: ContainerError(.tooLarge, "")) {
      try PageTree([UInt8](repeating: 0x20, count: HTMLDocument.limit + 1))
    }
  }

  @Test func endsAnExpressionThatTakesTooManySteps() throws {
    let page = try Self.page("<p>" + String(repeating: "<i>1</i>", count: 20_000))
    #expect(throws: ContainerError(.tooLarge, "")) {
      try page.text(XPath("count(//i[count(preceding-sibling::i[count(../i) > 0]) > 1])"))
    }
  }
}
